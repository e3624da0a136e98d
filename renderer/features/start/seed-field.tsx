import type { ReactNode } from 'react';

const drop = 'M0 8C-4.5 5-6.5 1-6.5-2.5a6.5 6.5 0 0 1 13 0C6.5 1 4.5 5 0 8Z';
const golden = Math.PI * (3 - Math.sqrt(5));

interface Seed {
  key: number;
  className: string;
  transform: string;
}

/** Seeds laid as in the head of a sunflower; the six stages go round like the mark, and what is not picked yet is pale. */
const seeds: Seed[] = Array.from({ length: 340 }, (_, index) => {
  const n = index + 4;
  const turn = n * golden;
  const far = 11.6 * Math.sqrt(n);
  const clockwise = ((turn * 180) / Math.PI) % 360;
  const stage = (Math.floor((clockwise + 30) / 60) % 6) + 1;
  const picked = n % 3 !== 1;
  const x = (Math.sin(turn) * far).toFixed(1);
  const y = (-Math.cos(turn) * far).toFixed(1);
  return {
    key: n,
    className: `${picked ? 'a' : 'b'}${stage}`,
    transform: `translate(${x} ${y}) rotate(${Math.round(clockwise)}) scale(${(0.58 + far / 440).toFixed(2)})`,
  };
});

/** Decoration of the first screen. */
export function SeedField(): ReactNode {
  return (
    <div className="first-frame" aria-hidden="true">
      <svg className="first-art" viewBox="-225 -225 450 450">
        {seeds.map(({ key, className, transform }) => (
          <path key={key} d={drop} className={className} transform={transform} />
        ))}
      </svg>
    </div>
  );
}
