// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { chmod, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openWindow, seen, shelf, type OpenWindow } from './frame-window.tsx';

const path = 'praktijken/rustplek.md';
const edit = '#/stuk/rustplek/bewerken';
const text = (): Promise<HTMLElement> => screen.findByRole('textbox', { name: /^Tekst van/ }, { timeout: 5000 });

async function inFields(): Promise<OpenWindow & { field: HTMLElement }> {
  const opened = await openWindow(shelf, edit);
  await opened.user.click(await screen.findByRole('tab', { name: 'Gegevens' }, { timeout: 5000 }));
  return { ...opened, field: await screen.findByRole('combobox', { name: 'Organisatie' }) };
}

it('says in words what is safe: not saved yet, and since when it is', async () => {
  const { user } = await openWindow(shelf, edit);
  await user.type(await text(), 'x');
  expect(screen.getByText('Nog niet opgeslagen').getAttribute('role')).toBe('status');
  await seen(/^Opgeslagen \d\d:\d\d$/);
});

it('says that all is well when Ctrl+S has nothing to do', async () => {
  const { user, read } = await openWindow(shelf, edit);
  await user.click(await text());
  await user.keyboard('{Control>}s{/Control}');
  expect(await seen('Alles staat in het bestand.')).toBeDefined();
  expect(await read(path)).toBe(shelf[path]);
});

it('saves a field and an answer when somebody walks away to another screen', async () => {
  const { user, field, read } = await inFields();
  await user.type(field, ' en Eik');
  window.location.hash = '#/overzicht';
  await waitFor(async () => expect(await read(path)).toContain('organisatie: De Lindehoek en Eik\n'), { timeout: 8000 });
  window.location.hash = edit;
  await text();
  await user.keyboard('{F4}');
  await user.type(await screen.findByRole('textbox', { name: 'Wat is het doel?' }), 'Rust.');
  window.location.hash = '#/overzicht';
  await waitFor(async () => expect(await read(path)).toContain('### Doel\n\nRust.\n'), { timeout: 8000 });
});

it('keeps text and fields apart: each goes to the file beside the other', async () => {
  const { user, field, read } = await inFields();
  await user.type(await text(), 'Meer tekst.');
  await user.type(field, '!');
  await user.keyboard('{Control>}s{/Control}');
  await waitFor(async () => expect(await read(path)).toContain('organisatie: De Lindehoek!\n'), { timeout: 8000 });
  await waitFor(async () => expect(await read(path)).toContain('Meer tekst.'), { timeout: 8000 });
});

it('does not leave while a field has another value on disk, and shows where to choose', async () => {
  const { user, field, outside, read } = await inFields();
  await user.type(field, '!');
  await outside(path, (shelf[path] ?? '').replace('De Lindehoek', 'De Eik'));
  await user.click(screen.getByRole('tab', { name: 'Vragen' }));
  await seen('Conflict');
  expect(window.location.hash).toBe(edit);
  expect(await read(path)).toContain('De Eik');
  const line = (await screen.findByRole('tabpanel', { name: 'Gegevens' })).querySelector<HTMLElement>('[data-field="organisatie"]')!;
  await user.click(await within(line).findByRole('button', { name: 'Laat staan' }));
  await waitFor(() => expect(within(line).getByRole('combobox')).toHaveProperty('value', 'De Eik'));
  await user.click(screen.getByRole('button', { name: /^Klaar/ }));
  await waitFor(() => expect(window.location.hash).toBe('#/stuk/rustplek'));
});

it('becomes read-only as a whole, with the reason, when the folder does while it is open', async () => {
  const { readOnly } = await inFields();
  readOnly();
  await seen('Alleen-lezen');
  expect(screen.getByText(/niet wijzigen: de kennismap is alleen-lezen/)).toBeDefined();
  expect(await text()).toHaveProperty('readOnly', true);
  expect(screen.getByRole('combobox', { name: 'Organisatie' }).matches(':disabled')).toBe(true);
  expect(screen.queryByRole('button', { name: /^Interview/ })).toBeNull();
});

it('says that a field is not saved when the file cannot be written, and tries again on request', async () => {
  const { user, field, dir, read, outside } = await inFields();
  await rm(join(dir, path));
  await user.type(field, '!');
  await user.tab();
  expect(await seen('Niet opgeslagen')).toBeDefined();
  expect(field).toHaveProperty('value', 'De Lindehoek!');
  await outside(path, shelf[path] ?? '');
  await chmod(join(dir, path), 0o644);
  await user.click(await screen.findByRole('button', { name: 'Opnieuw proberen' }));
  await waitFor(async () => expect(await read(path)).toContain('organisatie: De Lindehoek!\n'), { timeout: 8000 });
});

/** The file is replaced by a folder: whatever runs the test, it can be neither read nor written. */
async function unwritable(dir: string): Promise<void> {
  await rm(join(dir, path));
  await mkdir(join(dir, path));
}

it('puts the whole text on the clipboard when it cannot be saved', async () => {
  const { user, dir } = await openWindow(shelf, edit);
  await user.type(await text(), 'Net getypt.');
  await unwritable(dir);
  await seen('Niet opgeslagen');
  await user.click(await screen.findByRole('button', { name: 'Kopieer tekst' }));
  await seen('De hele tekst staat op het klembord');
  expect(await navigator.clipboard.readText()).toBe('\n## Waarom\n\nDe gang was vol geluid.\nNet getypt.');
});

it('saves what cannot be saved as a new write-up beside it, and goes on there', async () => {
  const { user, dir, client } = await openWindow(shelf, edit);
  await user.type(await text(), 'Net getypt.');
  await unwritable(dir);
  await seen('Niet opgeslagen');
  await user.click(await screen.findByRole('button', { name: 'Opslaan als nieuw stuk' }));
  await seen('Jouw tekst is bewaard als “Rustplek in de gang (mijn versie)”');
  await waitFor(() => expect(window.location.hash).not.toBe(edit));
  const id = /^#\/stuk\/([^/]+)\/bewerken$/.exec(window.location.hash)?.[1] ?? '';
  expect((await client.call('entries.read', { id })).body).toBe('\n## Waarom\n\nDe gang was vol geluid.\nNet getypt.');
  await waitFor(async () => expect(await client.call('drafts.list', {})).toEqual([]), { timeout: 8000 });
});

it('keeps what was being typed as a draft when the folder becomes read-only under it', async () => {
  const { user, client, read, readOnly } = await openWindow(shelf, edit);
  await user.type(await text(), 'Net getypt.');
  readOnly();
  await seen('Alleen-lezen, concept bewaard');
  expect(await text()).toHaveProperty('value', expect.stringContaining('Net getypt.'));
  await waitFor(async () => expect((await client.call('drafts.list', {}))[0]?.body).toContain('Net getypt.'), { timeout: 8000 });
  expect(await read(path)).toBe(shelf[path]);
});
