import { docxFault, docxText } from './docx-text.ts';
import { pdfFault, pdfText } from './pdf-text.ts';
import type { ExtractedText, ExtractionInput } from './text-extraction.ts';

/** Gets the text out of one file. Meant for a thread that may be killed: it bounds neither its time nor its memory. */
export async function extractText({ bytes, type }: ExtractionInput): Promise<ExtractedText> {
  try {
    return await (type === 'pdf' ? pdfText(bytes) : docxText(bytes));
  } catch (error) {
    return { text: '', reason: type === 'pdf' ? pdfFault(error) : docxFault(error, bytes) };
  }
}
