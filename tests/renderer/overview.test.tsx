// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { openWindow, practice, seen } from './frame-window.tsx';

const judged = (...pairs: [string, string][]): string =>
  `oordelen:\n${pairs.map(([item, verdict]) => `  - {item: ${item}, oordeel: ${verdict}, door: team, op: "2026-03-01"}\n`).join('')}`;
const long = (word: string): string => Array.from({ length: 45 }, () => word).join(' ');

const files: Record<string, string> = {
  'praktijken/een.md': practice('Eerste praktijk', {
    id: 'een',
    head: `fase: weeg\norganisatie: De Lindehoek\nthema: [ouders]\n${judged(['A1', 'ja'], ['A2', 'ja'], ['A3', 'ja'], ['A4', 'nee'], ['A5', 'ja'], ['A6', 'ja'], ['A7', 'ja'])}`,
    body: `## Waarom\n\n${long('reden')}\n\n## Hoe\n\nKort.\n`,
  }),
  'praktijken/twee.md': practice('Tweede praktijk', {
    id: 'twee',
    head: `fase: weeg\norganisatie: Het Wilgenrak\n${judged(['A1', 'ja'], ['A4', 'deels'])}`,
  }),
  'praktijken/drie.md': practice('Derde praktijk', { id: 'drie', head: 'organisatie: Het Wilgenrak\nherzien_voor: "2026-01-31"\n' }),
  'vragen/open.md': '---\nid: open\nsoort: vraag\ntitel: Wie weet het?\norganisatie: De Lindehoek\n---\n\n## De vraag\n\nDat dus.\n',
  'vragen/antwoord.md': '---\nid: antwoord\nsoort: vraag\ntitel: Wat helpt er?\n---\n\n## De vraag\n\nDit dus.\n',
  'praktijken/vier.md': practice('Vierde praktijk', { id: 'vier', head: 'fase: verspreid\nbeantwoordt: [antwoord]\n' }),
};

beforeEach(() => window.sessionStorage.clear());

const matrix = (): Promise<HTMLElement> => screen.findByRole('grid', { name: /Criteria bij praktijken/ });
const rowTitles = async (): Promise<string[]> =>
  within(await matrix())
    .getAllByRole('row')
    .slice(1, -1)
    .map((row) => row.querySelector('th')?.textContent ?? '');

it('begins with how many there are of everything', async () => {
  await openWindow(files, '#/overzicht');
  await seen('4 praktijken, 2 open vragen, waarvan 1 zonder antwoord. 1 stuk is toe aan herziening.');
});

it('leads from a stage of the wheel to the list of that stage', async () => {
  await openWindow(files, '#/overzicht');
  const sector = await screen.findByRole('link', { name: '3 Weeg 2 praktijken' });
  // There is no following of links in a drawing here; the journeys do that.
  window.location.hash = sector.getAttribute('href') ?? '';
  await waitFor(() =>
    expect([...document.querySelectorAll('.hit-title')].map((title) => title.textContent).sort()).toEqual(['Eerste praktijk', 'Tweede praktijk']),
  );
});

it('says how many practices are in no stage', async () => {
  await openWindow(files, '#/overzicht');
  await seen('1 praktijk staat nog niet in een fase.');
});

it('shows the judgement and the part behind every cell', async () => {
  await openWindow(files, '#/overzicht');
  const row = within(await matrix()).getByRole('row', { name: /Eerste praktijk/ });
  expect(within(row).getByRole('link', { name: 'A4 Meerdere perspectieven: nee' }).getAttribute('href')).toBe('#/weging/een?item=checklist.A4');
  expect(within(row).getByRole('link', { name: 'B1 Waarom: vol' })).toBeDefined();
  expect(within(row).getByRole('link', { name: 'B2 Hoe: dun' })).toBeDefined();
  expect(within(row).getByRole('link', { name: 'B4 Tips: ontbreekt' })).toBeDefined();
});

it('counts ja and vol under every column and points at the criterion that is ja least often', async () => {
  await openWindow(files, '#/overzicht');
  const foot = within(await matrix())
    .getAllByRole('row')
    .at(-1);
  const counts = [...(foot?.querySelectorAll('td') ?? [])].map((cell) => cell.textContent);
  expect(counts).toEqual(['2', '1', '1', '0', '1', '1', '1', '1', '0', '0', '0']);
  expect([...document.querySelectorAll('.matrix thead .is-on')].map((cell) => cell.textContent)).toEqual(['A4']);
});

