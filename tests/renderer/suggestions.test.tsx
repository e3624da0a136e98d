// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { openWindow, shelf, type OpenWindow } from './frame-window.tsx';

const field = (): Promise<HTMLElement> => screen.findByRole('combobox', { name: 'Zoeken in de hele kennismap' });
const shown = (): string[] => [...document.querySelectorAll('.suggestion')].map((option) => option.textContent ?? '');

async function open(hash = '#/bibliotheek'): Promise<OpenWindow & { input: HTMLInputElement }> {
  const opened = await openWindow(shelf, hash);
  return { ...opened, input: (await field()) as HTMLInputElement };
}

it('completes the name of a filter and then its value', async () => {
  const { user, input } = await open();
  await user.type(input, 'organis');
  await screen.findByRole('option', { name: /^organisatie:/ });
  await user.keyboard('{ArrowDown}{Enter}');
  expect(input.value).toBe('organisatie:');
  await screen.findByRole('option', { name: /Het Wilgenrak.*1 stuk/ });
  await user.type(input, 'wilg');
  await user.keyboard('{ArrowDown}{Enter}');
  expect(input.value).toBe('organisatie:"Het Wilgenrak"');
  expect(input.getAttribute('aria-expanded')).toBe('false');
});

it('searches with Enter when nothing is chosen, and remembers that', async () => {
  const { user, input, client, dir } = await open();
  await user.type(input, 'so{Enter}');
  await waitFor(async () => expect((await client.call('settings.read', {})).recentSearches[dir]).toEqual(['so']));
  expect(screen.queryByRole('listbox', { name: 'Aanvullingen' })).toBeNull();
});

it('closes with Escape and keeps what was typed', async () => {
  const { user, input } = await open();
  await user.type(input, 'so');
  await screen.findByRole('option', { name: /^soort:/ });
  await user.keyboard('{Escape}');
  expect(shown()).toEqual([]);
  expect(input.value).toBe('so');
});

it('offers what was searched for in an empty field, and forgets it', async () => {
  const { user, input } = await open();
  await user.type(input, 'gang{Enter}');
  await user.clear(input);
  await user.type(input, 'ouders{Enter}');
  await user.clear(input);
  await user.click(input);
  await waitFor(() => expect(shown()).toEqual(['ouders', 'gang']));
  await user.click(screen.getByRole('button', { name: '“ouders” vergeten' }));
  await waitFor(() => expect(shown()).toEqual(['gang']));
  await user.keyboard('{ArrowDown}{Enter}');
  await waitFor(() => expect(window.location.hash).toBe('#/bibliotheek?q=gang'));
});
