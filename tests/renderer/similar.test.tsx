// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { openWindow, practice } from './frame-window.tsx';

const opened = (title: string): Promise<HTMLElement> => screen.findByRole('heading', { level: 1, name: title }, { timeout: 5000 });
const marked = (selector = '.page mark'): (string | null)[] => [...document.querySelectorAll(selector)].map((mark) => mark.textContent);

const text = 'De mentor belt de ouders over het taalbeleid.';
const shelf: Record<string, string> = {
  'bellen.md': practice('Bellen met thuis', { id: 'bellen', body: `## Waarom\n\n${text}\n` }),
  'praten.md': practice('Praten aan tafel', { id: 'praten', body: `## Waarom\n\n${text} Zie ook bellen met thuis.\n` }),
  'koppelt.md': practice('Verwijst al', { id: 'koppelt', body: '## Waarom\n\nLees Bellen met thuis, dus [[bellen]].\n' }),
  'tuin.md': practice('Schooltuin', { id: 'tuin', body: '## Waarom\n\nBonen naast de regenton.\n' }),
};

const part = async (name: string): Promise<HTMLElement> => {
  const heading = await screen.findByRole('heading', { level: 2, name }, { timeout: 5000 });
  return heading.parentElement!;
};

it('lists what resembles a write-up with the words that say so, one click away', async () => {
  const { user } = await openWindow(shelf, '#/stuk/bellen');
  await opened('Bellen met thuis');
  const alike = await part('Lijkt hierop');
  expect(alike.textContent).toMatch(/lijkt op: .*taalbeleid/);
  await user.click(within(alike).getByRole('link', { name: 'Praten aan tafel' }));
  await opened('Praten aan tafel');
});

it('lists who names a write-up without a link to it', async () => {
  await openWindow(shelf, '#/stuk/bellen');
  await opened('Bellen met thuis');
  const naming = await part('Genoemd zonder koppeling');
  expect(
    within(naming)
      .getAllByRole('link')
      .map((link) => link.textContent),
  ).toEqual(['Praten aan tafel']);
});

it('marks the words of a phrase only where they stand in a row', async () => {
  const body = '## Waarom\n\nDe ouders aan tafel. Een tafel apart, en ouders.\n';
  await openWindow({ 'a.md': practice('Phrase', { id: 'a', body }) }, `#/stuk/a?q=${encodeURIComponent('"ouders aan tafel"')}`);
  await opened('Phrase');
  await waitFor(() => expect(marked()).toEqual(['ouders', 'aan', 'tafel']));
});

it('marks what only contains the word more lightly, and the beginning of a word fully', async () => {
  const body = '## Waarom\n\nEen leergemeenschap van wie samen leert.\n';
  await openWindow({ 'a.md': practice('Licht', { id: 'a', body }) }, `#/stuk/a?q=${encodeURIComponent('gemeenschap ')}`);
  await opened('Licht');
  await waitFor(() => expect(marked('.page mark.loose')).toEqual(['leergemeenschap']));
});

it('begins at the part that was shown in the list, and says when it starts over', async () => {
  const body = '## Waarom\n\nOuders.\n\n## Hoe\n\nOuders praten met ouders en ouders.\n';
  const { user } = await openWindow({ 'a.md': practice('Stappen', { id: 'a', body }) }, '#/stuk/a?q=ouders+praten');
  await opened('Stappen');
  await waitFor(() => expect(marked()).toHaveLength(5));
  await user.keyboard('{F3}');
  expect(document.querySelector('mark.now')?.closest('section')?.getAttribute('aria-label')).toBe('Hoe');
  await user.keyboard('{F3}{F3}{F3}{F3}');
  expect(await screen.findByText(/^Vindplaats 1 van 5, weer vooraan$/)).toBeDefined();
  await user.keyboard('{Shift>}{F3}{/Shift}');
  expect(await screen.findByText(/^Vindplaats 5 van 5, weer achteraan$/)).toBeDefined();
});
