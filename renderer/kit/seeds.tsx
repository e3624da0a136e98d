import type { ReactNode } from 'react';

const pale = 'M10 8.3C8.3 6.9 7.5 5.2 7.5 3.7a2.5 2.5 0 0 1 5 0c0 1.5-.8 3.2-2.5 4.6Z';
const filled = 'M10 9.2C7.8 7.4 6.9 5.5 6.9 3.5a3.1 3.1 0 0 1 6.2 0c0 2-.9 3.9-3.1 5.7Z';

interface SeedsProps {
  /** Which seed is filled; counts from 1. */
  stage: number;
  /** Width in CSS pixels, when the place does not decide. */
  size?: number;
}

/** Six seeds in a ring; the filled one says where. Decoration: the name of the stage always stands beside it or is read out. */
export function Seeds({ stage, size }: SeedsProps): ReactNode {
  return (
    <svg className={`seeds s${stage}`} viewBox="0 0 20 20" aria-hidden="true" {...(size === undefined ? {} : { width: size, height: size })}>
      {[1, 2, 3, 4, 5, 6].map((seed) => (
        <path
          key={seed}
          d={seed === stage ? filled : pale}
          className={seed === stage ? 'on' : undefined}
          transform={`rotate(${(seed - 1) * 60} 10 10)`}
        />
      ))}
    </svg>
  );
}

interface StageProps {
  stage: number;
  name: string;
}

/** Seed, number and name of a stage. */
export const StageBadge = ({ stage, name }: StageProps): ReactNode => (
  <span className="stage">
    <StageFace stage={stage} name={name} />
  </span>
);

/** The same on the soft colour of the stage. */
export const StagePill = ({ stage, name }: StageProps): ReactNode => (
  <span className={`stage stage-pill s${stage}`}>
    <StageFace stage={stage} name={name} />
  </span>
);

const StageFace = ({ stage, name }: StageProps): ReactNode => (
  <>
    <Seeds stage={stage} />
    <span>
      <span className="n">{stage}</span> {name}
    </span>
  </>
);
