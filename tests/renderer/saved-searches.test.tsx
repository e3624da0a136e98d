// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { openWindow, practice, seen, shelf } from './frame-window.tsx';

const path = '.oogst/zoekvragen.json';
const book = (...searches: object[]): string => JSON.stringify({ zoekvragen: searches.map((one) => ({ gemaakt: '2026-11-01', ...one })) });
const ouders = { id: 'o', naam: 'Over ouders', vraag: 'ouders', sortering: 'titel', door: 'team' };
const group = (): Promise<HTMLElement> => screen.findByRole('region', { name: 'Zoekvragen' });
const link = async (name: RegExp): Promise<HTMLElement> => within(await group()).findByRole('link', { name });
const titles = (): (string | null)[] => [...document.querySelectorAll('.hit-title')].map((title) => title.textContent);
const written = async (read: (path: string) => Promise<string>): Promise<unknown> =>
  (JSON.parse(await read(path)) as { zoekvragen: unknown }).zoekvragen;

beforeEach(() => window.sessionStorage.clear());

it('keeps the query that stands with Enter, and shows it in the navigation', async () => {
  const { user, read } = await openWindow(shelf, '#/bibliotheek?q=ouders&sort=datum');
  await user.click(await screen.findByRole('button', { name: 'Bewaren' }));
  const name = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Naam' });
  expect(name.value).toBe('Ouders');
  await user.type(name, 'Alles over ouders{Enter}', { initialSelectionStart: 0, initialSelectionEnd: 6 });
  await seen('“Alles over ouders” is bewaard');
  expect((await link(/Alles over ouders: 2 stukken$/)).getAttribute('href')).toBe('#/bibliotheek?q=ouders&sort=datum');
  expect(await written(read)).toMatchObject([{ naam: 'Alles over ouders', vraag: 'ouders', sortering: 'datum' }]);
  await screen.findByRole('button', { name: 'Bewaard' });
});

it('offers nothing to keep without a query, and no group without kept ones', async () => {
  await openWindow(shelf, '#/bibliotheek');
  await waitFor(() => expect(titles()).toHaveLength(4));
  expect(screen.queryByRole('button', { name: 'Bewaren' })).toBeNull();
  expect(screen.queryByRole('region', { name: 'Zoekvragen' })).toBeNull();
});

it('tells how many are new, and which, once it is opened', async () => {
  const { client, user, outside } = await openWindow({ ...shelf, [path]: book(ouders) }, '#/overzicht');
  await client.call('searches.seen', { id: 'o' });
  await outside('praktijken/nieuw.md', practice('Nieuwe ouderavond', { id: 'nieuw' }));
  await user.click(await link(/Over ouders: 3 stukken, 1 nieuw/));
  const news = await screen.findByRole('region', { name: 'Zoekvraag “Over ouders”' });
  expect(within(news).getByRole('status').textContent).toMatch(/^1 nieuw sinds \d/);
  expect(within(news).getByRole('link').getAttribute('href')).toBe('#/bibliotheek?q=ouders&sort=titel&id=nieuw');
  await link(/Over ouders: 3 stukken$/);
  expect(news.isConnected).toBe(true);
  await user.click(within(news).getByRole('button', { name: 'Gezien' }));
  await waitFor(() => expect(news.isConnected).toBe(false));
});

it('tells what is new as it is now: what went, or has another name or file, is not told as it was', async () => {
  const { client, user, dir, outside } = await openWindow({ ...shelf, [path]: book(ouders) }, '#/overzicht');
  await client.call('searches.seen', { id: 'o' });
  const bare = (title: string): string => `---\nsoort: praktijk\ntitel: ${title}\n---\n\nVoor ouders.\n`;
  await outside('praktijken/een.md', bare('Ouders een'));
  await user.click(await link(/Over ouders: 3 stukken, 1 nieuw/));
  const news = await screen.findByRole('region', { name: 'Zoekvraag “Over ouders”' });
  const told = (): (string | null)[] =>
    within(news)
      .queryAllByRole('link')
      .map((one) => one.textContent);
  await outside('praktijken/twee.md', bare('Ouders twee'));
  await waitFor(() => expect(told()).toEqual(['Ouders een', 'Ouders twee']));
  await rename(join(dir, 'praktijken/een.md'), join(dir, 'praktijken/drie.md'));
  await outside('praktijken/twee.md', bare('Ouders anders'));
  await waitFor(() => expect(told()).toEqual(['Ouders anders', 'Ouders een']));
  expect(within(news).getByRole('status').textContent).toMatch(/^2 nieuw/);
  expect(within(news).getAllByRole('link')[1]?.getAttribute('href')).toContain('drie');
  await outside('praktijken/drie (conflicted copy 2026-01-02).md', bare('Ouders een'));
  await waitFor(() =>
    expect(told().toSorted((a, b) => String(a).localeCompare(String(b)))).toEqual(['Ouders anders', 'Ouders een', 'Ouders een (conflictkopie)']),
  );
  await rm(join(dir, 'praktijken/drie (conflicted copy 2026-01-02).md'));
  await rm(join(dir, 'praktijken/drie.md'));
  await outside('praktijken/twee.md', 'Heel iets anders.\n');
  await waitFor(() => expect(news.isConnected).toBe(false));
});

it('says nothing is new when it is opened for the first time', async () => {
  const { user } = await openWindow({ ...shelf, [path]: book(ouders) }, '#/overzicht');
  await user.click(await link(/Over ouders: 2 stukken$/));
  await waitFor(() => expect(titles()).toHaveLength(2));
  expect(screen.queryByRole('region', { name: /Zoekvraag/ })).toBeNull();
});

