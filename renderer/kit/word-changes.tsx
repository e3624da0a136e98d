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
  const stretches = useMemo(() => wordDifference(before, after), [before, after]);
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
