import { useMemo, type ReactNode } from 'react';
import { wordDifference } from '../../domain/entries/text-merge.ts';
import './changes.css';

interface WordChangesProps {
  before: string;
  after: string;
  /** Leave out what is gone: then it is the new text with what is new marked. */
  onlyAfter?: boolean;
}

/** What changed from one text to another, word by word, in words for who cannot see it too. */
export function WordChanges({ before, after, onlyAfter = false }: WordChangesProps): ReactNode {
  const stretches = useMemo(() => {
    const all = wordDifference(before, after);
    // Of two texts that have little in common nearly everything would be marked; then nothing is.
    const shared = all.reduce((sum, { what, text }) => sum + (what === 'same' ? text.length : 0), 0);
    return onlyAfter && shared < after.length * 0.4 ? [{ what: 'same' as const, text: after }] : all;
  }, [before, after, onlyAfter]);
  return (
    <span className="changes">
      {stretches.map(({ what, text }, index) => {
        if (what === 'same') return <span key={index}>{text}</span>;
        if (what === 'added') return <ins key={index}>{text}</ins>;
        return onlyAfter ? null : <del key={index}>{text}</del>;
      })}
    </span>
  );
}
