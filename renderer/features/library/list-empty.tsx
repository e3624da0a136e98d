import type { ReactNode } from 'react';
import { go, hrefOf } from '../../data/routes.ts';
import { useLibraryState } from '../../data/use-library.ts';
import { Button, LinkButton } from '../../kit/button.tsx';
import { Empty } from '../../kit/empty.tsx';
import { nl } from '../../text/nl.ts';

/** Nothing found, or nothing there yet: each says what to do next. */
export function ListEmpty({ query }: { query: string }): ReactNode {
  const state = useLibraryState();
  if (query.trim() !== '')
    return (
      <Empty title={nl.library.emptyTitle} text={nl.library.emptyText}>
        <Button onClick={() => go({ screen: 'bibliotheek', q: '', sort: 'relevantie' }, { replace: true })}>{nl.library.emptyClear}</Button>
      </Empty>
    );
  if (state?.state === 'loading') return <Empty title={nl.frame.readingLong} text={nl.frame.readingSpoken} />;
  return (
    <Empty title={nl.library.nothingTitle} text={nl.library.nothingText}>
      <LinkButton href={hrefOf({ screen: 'importeren' })}>{nl.library.nothingImport}</LinkButton>
    </Empty>
  );
}
