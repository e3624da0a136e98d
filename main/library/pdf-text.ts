import { getDocumentProxy } from 'unpdf';
import { cutReason, extractionLimits, tidied, type ExtractedText } from './text-extraction.ts';

/** The text of a PDF, page by page until there is enough. Throws what the library throws on a file that is none. */
export async function pdfText(bytes: Uint8Array): Promise<ExtractedText> {
  const pdf = await getDocumentProxy(bytes, { verbosity: 0 });
  try {
    return await textOf(pdf);
  } finally {
    // What it unpacked goes too, or a folder full of attachments would fill the thread.
    await pdf.destroy();
  }
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

async function textOf(pdf: Pdf): Promise<ExtractedText> {
  const pages: string[] = [];
  let signs = 0;
  for (let number = 1; number <= pdf.numPages && signs <= extractionLimits.signs; number++) {
    // One page that is broken does not take the others along.
    const text = await pageText(pdf, number).catch(() => '');
    signs += text.length + 1;
    pages.push(text);
  }
  const text = tidied(pages.join('\n'));
  if (text === '') return { text, reason: 'Er staat geen tekst in deze PDF, alleen beeld; misschien is hij gescand.' };
  return signs > extractionLimits.signs ? { text: text.slice(0, extractionLimits.signs), reason: cutReason } : { text };
}

async function pageText(pdf: Pdf, number: number): Promise<string> {
  const page = await pdf.getPage(number);
  try {
    const { items } = await page.getTextContent();
    return items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
  } finally {
    page.cleanup();
  }
}

/** What is wrong with a PDF that could not be read, in Dutch. */
export function pdfFault(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  return name === 'PasswordException' ? 'Er zit een wachtwoord op deze PDF.' : 'Deze PDF is beschadigd, of het is geen PDF.';
}
