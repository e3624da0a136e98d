// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { openWindow, seen, shelf, type OpenWindow } from './frame-window.tsx';

const path = 'praktijken/rustplek.md';
const book = '.oogst/zoekvragen.json';
const kept = JSON.stringify({ zoekvragen: [{ id: 'o', naam: 'Over ouders', vraag: 'ouders', gemaakt: '2026-11-01', door: 'team' }] });
const patience = { timeout: 5000 };
const messages = (): HTMLElement[] => [...screen.getByRole('region', { name: 'Meldingen' }).querySelectorAll<HTMLElement>('.toast')];
const press = async ({ user }: OpenWindow, keys: 'z' | 'y'): Promise<void> => {
  document.getElementById('inhoud')?.focus();
  await user.keyboard(`{Control>}${keys}{/Control}`);
};

beforeEach(() => window.sessionStorage.clear());

async function throwAway({ user }: OpenWindow): Promise<void> {
  await screen.findByRole('heading', { level: 1, name: 'Rustplek in de gang' }, patience);
  await user.click(await screen.findByRole('button', { name: 'Meer' }, patience));
  await user.click(await screen.findByRole('menuitem', { name: 'Naar de prullenbak' }));
  await seen('“Rustplek in de gang” ligt in de prullenbak');
}

async function removeSearch({ user }: OpenWindow): Promise<void> {
  await user.click(await screen.findByRole('button', { name: 'Alle zoekvragen…' }, patience));
  await user.click(await screen.findByRole('button', { name: '“Over ouders” verwijderen' }));
  await seen('Zoekvraag “Over ouders” is verwijderd');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
}

it('brings back a kept search with Ctrl+Z when that was the last that went, and then what went before it', async () => {
  const window = await openWindow({ ...shelf, [book]: kept }, '#/stuk/rustplek');
  await throwAway(window);
  await removeSearch(window);
  await press(window, 'z');
  await waitFor(async () => expect(await window.read(book)).toContain('Over ouders'), patience);
  await expect(window.read(path)).rejects.toThrow('ENOENT');
  expect(screen.queryByText('Zoekvraag “Over ouders” is verwijderd')).toBeNull();
  await press(window, 'z');
  await waitFor(async () => expect(await window.read(path)).toBe(shelf[path]), patience);
});

it('brings back a kept search with Ctrl+Z also when its message went', async () => {
  const window = await openWindow({ ...shelf, [book]: kept }, '#/stuk/rustplek');
  await throwAway(window);
  await removeSearch(window);
  for (const message of messages()) await window.user.click(within(message).getByRole('button', { name: 'Sluiten' }));
  await press(window, 'z');
  await waitFor(async () => expect(await window.read(book)).toContain('Over ouders'), patience);
  await expect(window.read(path)).rejects.toThrow('ENOENT');
});

it('first takes back what was done after a kept search went', async () => {
  const window = await openWindow({ ...shelf, [book]: kept }, '#/stuk/rustplek');
  await removeSearch(window);
  await window.client.call('entries.setFields', { id: 'rustplek', fields: { organisatie: 'De Eik' } });
  await press(window, 'z');
  await waitFor(async () => expect(await window.read(path)).toBe(shelf[path]), patience);
  expect(await window.read(book)).not.toContain('Over ouders');
  await press(window, 'z');
  await waitFor(async () => expect(await window.read(book)).toContain('Over ouders'), patience);
});

it('shows one message after throwing away, taking that back and doing it again', async () => {
  const window = await openWindow(shelf, '#/stuk/rustplek');
  await throwAway(window);
  await press(window, 'z');
  await seen(/^Ongedaan gemaakt/);
  expect(messages()).toHaveLength(1);
  await press(window, 'y');
  await seen(/^Opnieuw gedaan/);
  expect(messages()).toHaveLength(1);
  expect(screen.queryByRole('button', { name: 'Ongedaan maken' })).toBeNull();
  await expect(window.read(path)).rejects.toThrow('ENOENT');
});

it('no longer offers to take back what another window took back', async () => {
  const window = await openWindow(shelf, '#/stuk/rustplek');
  await throwAway(window);
  await window.client.call('undo.back', {});
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Ongedaan maken' })).toBeNull(), { timeout: 2000 });
});

it('takes nothing back in another kennismap', async () => {
  const window = await openWindow({ ...shelf, [book]: kept }, '#/overzicht');
  await removeSearch(window);
  const other = await openOther(window);
  expect(screen.queryByRole('button', { name: 'Ongedaan maken' })).toBeNull();
  await press(window, 'z');
  await seen('Er is niets om ongedaan te maken.');
  expect(await other.call('searches.list', {})).toMatchObject({ searches: [] });
});

async function openOther({ client }: OpenWindow): Promise<OpenWindow['client']> {
  const { temporaryFolder } = await import('../helpers/temporary.ts');
  await client.call('library.open', { dir: await temporaryFolder(shelf) });
  return client;
}
