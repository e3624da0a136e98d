// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { openWindow, practice, seen, shelf } from './frame-window.tsx';

const titles = (): string[] => [...document.querySelectorAll('.hit-title')].map((title) => title.textContent ?? '');

it('lists everything with its number', async () => {
  await openWindow(shelf, '#/bibliotheek');
  await waitFor(() => expect(titles()).toHaveLength(4));
  expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('4 stukken');
});

it('follows every letter in the search field and marks the found words', async () => {
  const { user } = await openWindow(shelf, '#/bibliotheek');
  await user.type(await screen.findByRole('combobox', { name: 'Zoeken in de hele kennismap' }), 'rustpl');
  await waitFor(() => expect(titles()).toEqual(['Rustplek in de gang']));
  expect(document.querySelector('.hit-title mark')?.textContent).toBe('Rustplek');
  await waitFor(() => expect(window.location.hash).toContain('q=rustpl'));
});

it('goes to the list from another screen with Enter', async () => {
  const { user } = await openWindow(shelf, '#/instellingen');
  await user.type(await screen.findByRole('combobox', { name: 'Zoeken in de hele kennismap' }), 'ouders{Enter}');
  await waitFor(() => expect(titles()).toHaveLength(2));
});

it('narrows with a facet, shows it as a chip, and lets go of it again', async () => {
  const { user } = await openWindow(shelf, '#/bibliotheek');
  await user.click(await screen.findByRole('checkbox', { name: /vraag, 1 stuk/i }));
  await waitFor(() => expect(titles()).toEqual(['Hoe bereiken we ouders overdag?']));
  const chips = screen.getByRole('group', { name: 'Wat de lijst verkleint' });
  await user.click(within(chips).getByRole('button'));
  await waitFor(() => expect(titles()).toHaveLength(4));
  expect(screen.queryByRole('group', { name: 'Wat de lijst verkleint' })).toBeNull();
});

it('keeps the words in the field out of the chips and the chips out of the field', async () => {
  await openWindow(shelf, '#/bibliotheek?q=soort%3Apraktijk%20ouders');
  const field = await screen.findByRole('combobox', { name: 'Zoeken in de hele kennismap' });
  await waitFor(() => expect(titles()).toEqual(['Ouderkamer op dinsdag']));
  expect((field as HTMLInputElement).value).toBe('ouders');
  expect(within(screen.getByRole('group', { name: 'Wat de lijst verkleint' })).getAllByRole('button')).toHaveLength(1);
});

it('narrows on how a criterion was judged', async () => {
  const judged = practice('Gewogen stuk', { id: 'gewogen', head: 'oordelen:\n  - {item: A4, oordeel: nee, door: team, op: "2026-03-01"}\n' });
  const { user } = await openWindow({ ...shelf, 'praktijken/gewogen.md': judged }, '#/bibliotheek');
  await user.selectOptions(await screen.findByLabelText('Kies een criterium'), 'A4');
  await user.click(await screen.findByRole('checkbox', { name: 'A4 nee, 1 stuk' }));
  await waitFor(() => expect(titles()).toEqual(['Gewogen stuk']));
});

it('walks the list with the arrows, shows the chosen write-up, and opens it on a page with Enter', async () => {
  const { user } = await openWindow(shelf, '#/bibliotheek?sort=titel');
  await waitFor(() => expect(titles()).toHaveLength(4));
  document.querySelector<HTMLElement>('.hit')?.focus();
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(await screen.findByRole('heading', { level: 1, name: 'Leesmaatjes over de bouwen heen' })).toBeDefined();
  await waitFor(() => expect(document.activeElement?.textContent).toContain('Leesmaatjes'));
  await user.keyboard('{Enter}');
  await waitFor(() => expect(window.location.hash).toBe('#/stuk/leesmaatjes'));
});

it('keeps the chosen write-up when the list is asked again after a change from outside', async () => {
  const { outside } = await openWindow(shelf, '#/bibliotheek?id=rustplek');
  await screen.findByRole('heading', { level: 1, name: 'Rustplek in de gang' });
  await outside('praktijken/nieuw.md', practice('Nieuw van buiten'));
  await waitFor(() => expect(titles()).toHaveLength(5));
  expect(document.querySelector('.hit[aria-current=true] .hit-title')?.textContent).toBe('Rustplek in de gang');
});

it('says what to do when nothing is found', async () => {
  const { user } = await openWindow(shelf, '#/bibliotheek?q=zeppelin');
  await seen('Niets gevonden');
  await user.click(screen.getByRole('button', { name: 'Wis alles' }));
  await waitFor(() => expect(titles()).toHaveLength(4));
});

it('says what to do when the kennismap is empty', async () => {
  await openWindow({}, '#/bibliotheek');
  await seen('Deze kennismap is nog leeg');
});

it('sorts by title the Dutch way', async () => {
  const { user } = await openWindow(shelf, '#/bibliotheek');
  await user.click(await screen.findByRole('button', { name: /Op titel/ }));
  await user.click(await screen.findByRole('menuitemradio', { name: 'Op titel' }));
  await waitFor(() => expect(titles()[0]).toBe('Hoe bereiken we ouders overdag?'));
  expect(titles()).toEqual([...titles()].sort((a, b) => a.localeCompare(b, 'nl')));
});
