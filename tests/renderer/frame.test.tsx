// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { basename } from 'node:path';
import { expect, it } from 'vitest';
import { openWindow, shelf } from './frame-window.tsx';

it('shows the name of the kennismap and how many write-ups it holds', async () => {
  const { dir } = await openWindow(shelf, '#/instellingen');
  const navigation = await screen.findByRole('navigation', { name: 'Hoofdnavigatie' });
  expect(within(navigation).getByText(basename(dir))).toBeDefined();
  expect(within(navigation).getByRole('link', { name: /Bibliotheek\s*:\s*4/ })).toBeDefined();
});

it('marks the place where the user is', async () => {
  await openWindow(shelf, '#/bibliotheek');
  const link = await screen.findByRole('link', { name: /^Bibliotheek/ });
  expect(link.getAttribute('aria-current')).toBe('page');
});

it('offers only places that are finished', async () => {
  await openWindow(shelf, '#/instellingen');
  const navigation = await screen.findByRole('navigation', { name: 'Hoofdnavigatie' });
  const names = within(navigation)
    .getAllByRole('link')
    .map((link) => link.querySelector('.nav-name')?.textContent)
    .filter(Boolean);
  expect(names).toEqual(['Overzicht', 'Bibliotheek', 'Bundels', 'Kaarten', 'Prullenbak']);
});

it('makes a write-up of the chosen kind from the menu and opens it for writing', async () => {
  const { user, client } = await openWindow(shelf, '#/bibliotheek');
  await user.click(await screen.findByRole('button', { name: /^Nieuw/ }));
  await user.click(await screen.findByRole('menuitem', { name: /^Vraag/ }));
  await user.type(await screen.findByLabelText('Titel'), 'Wie leest er mee?');
  await user.click(screen.getByRole('button', { name: 'Maken' }));
  await screen.findByRole('textbox', { name: 'Tekst van Wie leest er mee?' }, { timeout: 5000 });
  const titles = await client.call('entries.titles', {});
  expect(titles.find((entry) => entry.title === 'Wie leest er mee?')?.kind).toBe('vraag');
});

it('asks for a title before anything is made', async () => {
  const { user, client } = await openWindow(shelf, '#/bibliotheek');
  await screen.findByRole('navigation', { name: 'Hoofdnavigatie' });
  await user.keyboard('{Alt>}n{/Alt}');
  await user.click(await screen.findByRole('button', { name: 'Maken' }));
  expect(await screen.findByText('Geef eerst een titel.')).toBeDefined();
  expect(await client.call('entries.titles', {})).toHaveLength(4);
});

it('gives the focus back to the menu button when the menu closes with Escape', async () => {
  const { user } = await openWindow(shelf, '#/bibliotheek');
  const button = await screen.findByRole('button', { name: /^Nieuw/ });
  button.focus();
  await user.keyboard('{ArrowDown}');
  await screen.findByRole('menu');
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('menu')).toBeNull();
  expect(document.activeElement).toBe(button);
});

it('says that the line is lost and offers to load again', async () => {
  const { client } = await openWindow(shelf, '#/bibliotheek');
  await screen.findByRole('navigation', { name: 'Hoofdnavigatie' });
  client.close();
  expect(await screen.findByText('De verbinding met Oogst is verbroken.')).toBeDefined();
  expect(screen.getByRole('button', { name: 'Opnieuw laden' })).toBeDefined();
});

it('puts the chosen theme and contrast on the page at once', async () => {
  const { user, client } = await openWindow(shelf, '#/instellingen');
  await user.selectOptions(await screen.findByLabelText('Licht of donker'), 'donker');
  await user.selectOptions(screen.getByLabelText('Contrast'), 'hoog');
  await waitFor(() => expect(document.documentElement.dataset).toMatchObject({ theme: 'dark', contrast: 'more' }));
  await waitFor(async () => expect(await client.call('settings.read', {})).toMatchObject({ theme: 'donker', contrast: 'hoog' }));
});
