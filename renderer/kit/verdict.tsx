import type { ReactNode } from 'react';
import type { Verdict } from '../../domain/cards/judgement.ts';
import { nl } from '../text/nl.ts';

const looks: Record<Verdict, string> = { ja: 'j-ja', deels: 'j-deels', nee: 'j-nee', 'niet-te-beoordelen': 'j-nb' };
const look = (verdict: Verdict | undefined): string => `judge ${verdict ? looks[verdict] : 'j-open'}`;

/** The sign of a judgement: disc and tick, half, ring and cross, dashed ring; a dot when nobody judged. */
export function VerdictIcon({ verdict }: { verdict: Verdict | undefined }): ReactNode {
  return (
    <svg className={look(verdict)} viewBox="0 0 16 16" role="img" aria-label={verdict ? nl.common.verdicts[verdict] : nl.common.noVerdict}>
      <VerdictShape verdict={verdict} />
    </svg>
  );
}

function VerdictShape({ verdict }: { verdict: Verdict | undefined }): ReactNode {
  if (verdict === undefined) return <circle cx="8" cy="8" r="1.8" />;
  if (verdict === 'niet-te-beoordelen') return <circle cx="8" cy="8" r="6.2" strokeDasharray="2.2 2.67" />;
  return (
    <>
      <circle className={verdict === 'ja' ? 'solid' : undefined} cx="8" cy="8" r="6.2" />
      {verdict === 'ja' && <path className="sign" d="M5.3 8.2 7.2 10l3.5-3.9" />}
      {verdict === 'deels' && <path className="solid" d="M8 1.8a6.2 6.2 0 0 0 0 12.4Z" />}
      {verdict === 'nee' && <path d="m5.9 5.9 4.2 4.2m0-4.2-4.2 4.2" />}
    </>
  );
}

interface SevenDotsProps {
  verdicts: Readonly<Record<string, Verdict | undefined>>;
  /** Full item ids, in their order. */
  items: readonly string[];
}

const step = 17.2;

/** One small sign per item. Only `ja` counts. */
export function SevenDots({ verdicts, items }: SevenDotsProps): ReactNode {
  const yes = items.filter((id) => verdicts[id] === 'ja').length;
  return (
    <svg className="seven" viewBox={`0 0 ${(items.length * step).toFixed(1)} 16`} role="img" aria-label={nl.common.yesOf(yes, items.length)}>
      {items.map((id, index) => (
        <g key={id} className={look(verdicts[id])} transform={`translate(${(index * step).toFixed(1)} 0)`}>
          {verdicts[id] === 'ja' ? <circle className="solid" cx="8" cy="8" r="6.4" /> : <VerdictShape verdict={verdicts[id]} />}
        </g>
      ))}
    </svg>
  );
}
