import { useRef, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { EntryDetail, Part } from '../../../domain/entries/entry.ts';
import { withSection } from '../../../domain/entries/interview.ts';
import type { Kind } from '../../../domain/entries/kind.ts';
import type { Interviewing } from './interview/use-interview.ts';
import type { DraftKeeper } from './use-draft.ts';
import { partHeadings } from './writing-place.tsx';
import type { FormatHandle } from './writing/format-editor.tsx';

/** Goes to a part in the interview or in the made-up text; false where it is for the text field to do. */
export function useJump(
  entry: EntryDetail,
  kind: Kind | undefined,
  keeper: DraftKeeper,
  format: RefObject<FormatHandle | null>,
  interview: Interviewing,
): (part: Part) => boolean {
  const latest = useRef(keeper.draft.text);
  latest.current = keeper.draft.text;
  return (part) => {
    if (interview.at !== undefined) {
      interview.toSection(part.id);
      return true;
    }
    const handle = format.current;
    if (!handle) return false;
    flushSync(() => handle.flush());
    const section = kind?.sections.find(({ id }) => id === part.id);
    // Made in the text where it belongs; the editor shows that before it goes there.
    if (kind && section && entry.locked === undefined) flushSync(() => keeper.type(withSection(latest.current, kind, section)));
    handle.goTo(partHeadings(kind, part), part.heading);
    return true;
  };
}