it('leads from the head of a column to the practices that lack it, and from its count to those that have it', async () => {
  const { user } = await openWindow(files, '#/overzicht');
  await user.click(await screen.findByRole('link', { name: 'A1 Brandende kwestie in beeld: praktijken zonder het oordeel ja' }));
  await waitFor(() =>
    expect([...document.querySelectorAll('.hit-title')].map((title) => title.textContent).sort()).toEqual(['Derde praktijk', 'Vierde praktijk']),
  );
  window.history.back();
  await user.click(await screen.findByRole('link', { name: 'A1: 2 van 4 praktijken ja' }));
  await waitFor(() =>
    expect([...document.querySelectorAll('.hit-title')].map((title) => title.textContent).sort()).toEqual(['Eerste praktijk', 'Tweede praktijk']),
  );
});

it('is one stop for Tab and is walked with the arrows', async () => {
  const { user } = await openWindow(files, '#/overzicht');
  const links = within(await matrix()).getAllByRole('link');
  await waitFor(() => expect(links.filter((link) => link.tabIndex === 0)).toHaveLength(1));
  links.find((link) => link.tabIndex === 0)?.focus();
  expect(document.activeElement?.textContent).toBe('Eerste praktijk');
  await user.keyboard('{ArrowRight}{ArrowRight}{ArrowDown}');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('A2 Ontwikkelproces inzichtelijk: geen oordeel');
  await user.keyboard('{End}');
  expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^B4/);
  await user.keyboard('{PageDown}');
  expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^B4: vol bij 0/);
  await user.keyboard('{PageUp}{Home}');
  expect(document.activeElement?.textContent).toBe('Praktijk');
});

it('narrows everything to one organisation, and every list it leads to as well', async () => {
  const { user } = await openWindow(files, '#/overzicht');
  await matrix();
  await user.selectOptions(await screen.findByLabelText('Organisatie'), 'De Lindehoek');
  await waitFor(async () => expect(await rowTitles()).toEqual(['Eerste praktijk']));
  await seen('1 praktijk, 1 open vraag zonder antwoord.');
  expect(screen.getByRole('link', { name: '3 Weeg 1 praktijk' }).getAttribute('href')).toContain('Lindehoek');
  await user.click(screen.getByRole('button', { name: 'Toon alles' }));
  await waitFor(async () => expect(await rowTitles()).toHaveLength(4));
});

it('puts questions without an answer first', async () => {
  await openWindow(files, '#/overzicht');
  const panel = await screen.findByRole('region', { name: /Open vragen/ });
  expect(
    within(panel)
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual([expect.stringMatching(/Wie weet het\?.*nog geen antwoord/), expect.stringMatching(/Wat helpt er\?.*1 praktijk antwoordt/)]);
});

it('shows the first of what is due, and all of it when asked', async () => {
  const due = Array.from({ length: 9 }, (_, n) => [`praktijken/d${n}.md`, practice(`Stuk ${n}`, { head: `herzien_voor: "2026-0${n + 1}-01"\n` })]);
  const { user } = await openWindow(Object.fromEntries(due) as Record<string, string>, '#/overzicht');
  const panel = await screen.findByRole('region', { name: /Toe aan herziening/ });
  const shown = (): (string | null)[] =>
    within(panel)
      .getAllByRole('listitem')
      .map((item) => item.textContent);
  expect(shown()).toHaveLength(6);
  expect(shown()[0]).toMatch(/^Stuk 0herzien vóór 1 januari 2026/);
  await user.click(within(panel).getByRole('button', { name: 'Toon alle 9' }));
  expect(shown()).toHaveLength(9);
});

it('follows a change from outside', async () => {
  const { outside } = await openWindow(files, '#/overzicht');
  await matrix();
  await outside('praktijken/vijf.md', practice('Vijfde praktijk', { head: 'fase: weeg\n' }));
  await screen.findByRole('link', { name: '3 Weeg 3 praktijken' });
});

it('says what will come when there are no practices yet', async () => {
  await openWindow({}, '#/overzicht');
  await seen('Hier komt het overzicht van je praktijken');
  expect(screen.queryByRole('grid')).toBeNull();
});
