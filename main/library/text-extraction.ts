import { z } from 'zod';
import type { TextType } from '../../domain/entries/attachment-links.ts';

/** A file whose words are wanted; plain data, so that it can go to another thread. */
export interface ExtractionInput {
  bytes: Uint8Array<ArrayBuffer>;
  type: TextType;
}

export const ExtractedText = z.object({
  text: z.string(),
  /** Why there is no text, or not all of it; a Dutch sentence. */
  reason: z.string().optional(),
  /** There was no time or room for it; on another day it may work. */
  passing: z.boolean().optional(),
});
export type ExtractedText = z.infer<typeof ExtractedText>;

/** Gets the words out of a file of others, somewhere it can be stopped. Never fails: what cannot be read has no text and a reason. */
export interface TextExtractor {
  extract(input: ExtractionInput): Promise<ExtractedText>;
  close(): Promise<void>;
}

/** Largest file that is read, bytes; and most signs of text kept of one. */
export const extractionLimits = { bytes: 30 * 1024 * 1024, signs: 2_000_000 };

/** The reason for a text that was longer than {@link extractionLimits}. */
export const cutReason = 'De tekst is langer dan twee miljoen tekens; alleen het begin is doorzoekbaar.';

/** Text as it is searched: words broken at the end of a line made whole, white space and signs nobody sees made one space. */
export function tidied(text: string): string {
  return text
    .replace(/(\p{L})[-\u00ad\u2010]\n(?=\p{Ll})/gu, '$1')
    .replace(/\u00ad/g, '')
    .replace(/[\s\p{Cc}\p{Co}\ufffd]+/gu, ' ')
    .trim();
}
