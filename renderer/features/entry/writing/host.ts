import type { Editor } from '@tiptap/core';
import type { LinkNames } from './link-names.ts';

/** What the editor's nodes know of the screen they stand in. */
export interface WritingHost {
  /** Path of the write-up in the kennismap; pictures are looked up from there. */
  path: string;
  names: LinkNames;
  onMount(editor: Editor): void;
  /** A picture or a footnote was clicked. */
  onOpen(kind: 'image' | 'footnoteReference', at: number): void;
  /** Files were pasted or dropped at a place in the text. */
  onFiles(files: readonly File[], at: number): void;
  /** Pictures in what was pasted could not come along. */
  onMissed(count: number): void;
}
