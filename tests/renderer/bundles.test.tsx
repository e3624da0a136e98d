// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { soundName, zipIn } from '../../renderer/data/paths.ts';
import { changed, chaptersOf, Draft, draftOf, keptOf, nameFor, type Row } from '../../renderer/features/bundles/draft.ts';
import { emptyDraft } from '../../renderer/features/bundles/use-draft.ts';
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

it('has headings between the write-ups, and queries that are answered when it is made', async () => {
  const { user } = await openWindow(files, address('een'));
  await user.click(await screen.findByRole('button', { name: 'Kop' }));
  await user.keyboard('Voor de middag');
  await user.click(screen.getByRole('button', { name: 'Toevoegen' }));
  await user.keyboard('soort:vraag');
  await user.click(screen.getByRole('button', { name: 'Als zoekvraag' }));
  await seen('zoekvraag, vindt nu 1 stuk');
  await seen('2 stukken gaan mee.');
  await user.click(screen.getByRole('button', { name: 'Voor de middag een plaats omhoog' }));
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Kop boven wat volgt' }).value).toBe('Voor de middag');
});

const numbers = { 'praktijken/nr.md': practice('Met nummer', { id: 'nr', body: '## Waarom\n\nHet burgerservicenummer is 111222333.\n' }) };

it('holds back at the gate what is about somebody, until a reason is given, and takes that back', async () => {
  const { user } = await openWindow({ ...files, ...numbers }, address('een', 'nr'));
  await user.click(await screen.findByRole('radio', { name: /Partners/ }));
  await user.click(screen.getByRole('radio', { name: /Eigen organisatie/ }));
  const panel = await check();
  await within(panel).findByText('111222333');
  await seen('1 stuk gaat mee.');
  expect(screen.getByRole('button', { name: 'Maken zonder dat stuk' })).toBeTruthy();
  await user.click(within(panel).getByRole('button', { name: /^Laat passeren in Met nummer: .*burgerservicenummer/ }));
  await user.click(screen.getByRole('button', { name: 'Laat passeren' }));
  await seen('Schrijf op waarom dit mee mag.');
  await user.type(screen.getByRole('textbox', { name: 'Waarom mag dit mee?' }), 'Verzonnen nummer');
  await user.keyboard('{Tab}{Tab}{Enter}');
  await seen('2 stukken gaan mee.');
  await user.click(within(panel).getByText('Met een reden gepasseerd (1)'));
  await user.click(within(panel).getByRole('button', { name: 'Toch niet' }));
  await seen('1 stuk gaat mee.');
});

it('looks for the names of a pasted class list, for as long as the screen is open', async () => {
  const body = '## Waarom\n\nVandaag las Fenna Hoogland voor.\n';
  const { user } = await openWindow({ 'praktijken/n.md': practice('Voorlezen', { id: 'n', body }) }, address('n'));
  await user.click(await screen.findByRole('button', { name: 'Klassenlijst' }));
  await user.type(screen.getByRole('textbox', { name: 'Een naam per regel' }), 'Fenna Hoogland');
  await user.click(screen.getByRole('button', { name: 'Zoek deze namen' }));
  await within(await check()).findByText('Fenna Hoogland');
  expect(JSON.stringify(window.localStorage)).not.toContain('Fenna');
});

it('is kept in the kennismap, opened again, and no longer kept', async () => {
  const { user } = await openWindow(files, address('een', 'twee'));
  await waitFor(() => expect(titles()).toHaveLength(2));
  await user.click(screen.getByRole('button', { name: 'Bundel bewaren' }));
  await seen('“Bundel goede praktijken” is bewaard in de kennismap');
  await user.click(screen.getByRole('button', { name: 'Bewaarde bundels' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Nieuwe bundel' }));
  expect(titles()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Bewaarde bundels' }));
  await user.click(await screen.findByRole('menuitem', { name: /^Bundel goede praktijken/ }));
  await waitFor(() => expect(titles()).toEqual(['Een praktijk', 'Twee praktijk']));
  await user.click(screen.getByRole('button', { name: 'Bewaarde bundels' }));
  await user.click(await screen.findByRole('menuitem', { name: /niet meer bewaren/ }));
  await seen('“Bundel goede praktijken” wordt niet meer bewaard');
});

it('takes the look of the house, with a colour that can be read', async () => {
  const { user } = await openWindow(files, address('een'));
  await user.click(await screen.findByRole('button', { name: 'Nieuwe huisstijl' }));
  await user.click(screen.getByRole('button', { name: 'Bewaren' }));
  await seen('Vul de naam van de organisatie in.');
  await user.type(screen.getByRole('textbox', { name: 'Naam van de organisatie' }), 'De Boomgaard');
  fireEvent.change(screen.getByLabelText('Kleur'), { target: { value: '#ffcc00' } });
  await seen(/Te licht om op wit te lezen/);
  await user.click(screen.getByRole('button', { name: 'Bewaren' }));
  await waitFor(() => expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Huisstijl' }).value).toBe('de-boomgaard'));
  // Keeping a style is no order to make the bundle.
  expect(screen.queryByText('Kies een map om de bundel in te bewaren.')).toBeNull();
});

it('says what to do when nothing is picked', async () => {
  await openWindow(files, '#/bundels');
  await seen('Nog niets gekozen');
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Bundel maken' }).disabled).toBe(true);
});

const held = (...ids: string[]): Row[] => ids.map((entry) => ({ entry }));

describe('a draft', () => {
  const draft: Draft = { ...emptyDraft(''), rows: held('a', 'b', 'c') };

  it('holds a write-up once', () => {
    expect(changed(draft, { do: 'add', ids: ['b', 'd', 'd'] }).rows).toEqual(held('a', 'b', 'c', 'd'));
  });

  it('keeps a moved write-up within the list', () => {
    expect(changed(draft, { do: 'move', key: 'a', to: 99 }).rows).toEqual(held('b', 'c', 'a'));
    expect(changed(draft, { do: 'move', key: 'c', to: -3 }).rows).toEqual(held('c', 'a', 'b'));
    expect(changed(draft, { do: 'move', key: 'x', to: 0 })).toBe(draft);
  });

  it('has its chapters by the headings in the list, and is the same again after being kept', () => {
    const rows: Row[] = [...held('a'), { key: 'k', chapter: 'Twee' }, { key: 'q', query: 'ouders', name: 'ouders' }, ...held('b')];
    const chapters = [
      { title: '', items: [{ entry: 'a' }] },
      { title: 'Twee', items: [{ query: 'ouders' }, { entry: 'b' }] },
    ];
    expect(chaptersOf(rows)).toEqual(chapters);
    const kept = { ...keptOf({ ...draft, rows }), id: 'x', changed: '2026-11-23' };
    expect(chaptersOf(draftOf(kept, draft).rows)).toEqual(chapters);
    expect(keptOf(draftOf(kept, draft))).toEqual({ ...keptOf({ ...draft, rows }), id: 'x' });
  });

  it('of before, with only ids, still opens', () => {
    expect(Draft.parse({ ids: ['a', 'b'], title: 'T', audience: 'intern', folder: '' }).rows).toEqual(held('a', 'b'));
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
