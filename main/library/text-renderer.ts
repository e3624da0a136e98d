import type { RenderedText } from '../../domain/api/contract.ts';

/** What is needed to draw one text; plain data, so that it can go to another thread. */
export interface RenderInput {
  /** Path from the library's root, for messages and relative pictures. */
  path: string;
  /** Markdown under the front matter. */
  body: string;
  /** Section names of the kind: heading as it may be written (folded) → part id and card item. */
  headings: Record<string, { part: string; item?: string }>;
  /** Targets of `[[…]]` and of links to other files, as written → entry. */
  targets: Record<string, { id: string; title: string }>;
  /** Words for targets that are known but not led to, when the text gives none itself. */
  labels?: Record<string, string>;
}

/** Turns hostile text into a safe tree, somewhere it can be stopped when it takes too long. */
export interface TextRenderer {
  render(input: RenderInput): Promise<RenderedText>;
  close(): Promise<void>;
}
