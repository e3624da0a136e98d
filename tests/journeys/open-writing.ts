import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { temporaryFolder } from '../helpers/temporary.ts';
import { startJourney, type Journey } from './library-shell.ts';

const head = '---\nid: rustplek\nsoort: praktijk\ntitel: Rustplek in de gang\n---\n\n';

export interface Writing extends Journey {
  /** Folder of the kennismap. */
  dir: string;
  /** The file as it is on disk. */
  read(): Promise<string>;
  /** Saves and waits until the text under the header is this. */
  written(expected: string): Promise<void>;
}

/** A kennismap with one write-up, open to write in. */
export async function openWriting(text: string): Promise<Writing> {
  const dir = join(await temporaryFolder(), 'kennis');
  await mkdir(join(dir, 'praktijken'), { recursive: true });
  const file = join(dir, 'praktijken/rustplek.md');
  await writeFile(file, head + text);
  const walk = await startJourney(['--library', dir]);
  await walk.page.getByRole('heading', { level: 1, name: 'Overzicht' }).waitFor();
  await walk.page.goto(`${walk.page.url().split('#')[0]}#/stuk/rustplek/bewerken`);
  await walk.page.getByRole('textbox', { name: /^Tekst van/ }).waitFor();
  // The cursor is set when the editor is there; only then is it anybody's.
  await walk.page.locator('.ink-text:focus').waitFor();
  // For 20 ms after that the editor may still put it back; nobody's hands are that fast, a test's are.
  await walk.page.evaluate(() => new Promise((done) => setTimeout(done, 60)));
  const read = (): Promise<string> => readFile(file, 'utf8');
  const written = async (expected: string): Promise<void> => {
    await walk.page.keyboard.press('Control+s');
    await expect.poll(async () => (await read()).replace(/^---\n.*?\n---\n\n/s, ''), { timeout: 8000 }).toBe(expected);
  };
  return { ...walk, dir, read, written };
}

/** Pastes into the text what a clipboard holds: HTML, or files by name with their bytes in base64. */
export async function pasteInto({ page }: Journey, held: { html?: string; files?: Record<string, string> }): Promise<void> {
  await page.evaluate(({ html, files }) => {
    const data = new DataTransfer();
    if (html !== undefined) data.setData('text/html', html);
    for (const [name, base64] of Object.entries(files ?? {}))
      data.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], name, { type: 'image/png' }));
    document.querySelector('.ink-text')?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, held);
}

/** A small picture. */
export const smallPicture = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
