import type { ReactNode } from 'react';

const seed = 'M10 8.3C8.3 6.9 7.5 5.2 7.5 3.7a2.5 2.5 0 0 1 5 0c0 1.5-.8 3.2-2.5 4.6Z';

/** The mark: six seeds in a ring. */
export function BrandMark({ className = 'brand-mark' }: { className?: string }): ReactNode {
  return (
    <svg className={className} viewBox="0 0 20 20" aria-hidden="true">
      {[0, 60, 120, 180, 240, 300].map((turn) => (
        <path key={turn} d={seed} transform={`rotate(${turn} 10 10)`} />
      ))}
    </svg>
  );
}
