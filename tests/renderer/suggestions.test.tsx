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
  await waitFor(() => expect(shown()).toEqual(['ouders', 'gang', 'Alles vergeten']));
  await user.click(screen.getByRole('button', { name: '“ouders” vergeten' }));
  await waitFor(() => expect(shown()).toEqual(['gang', 'Alles vergeten']));
  await user.keyboard('{ArrowDown}{Enter}');
  await waitFor(() => expect(window.location.hash).toBe('#/bibliotheek?q=gang'));
});

it('takes the chosen one with Tab, and leaves the field with Tab when nothing is chosen', async () => {
  const { user, input } = await open();
  await user.type(input, 'organis');
  await screen.findByRole('option', { name: /^organisatie:/ });
  await user.keyboard('{ArrowDown}{Tab}');
  expect(input.value).toBe('organisatie:');
  expect(document.activeElement).toBe(input);
  await user.tab();
  expect(document.activeElement).not.toBe(input);
});

it('forgets the chosen one with Delete, and all of them with the last choice', async () => {
  const { user, input, client, dir } = await open();
  for (const text of ['gang', 'lezen', 'ouders']) {
    await user.clear(input);
    await user.type(input, `${text}{Enter}`);
  }
  await user.clear(input);
  await user.keyboard('{ArrowDown}');
  await waitFor(() => expect(shown()).toEqual(['ouders', 'lezen', 'gang', 'Alles vergeten']));
  await user.keyboard('{ArrowDown}{ArrowDown}{Delete}');
  await waitFor(() => expect(shown()).toEqual(['ouders', 'gang', 'Alles vergeten']));
  await user.keyboard('{ArrowUp}{ArrowUp}');
  expect(document.getElementById(input.getAttribute('aria-activedescendant') ?? '')?.textContent).toBe('Alles vergeten');
  await user.keyboard('{Enter}');
  await waitFor(async () => expect((await client.call('settings.read', {})).recentSearches).not.toHaveProperty([dir]));
  expect(shown()).toEqual([]);
});

it('remembers a search once a hit of it is opened, not while it is typed', async () => {
  const { user, input, client, dir } = await open();
  await user.type(input, 'gang');
  expect((await client.call('settings.read', {})).recentSearches).toEqual({});
  await user.click(await screen.findByRole('link', { name: /Rustplek in de gang/ }));
  await waitFor(async () => expect((await client.call('settings.read', {})).recentSearches[dir]).toEqual(['gang']));
});

it('keeps searches that ask the same once', async () => {
  const { user, input, client, dir } = await open();
  const kept = async (): Promise<string[] | undefined> => (await client.call('settings.read', {})).recentSearches[dir];
  for (const text of ['coordinator', '"één zin"', 'Coördinator!', '"Een  zin"', 'a OF b', 'a of b']) {
    await user.clear(input);
    await user.type(input, `${text}{Enter}`);
    await waitFor(async () => expect((await kept())?.[0]).toBe(text));
  }
  expect(await kept()).toEqual(['a of b', 'a OF b', '"Een  zin"', 'Coördinator!']);
});

it('keeps the last twenty', async () => {
  const { user, input, client, dir } = await open();
  const before = Array.from({ length: 20 }, (_, at) => `zoekvraag ${at}`);
  await client.call('settings.change', { recentSearches: { [dir]: before } });
  await user.type(input, 'gang{Enter}');
  await waitFor(async () => expect((await client.call('settings.read', {})).recentSearches[dir]).toEqual(['gang', ...before.slice(0, 19)]));
});

it('says on another screen that Enter searches, and in the list that arrow down goes there', async () => {
  const { user, input } = await open('#/overzicht');
  await user.type(input, 'ouders');
  await screen.findByText('Enter zoekt “ouders” in de Bibliotheek.');
  await user.keyboard('{Enter}');
  await waitFor(() => expect(document.querySelector('.hits')).not.toBeNull());
  expect(screen.queryByText(/^Enter zoekt/)).toBeNull();
  await waitFor(() => expect(document.querySelector('.hits a[tabindex="0"]')).not.toBeNull());
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement?.className).toContain('hit');
});
