import type { ReactNode } from 'react';
import type { Part } from '../../domain/entries/entry.ts';
import { nl } from '../text/nl.ts';

const width = 7;

/** Which parts of the text are there: full, half, dashed. */
export function PartMeter({ parts }: { parts: readonly Part[] }): ReactNode {
  if (parts.length === 0) return null;
  const words = parts.map((part) => `${part.heading} ${nl.common.partStates[part.state]}`).join(', ');
  return (
    <svg
      className="parts"
      viewBox={`0 0 ${parts.length * width} 14`}
      style={{ width: `${(parts.length * width) / 16}rem` }}
      role="img"
      aria-label={words}
    >
      <title>{words}</title>
      {parts.map((part, index) => (
        <g key={part.id} transform={`translate(${index * width} 0)`}>
          <rect
            className={part.state === 'vol' ? 'full' : part.state === 'ontbreekt' ? 'gone' : undefined}
            x="0.6"
            y="0.6"
            width="5"
            height="12.8"
            rx="0.8"
          />
          {part.state === 'dun' && <rect className="thin" x="0.6" y="7" width="5" height="6.4" rx="0.8" />}
        </g>
      ))}
    </svg>
  );
}
