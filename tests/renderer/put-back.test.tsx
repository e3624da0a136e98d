// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { draftOf, stepped } from '../../renderer/features/entry/draft-state.ts';
import { temporaryFolder } from '../helpers/temporary.ts';
import { openWindow, practice, seen, type OpenWindow } from './frame-window.tsx';

const path = 'x.md';
const edit = '#/stuk/x/bewerken';
const start = practice('Stuk', { id: 'x', head: 'organisatie: De Eik\n', body: '## Waarom\n\nEen.\n\n## Hoe\n\nTwee.\n' });
const body = start.slice(start.indexOf('\n## Waarom'));
const patience = { timeout: 8000 };
const place = (): Promise<HTMLElement> => screen.findByRole('textbox', { name: /^Tekst van/ }, patience);
const button = (name: string): Promise<HTMLElement> => screen.findByRole('button', { name }, patience);
/** Longer than the pause after which is saved. */
const aSave = (): Promise<void> => new Promise((done) => setTimeout(done, 1800));

/** A window on the same folder and profile after everything stopped; meanwhile `text` came in the file. */
async function later(before: OpenWindow, profile: string, text?: string): Promise<OpenWindow> {
  await before.close();
  if (text !== undefined) await writeFile(join(before.dir, path), text);
  return openWindow({}, edit, { profile, dir: before.dir });
}

/** What was typed in the first part and never saved, while the file became `text`. */
async function left(typed: string, text: string, part: 'tekst' | 'velden' = 'tekst'): Promise<OpenWindow> {
  const profile = await temporaryFolder();
  const before = await openWindow({ [path]: start }, '#/overzicht', { profile });
  await before.client.call('drafts.keep', { id: 'x', part, body: typed, base: part === 'tekst' ? body : '' });
  return later(before, profile, text);
}

it('asks again after a crash in the middle of a conflict, and overwrites nothing', async () => {
  const profile = await temporaryFolder();
  const before = await openWindow({ [path]: start }, edit, { profile });
  await before.user.type(await place(), 'Van mij.', { initialSelectionStart: 0, initialSelectionEnd: 0 });
  await before.outside(path, start.replace('## Waarom', 'Van buiten.\n\n## Waarom'));
  await seen('Conflict');
  const kept = async (): Promise<string> => (await before.client.call('drafts.list', {}))[0]?.body ?? '';
  await waitFor(async () => expect(await kept()).toContain('Van mij.'), patience);
  cleanup();
  const after = await later(before, profile);
  await after.user.click(await button('Terugzetten'));
  await aSave();
  expect(await after.read(path)).toContain('Van buiten.');
  const dialog = within(await screen.findByRole('dialog', { name: 'Welke tekst houd je?' }));
  expect(dialog.getByText(/Van mij\./)).toBeDefined();
  expect(dialog.getByText(/Van buiten\./)).toBeDefined();
  await after.user.click(dialog.getByRole('radio', { name: /Allebei/ }));
  await after.user.click(dialog.getByRole('button', { name: 'Zo bewaren' }));
  await waitFor(async () => expect(await after.read(path)).toContain('Van mij.'), patience);
  expect(await after.read(path)).toContain('Van buiten.');
});

it('puts back beside what came in another paragraph while Oogst was closed', async () => {
  const { user, read } = await left(body.replace('Een.', 'Een van mij.'), start.replace('Twee.', 'Twee van buiten.'));
  await user.click(await button('Terugzetten'));
  await seen(/samengevoegd/);
  await waitFor(async () => expect(await read(path)).toBe(start.replace('Een.', 'Een van mij.').replace('Twee.', 'Twee van buiten.')), patience);
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('asks what stays when the same paragraph was changed while Oogst was closed', async () => {
  const outside = start.replace('Een.', 'Een van buiten.');
  const { user, read } = await left(body.replace('Een.', 'Een van mij.'), outside);
  await user.click(await button('Terugzetten'));
  const dialog = within(await screen.findByRole('dialog', { name: 'Welke tekst houd je?' }));
  await user.click(dialog.getByRole('button', { name: 'Die van schijf' }));
  await user.click(await button('Ongedaan maken'));
  await seen('Conflict');
  await aSave();
  expect(await read(path)).toBe(outside);
  expect(await place()).toHaveProperty('value', expect.stringContaining('Een van mij.'));
});

it('puts back beside what was typed and saved since', async () => {
  const { user, read } = await left(body.replace('Een.', 'Een van mij.'), start);
  await button('Terugzetten');
  await user.type(await place(), 'Later.');
  await user.click(await button('Terugzetten'));
  await waitFor(async () => expect(await read(path)).toContain('Een van mij.'), patience);
  expect(await read(path)).toContain('Later.');
});

it('asks whose value stays of a half filled-in field that was changed while Oogst was closed', async () => {
  const typed = JSON.stringify({ organisatie: { value: 'De Linde', was: 'De Eik' } });
  const { user, read } = await left(typed, start.replace('De Eik', 'De Beuk'), 'velden');
  await seen('Nog niet opgeslagen');
  await user.keyboard('{Control>}s{/Control}');
  await seen('Conflict');
  expect(await read(path)).toContain('De Beuk');
});

it('goes on from the text that was on its way when that reached the file', () => {
  const typed = { body: 'Een twee drie.', base: 'Een.', sending: 'Een twee.' };
  const onDisk = (body: string) => stepped(draftOf({ body, revision: 'r' }), { do: 'put-back', typed });
  expect(onDisk('Een twee.')).toMatchObject({ text: 'Een twee drie.', base: 'Een twee.', conflict: undefined });
  expect(onDisk('Een.')).toMatchObject({ text: 'Een twee drie.', base: 'Een.', conflict: undefined });
  expect(onDisk('Anders.')).toMatchObject({ text: 'Een twee drie.', base: 'Een.', conflict: { body: 'Anders.' } });
});

it('keeps what was left until somebody decides, also when they write on without looking at it', async () => {
  const { user, client, read } = await left(body.replace('Een.', 'Een van mij.'), start);
  await button('Terugzetten');
  await user.type(await place(), 'Later.');
  await waitFor(async () => expect(await read(path)).toContain('Later.'), patience);
  await aSave();
  expect(screen.getByRole('button', { name: 'Terugzetten' })).toBeDefined();
  window.location.hash = '#/overzicht';
  await seen(/Niet-opgeslagen werk teruggevonden/);
  expect(await client.call('drafts.list', {})).toMatchObject([{ body: expect.stringContaining('Een van mij.') as string, base: body }]);
  await user.click(await screen.findByRole('link', { name: 'Bekijk' }));
  await user.click(await button('Weggooien'));
  await waitFor(async () => expect(await client.call('drafts.list', {})).toEqual([]), patience);
});
