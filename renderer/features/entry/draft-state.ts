import { hasClash, mergedText, mergeTexts } from '../../../domain/entries/text-merge.ts';

/** What is being typed, against what is known to be on disk. Pure: the hook beside it does the asking and the waiting. */
export interface Draft {
  text: string;
  /** The text as it is on disk, as far as we know, and its revision. */
  base: string;
  revision: string;
  /** Under way to the disk. */
  saving: string | undefined;
  savedAt: number | undefined;
  /** The other version, while somebody must choose. */
  conflict: OnDisk | undefined;
  failure: string | undefined;
  /** The file itself is gone. */
  gone: boolean;
}

export interface OnDisk {
  body: string;
  revision: string;
}

/** Text that was typed at an earlier time, and what it was typed on top of. */
export interface TypedBefore {
  body: string;
  base: string;
  /** The text that was on its way to the disk just then; nobody knows whether it came there. */
  sending?: string | undefined;
}

export type DraftStep =
  | { do: 'type'; text: string }
  | { do: 'save' }
  | { do: 'saved'; body: string; revision: string; at: number }
  | { do: 'fail'; failure: string; gone: boolean }
  | { do: 'disk'; disk: OnDisk }
  | { do: 'clash'; disk: OnDisk }
  | { do: 'keep-mine' }
  | { do: 'take-disk' }
  | { do: 'let-go' }
  | { do: 'put-back'; typed: TypedBefore };

export const draftOf = (disk: OnDisk): Draft => ({
  text: disk.body,
  base: disk.body,
  revision: disk.revision,
  saving: undefined,
  savedAt: undefined,
  conflict: undefined,
  failure: undefined,
  gone: false,
});

/** True when there is something to save. */
export const isDirty = (draft: Draft): boolean => draft.text !== draft.base;

export function stepped(draft: Draft, step: DraftStep): Draft {
  switch (step.do) {
    case 'type':
      return { ...draft, text: step.text };
    case 'save':
      return { ...draft, saving: draft.text, failure: undefined, gone: false };
    case 'saved':
      return { ...draft, base: step.body, revision: step.revision, saving: undefined, savedAt: step.at, conflict: undefined, failure: undefined };
    case 'fail':
      return { ...draft, saving: undefined, failure: step.failure, gone: step.gone };
    case 'disk':
      return onDisk(draft, step.disk);
    case 'clash':
      return { ...draft, saving: undefined, conflict: step.disk };
    case 'keep-mine':
      return draft.conflict ? { ...draft, base: draft.conflict.body, revision: draft.conflict.revision, conflict: undefined } : draft;
    case 'take-disk':
      return draft.conflict ? { ...draftOf(draft.conflict), savedAt: draft.savedAt } : draft;
    case 'let-go':
      return { ...draft, text: draft.base, failure: undefined, gone: false };
    case 'put-back':
      return putBack(draft, step.typed);
  }
}

/** Puts text of an earlier time back against what it was typed on: what changed elsewhere since goes beside it, and where both changed somebody must choose. */
function putBack(draft: Draft, { body, base, sending }: TypedBefore): Draft {
  const from = sending === draft.base ? sending : base;
  if (from === draft.base) return { ...draft, text: body };
  const parts = mergeTexts(from, body, draft.base);
  if (!hasClash(parts)) return { ...draft, text: mergedText(parts, (clash) => clash.mine) };
  return { ...draft, text: body, base: from, conflict: { body: draft.base, revision: draft.revision } };
}

/** The file was read again. Only its head changed: go on. Nothing typed: follow. Both changed: somebody must choose. */
function onDisk(draft: Draft, disk: OnDisk): Draft {
  if (disk.revision === draft.revision || draft.saving !== undefined) return draft;
  if (disk.body === draft.base || disk.body === draft.text) return { ...draft, base: disk.body, revision: disk.revision, conflict: undefined };
  if (!isDirty(draft)) return { ...draftOf(disk), savedAt: draft.savedAt };
  return { ...draft, conflict: disk };
}
