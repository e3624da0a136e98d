// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { soundName, zipIn } from '../../renderer/data/paths.ts';
import { changed, nameFor, type Draft } from '../../renderer/features/bundles/draft.ts';
import { openWindow, practice, seen } from './frame-window.tsx';

const files = {
  'praktijken/een.md': practice('Een praktijk', { id: 'een', head: 'delen: openbaar\ntoestemming: verkregen\n' }),
  'praktijken/twee.md': practice('Twee praktijk', { id: 'twee', head: 'delen: partners\ntoestemming: nvt\n' }),
  'praktijken/drie.md': practice('Drie praktijk', { id: 'drie', head: 'vertrouwelijk: true\n' }),
  'vragen/vier.md': '---\nid: vier\nsoort: vraag\ntitel: Vier vraag\ndelen: openbaar\ntoestemming: nvt\n---\n\n## De vraag\n\nDat.\n',
};
const address = (...ids: string[]): string => `#/bundels?ids=${ids.join(',')}`;
const titles = (): (string | null)[] => [...document.querySelectorAll('.drag-name a')].map((link) => link.textContent);
const check = (): Promise<HTMLElement> => screen.findByRole('region', { name: /Nakijken/ });

beforeEach(() => window.sessionStorage.clear());

it('takes what the address brings along, once', async () => {
  await openWindow(files, address('een', 'twee'));
  await waitFor(() => expect(titles()).toEqual(['Een praktijk', 'Twee praktijk']));
  expect(window.location.hash).toBe('#/bundels');
});

it('takes everything a query finds', async () => {
  await openWindow(files, '#/bundels?q=soort%3Apraktijk');
  await waitFor(() => expect(new Set(titles())).toEqual(new Set(['Drie praktijk', 'Een praktijk', 'Twee praktijk'])));
});

it('adds write-ups that are looked up, with the keys', async () => {
  const { user } = await openWindow(files, address('een'));
  await user.click(await screen.findByRole('button', { name: 'Toevoegen' }));
  await user.keyboard('vraag');
  const box = await screen.findByRole('checkbox', { name: /Vier vraag/ });
  box.focus();
  await user.keyboard(' ');
  await user.click(screen.getByRole('button', { name: '1 stuk toevoegen' }));
  await waitFor(() => expect(titles()).toEqual(['Een praktijk', 'Vier vraag']));
});

it('shows in the dialog what is in the bundle already', async () => {
  const { user } = await openWindow(files, address('een'));
  await user.click(await screen.findByRole('button', { name: 'Toevoegen' }));
  const box = await screen.findByRole<HTMLInputElement>('checkbox', { name: /Een praktijk.*zit er al in/ });
  expect([box.checked, box.disabled]).toEqual([true, true]);
});

it('is put in order with the arrows on the grip and with the buttons, and says the new place', async () => {
  const { user } = await openWindow(files, address('een', 'twee', 'vier'));
  await waitFor(() => expect(titles()).toHaveLength(3));
  (await screen.findByRole('button', { name: /^Een praktijk verplaatsen/ })).focus();
  await user.keyboard('{ArrowDown}');
  expect(titles()).toEqual(['Twee praktijk', 'Een praktijk', 'Vier vraag']);
  await seen('Een praktijk staat nu op plaats 2 van 3');
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(titles()).toEqual(['Twee praktijk', 'Vier vraag', 'Een praktijk']);
  expect(document.activeElement).toBe(screen.getByRole('button', { name: /^Een praktijk verplaatsen/ }));
  await user.click(screen.getByRole('button', { name: 'Vier vraag een plaats omhoog' }));
  expect(titles()).toEqual(['Vier vraag', 'Twee praktijk', 'Een praktijk']);
});

it('takes a write-up out and puts it back at its place', async () => {
  const { user } = await openWindow(files, address('een', 'twee', 'vier'));
  await user.click(await screen.findByRole('button', { name: 'Twee praktijk uit de bundel halen' }));
  expect(titles()).toEqual(['Een praktijk', 'Vier vraag']);
  await user.click(screen.getByRole('button', { name: 'Ongedaan maken' }));
  expect(titles()).toEqual(['Een praktijk', 'Twee praktijk', 'Vier vraag']);
});

it('says while picking what stays behind for whom, and leads there', async () => {
  const { user } = await openWindow(files, address('een', 'twee', 'drie'));
  await within(await check()).findByText('Drie praktijk: staat op vertrouwelijk en gaat nooit mee.');
  await seen('2 stukken gaan mee.');
  await user.click(screen.getByRole('radio', { name: /Iedereen/ }));
  await within(await check()).findByText('Twee praktijk: mag niet gedeeld worden met iedereen.');
  await seen('1 stuk gaat mee.');
  expect(
    within(await check())
      .getByRole('link', { name: 'Open het stuk Twee praktijk' })
      .getAttribute('href'),
  ).toBe('#/stuk/twee');
  await user.click(screen.getByRole('button', { name: 'Haal alles eruit wat niet mee mag' }));
  await waitFor(() => expect(titles()).toEqual(['Een praktijk']));
});

it('follows a mend that is made elsewhere', async () => {
  const { outside } = await openWindow(files, address('drie'));
  await within(await check()).findByText(/vertrouwelijk en gaat nooit mee/);
  await outside('praktijken/drie.md', practice('Drie praktijk', { id: 'drie' }));
  await within(await check()).findByText('Alles wat je koos mag mee');
});

it('asks for a folder before anything is made', async () => {
  const { user } = await openWindow(files, address('een'));
  await seen('1 stuk gaat mee.');
  await user.click(screen.getByRole('button', { name: 'Bundel maken' }));
  await seen('Kies een map om de bundel in te bewaren.');
});

it('says what to do when nothing is picked', async () => {
  await openWindow(files, '#/bundels');
  await seen('Nog niets gekozen');
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Bundel maken' }).disabled).toBe(true);
});

describe('a draft', () => {
  const draft: Draft = { ids: ['a', 'b', 'c'], title: 'T', audience: 'intern', folder: '' };

  it('holds a write-up once', () => {
    expect(changed(draft, { do: 'add', ids: ['b', 'd', 'd'] }).ids).toEqual(['a', 'b', 'c', 'd']);
  });

  it('keeps a moved write-up within the list', () => {
    expect(changed(draft, { do: 'move', id: 'a', to: 99 }).ids).toEqual(['b', 'c', 'a']);
    expect(changed(draft, { do: 'move', id: 'c', to: -3 }).ids).toEqual(['c', 'a', 'b']);
    expect(changed(draft, { do: 'move', id: 'x', to: 0 })).toBe(draft);
  });
});

describe('the name of the file', () => {
  it('begins with the day and leaves out what a disk refuses', () => {
    expect(nameFor('Ouders: "partner" of gast?', '2026-11-26')).toBe('2026-11-26 Ouders partner of gast');
    expect(nameFor('...', '2026-11-26')).toBe('2026-11-26 bundel');
  });

  it('is refused when no disk takes it', () => {
    expect(['goed.zip', 'a/b', 'a\\b', 'wat?', '.verborgen', 'punt.', ' '].map(soundName)).toEqual([true, false, false, false, false, false, false]);
  });

  it('is put behind the folder in the way of that folder', () => {
    expect(zipIn('/home/anna/', 'x')).toBe('/home/anna/x.zip');
    expect(zipIn('C:\\Users\\Anna', 'x.zip')).toBe('C:\\Users\\Anna\\x.zip');
    expect(zipIn('\\\\server\\deel', 'x')).toBe('\\\\server\\deel\\x.zip');
    expect(zipIn('/', 'x')).toBe('/x.zip');
  });
});