it('gets another name, and refuses one that is taken', async () => {
  const { user, read } = await openWindow({ ...shelf, [path]: book(ouders, { id: 'r', naam: 'Rust', vraag: 'rust' }) }, '#/bibliotheek?q=rust');
  await user.click(await screen.findByRole('button', { name: 'Bewaard' }));
  await user.click(screen.getByRole('menuitem', { name: 'Andere naam geven' }));
  const name = await screen.findByRole('textbox', { name: 'Naam' });
  await user.clear(name);
  await user.type(name, 'over OUDERS{Enter}');
  await seen('Er is al een zoekvraag “Over ouders”. Kies een andere naam.');
  await user.clear(name);
  await user.type(name, 'Rustplekken{Enter}');
  await link(/Rustplekken/);
  expect(await written(read)).toMatchObject([ouders, { id: 'r', naam: 'Rustplekken', vraag: 'rust' }]);
});

it('gets the query that stands in the place of its own, and that can be undone', async () => {
  const { user, read } = await openWindow({ ...shelf, [path]: book(ouders) }, '#/bibliotheek?q=rustplek');
  await user.click(await screen.findByRole('button', { name: 'Bewaren' }));
  await user.selectOptions(await screen.findByLabelText('Bewaren als'), 'In plaats van “Over ouders”');
  const dialog = screen.getByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: 'Bewaren' }));
  await seen('“Over ouders” heeft nu deze zoekvraag');
  expect(await written(read)).toMatchObject([{ id: 'o', naam: 'Over ouders', vraag: 'rustplek', door: 'team' }]);
  await user.click(screen.getByRole('button', { name: 'Ongedaan maken' }));
  await waitFor(async () => expect(await written(read)).toMatchObject([ouders]));
});

it('goes and comes back', async () => {
  const { user, read } = await openWindow({ ...shelf, [path]: book(ouders) }, '#/overzicht');
  await user.click(await screen.findByRole('button', { name: 'Alle zoekvragen…' }));
  await user.click(await screen.findByRole('button', { name: '“Over ouders” verwijderen' }));
  await seen('Zoekvraag “Over ouders” is verwijderd');
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Zoekvragen' })).toBeNull());
  await user.click(screen.getByRole('button', { name: 'Ongedaan maken' }));
  await link(/Over ouders/);
  expect(await written(read)).toEqual([{ ...ouders, gemaakt: '2026-11-01' }]);
});

it('shows eight in the navigation, those with something new among them, and all in a dialog', async () => {
  const many = Array.from({ length: 12 }, (_, n) => ({ id: `z${n}`, naam: `Vraag ${n + 10}`, vraag: n === 11 ? 'zonnebloem' : `woord${n}` }));
  const { user, client, outside } = await openWindow({ ...shelf, [path]: book(...many) }, '#/overzicht');
  expect(within(await group()).getAllByRole('link')).toHaveLength(8);
  await client.call('searches.seen', { id: 'z11' });
  await outside('praktijken/nieuw.md', practice('Zonnebloem'));
  await link(/Vraag 21: 1 stuk, 1 nieuw/);
  expect(within(await group()).getAllByRole('link')).toHaveLength(8);
  await user.click(screen.getByRole('button', { name: 'Alle zoekvragen…' }));
  expect(within(await screen.findByRole('dialog')).getAllByRole('link')).toHaveLength(12);
});

it('follows what a colleague keeps', async () => {
  const { dir, outside } = await openWindow(shelf, '#/overzicht');
  await mkdir(join(dir, '.oogst'));
  await outside(path, book(ouders));
  await link(/Over ouders: 2 stukken/);
});

it('keeps nothing in a kennismap that is read-only, and says why', async () => {
  const { client, readOnly } = await openWindow(shelf, '#/bibliotheek?q=ouders');
  await screen.findByRole('button', { name: 'Bewaren' });
  readOnly();
  const button = await screen.findByRole<HTMLButtonElement>('button', { name: /Bewaren.*alleen-lezen/ });
  expect(button.disabled).toBe(true);
  await expect(client.call('searches.keep', { name: 'A', query: 'a' })).rejects.toMatchObject({ code: 'library.read-only' });
});

it('tells what is wrong with a broken file', async () => {
  const { user } = await openWindow({ ...shelf, [path]: '{' }, '#/bibliotheek?q=ouders');
  expect((await screen.findByRole<HTMLButtonElement>('button', { name: /Bewaren.*niet te lezen/ })).disabled).toBe(true);
  await user.click(screen.getByRole('button', { name: 'Niet te lezen…' }));
  await within(await screen.findByRole('dialog')).findByText(/geen geldige JSON/);
});

it('puts all its hits in a bundle, in its own order, without those that are in already', async () => {
  const { user } = await openWindow({ ...shelf, [path]: book(ouders) }, '#/bundels?ids=ouderkamer');
  await user.click(await screen.findByRole('button', { name: 'Toevoegen' }));
  await user.selectOptions(await screen.findByLabelText('Of kies een bewaarde zoekvraag'), 'Over ouders');
  await user.click(await screen.findByRole('button', { name: 'Alles wat gevonden is (2)' }));
  const inside = (): (string | null)[] => [...document.querySelectorAll('.drag-name a')].map((name) => name.textContent);
  await waitFor(() => expect(inside()).toEqual(['Ouderkamer op dinsdag', 'Hoe bereiken we ouders overdag?']));
});
