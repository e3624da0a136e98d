// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openWindow, practice, seen, shelf } from './frame-window.tsx';

const path = 'praktijken/rustplek.md';
const place = (): Promise<HTMLTextAreaElement> => screen.findByRole('textbox', { name: /^Tekst van/ }, { timeout: 5000 });

it('opens with F2 and saves what was typed with Ctrl+S', async () => {
  const { user, read } = await openWindow(shelf, '#/stuk/rustplek');
  await screen.findByRole('heading', { level: 1, name: 'Rustplek in de gang' });
  await user.keyboard('{F2}');
  const area = await place();
  await user.type(area, 'Nu is het stil.');
  await user.keyboard('{Control>}s{/Control}');
  await seen(/^Opgeslagen \d\d:\d\d$/);
  expect(await read(path)).toBe(`${shelf[path]}Nu is het stil.`);
});

it('saves by itself after a pause', async () => {
  const { user, read } = await openWindow(shelf, '#/stuk/rustplek/bewerken');
  await user.type(await place(), 'Vanzelf.');
  await waitFor(async () => expect(await read(path)).toContain('Vanzelf.'), { timeout: 8000 });
});

it('saves before it goes back to reading', async () => {
  const { user, read } = await openWindow(shelf, '#/stuk/rustplek/bewerken');
  await user.type(await place(), 'Klaar ermee.');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(window.location.hash).toBe('#/stuk/rustplek'));
  expect(await read(path)).toContain('Klaar ermee.');
  expect(await seen(/Klaar ermee\./)).toBeDefined();
});

it('does not see a conflict in a change of the head of the file only', async () => {
  const { user, outside, read } = await openWindow(shelf, '#/stuk/rustplek/bewerken');
  await user.type(await place(), 'Tekst.');
  await outside(path, (shelf[path] ?? '').replace('fase: verspreid', 'fase: weeg'));
  await user.keyboard('{Control>}s{/Control}');
  await seen(/^Opgeslagen/);
  expect(await read(path)).toContain('fase: weeg');
  expect(await read(path)).toContain('Tekst.');
});

it('E1: follows the disk while nothing has been typed', async () => {
  const { outside } = await openWindow(shelf, '#/stuk/rustplek/bewerken');
  const area = await place();
  await outside(path, practice('Rustplek in de gang', { id: 'rustplek', body: 'Van buiten.\n' }));
  await waitFor(() => expect(area.value).toContain('Van buiten.'));
});

async function inConflict(): Promise<Awaited<ReturnType<typeof openWindow>>> {
  const opened = await openWindow(shelf, '#/stuk/rustplek/bewerken');
  await opened.user.type(await place(), 'Van mij.');
  await opened.outside(path, practice('Rustplek in de gang', { id: 'rustplek', body: 'Van buiten.\n' }));
  await opened.user.click(await screen.findByRole('button', { name: 'Kies een versie' }, { timeout: 5000 }));
  await screen.findByRole('dialog', { name: 'Welke tekst houd je?' });
  return opened;
}

it('E2: never overwrites a change from outside by itself', async () => {
  const { read } = await inConflict();
  expect(await read(path)).toContain('Van buiten.');
  expect((await place()).value).toContain('Van mij.');
});

it('keeps my text when I choose it', async () => {
  const { user, read } = await inConflict();
  for (const mine of screen.getAllByRole('radio', { name: /^Van mij/ })) await user.click(mine);
  await user.click(screen.getByRole('button', { name: 'Zo bewaren' }));
  await waitFor(async () => expect(await read(path)).toContain('Van mij.'), { timeout: 8000 });
  expect(await read(path)).not.toContain('Van buiten.');
});

it('takes the text of the disk when I choose that', async () => {
  const { user, read } = await inConflict();
  await user.click(screen.getByRole('button', { name: 'Die van schijf' }));
  await waitFor(async () => expect((await place()).value).toContain('Van buiten.'));
  expect(await read(path)).not.toContain('Van mij.');
});

it('keeps both when I ask for a copy', async () => {
  const { user, client, read } = await inConflict();
  await user.click(screen.getByRole('button', { name: 'Bewaar een kopie' }));
  await seen(/Jouw tekst is bewaard als/);
  const copy = (await client.call('entries.titles', {})).find((entry) => entry.title === 'Rustplek in de gang (mijn versie)');
  expect((await client.call('entries.read', { id: copy?.id ?? '' })).body).toContain('Van mij.');
  expect(await read(path)).toContain('Van buiten.');
});

it('gives back text that never reached the disk', async () => {
  const first = await openWindow(shelf, '#/stuk/rustplek/bewerken');
  await first.user.type(await place(), 'Bijna kwijt.');
  const left = { ...window.localStorage };
  first.client.close();
  await waitFor(() => expect(JSON.stringify({ ...window.localStorage, ...left })).toContain('Bijna kwijt.'));
  const kept = { ...window.localStorage };
  await first.close();
  const again = await openWindow({}, '#/', { dir: first.dir });
  for (const [name, value] of Object.entries(kept)) window.localStorage.setItem(name, String(value));
  window.location.hash = '#/stuk/rustplek/bewerken';
  await again.user.click(await screen.findByRole('button', { name: 'Terugzetten' }, { timeout: 5000 }));
  expect((await place()).value).toContain('Bijna kwijt.');
});

it('shows which part the cursor is in and how full the parts are', async () => {
  const { user } = await openWindow(shelf, '#/stuk/rustplek/bewerken');
  await user.click(await place());
  expect(await screen.findByRole('button', { name: /Waarom.*hier ben je/ })).toBeDefined();
  expect(screen.getByRole('button', { name: /Tips.*leeg/ })).toBeDefined();
});

it('adds the heading of a part that is not there yet', async () => {
  const { user } = await openWindow(shelf, '#/stuk/rustplek/bewerken');
  const area = await place();
  await user.click(screen.getByRole('button', { name: /Tips.*leeg/ }));
  await waitFor(() => expect(area.value).toContain('\n\n## Tips\n'));
});

it('E4: keeps the text when the file is deleted meanwhile, and makes it again on request', async () => {
  const { user, client, dir, read } = await openWindow(shelf, '#/stuk/rustplek/bewerken');
  await client.call('entries.setFields', { id: 'rustplek', fields: { regio: ['Noord'] } });
  await user.type(await place(), 'Blijft bestaan.');
  await rm(join(dir, path));
  await client.call('library.rescan', {});
  await user.keyboard('{Control>}s{/Control}');
  await seen(/^Het stuk “Rustplek in de gang” is er niet/);
  await user.click(screen.getByRole('button', { name: 'Opnieuw maken met mijn tekst' }));
  await waitFor(async () => expect(await read(path)).toContain('Blijft bestaan.'));
  expect(await read(path)).toContain('Noord');
});
