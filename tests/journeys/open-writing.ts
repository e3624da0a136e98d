import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { temporaryFolder } from '../helpers/temporary.ts';
import { startJourney, type Journey } from './library-shell.ts';

/** The header of the write-up that is written in. */
export const head = '---\nid: rustplek\nsoort: praktijk\ntitel: Rustplek in de gang\n---\n\n';

export interface Writing extends Journey {
  /** Folder of the kennismap. */
  dir: string;
  /** The file as it is on disk. */
  read(): Promise<string>;
  /** Saves and waits until the text under the header is this. */
  written(expected: string): Promise<void>;
}

/** A kennismap with two write-ups; the first is open to write in, the other is there to link to. */
export async function openWriting(text: string): Promise<Writing> {
  const dir = join(await temporaryFolder(), 'kennis');
  await mkdir(join(dir, 'praktijken'), { recursive: true });
  const file = join(dir, 'praktijken/rustplek.md');
  await writeFile(file, head + text);
  await writeFile(join(dir, 'praktijken/ouderkamer.md'), '---\nid: ouderkamer\nsoort: praktijk\ntitel: Ouderkamer op dinsdag\n---\n\nTekst.\n');
  const walk = await startJourney(['--library', dir]);
  await walk.page.getByRole('heading', { level: 1, name: 'Overzicht' }).waitFor();
  await walk.page.goto(`${walk.page.url().split('#')[0]}#/stuk/rustplek/bewerken`);
  await walk.page.getByRole('textbox', { name: /^Tekst van/ }).waitFor();
  // The cursor is set when the editor is there; only then is it anybody's.
  await walk.page.locator('.ink-text:focus').waitFor();
  await cursorSet(walk.page);
  const read = (): Promise<string> => readFile(file, 'utf8');
  const written = async (expected: string): Promise<void> => {
    // A question that was answered stays until the answer is in the text; what is saved before that is the text without it.
    await expect.poll(() => walk.page.getByRole('dialog').count()).toBe(0);
    await walk.page.keyboard.press('Control+s');
    await expect.poll(async () => (await read()).replace(/^---\n.*?\n---\n\n/s, ''), { timeout: 8000 }).toBe(expected);
  };
  return { ...walk, dir, read, written };
}

/**
 * Waits until browser and editor agree where the cursor is: the editor hears of a move a moment later, and may put it back for 20 ms after it was given
 * the focus. Nobody's hands are that fast, a test's are.
 */
async function cursorSet(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 60))));
}

/** Moves the cursor with a key, as `End`, from where the editor has it, and waits until the editor heard of it. */
export async function moveCursor(page: Page, key: string): Promise<void> {
  await cursorSet(page);
  await page.keyboard.press(key);
  await cursorSet(page);
}

/** Pastes into the text what a clipboard holds: HTML, or files by name with their bytes in base64. */
export async function pasteInto({ page }: Journey, held: { html?: string; files?: Record<string, string> }): Promise<void> {
  await cursorSet(page);
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
