import { extractText } from '../../main/library/attachment-extraction.ts';
import type { TextExtractor } from '../../main/library/text-extraction.ts';

/** The real extractor, in this thread, that counts what it is asked. */
export function counting(): TextExtractor & { asked: number } {
  return {
    asked: 0,
    async extract(input) {
      this.asked++;
      return extractText(input);
    },
    close: () => Promise.resolve(),
  };
}
