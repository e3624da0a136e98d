// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { openWindow, shelf } from './frame-window.tsx';

const choices = (): HTMLElement[] => screen.queryAllByRole('option').filter((option) => option.classList.contains('option'));
const options = (): string[] => choices().map((option) => option.textContent ?? '');

const palette = { name: 'Zoek een stuk of geef een opdracht' };
const field = (): HTMLElement => screen.getByRole('combobox', palette);

async function openPalette(hash = '#/instellingen'): Promise<Awaited<ReturnType<typeof openWindow>>> {
  const opened = await openWindow(shelf, hash);
  await screen.findByRole('navigation', { name: 'Hoofdnavigatie' });
  await opened.user.keyboard('{Control>}k{/Control}');
  await screen.findByRole('combobox', palette);
  return opened;
}

it('jumps to a write-up by a part of its title', async () => {
  const { user } = await openPalette();
  await user.type(field(), 'leesm');
  await waitFor(() => expect(options()[0]).toContain('Leesmaatjes over de bouwen heen'));
  await user.keyboard('{Enter}');
  await screen.findByRole('heading', { level: 1, name: 'Leesmaatjes over de bouwen heen' }, { timeout: 5000 });
});

it('forgives a typing mistake', async () => {
  const { user } = await openPalette();
  await user.type(field(), 'rustpelk');
  await waitFor(() => expect(options()[0]).toContain('Rustplek in de gang'));
});

it('shows only what fits all words', async () => {
  const { user } = await openPalette();
  await user.type(field(), 'ouderkamer gang');
  await waitFor(() => expect(options().some((option) => option.includes('Zoek “ouderkamer gang”'))).toBe(true));
  expect(options().some((option) => option.includes('Ouderkamer op dinsdag'))).toBe(false);
});

it('looks in all texts with Ctrl+Enter', async () => {
  const { user } = await openPalette();
  await user.type(field(), 'ouders');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(window.location.hash).toBe('#/bibliotheek?q=ouders'));
});

it('shows only commands after a >', async () => {
  const { user } = await openPalette();
  await user.type(field(), '>instel');
  await waitFor(() => expect(options()).toHaveLength(1));
  expect(options()[0]).toContain('Instellingen');
});

it('makes a write-up with the typed words as its title', async () => {
  const { user } = await openPalette();
  await user.type(field(), 'Stille start');
  await user.click(await screen.findByRole('option', { name: /Nieuw stuk/ }));
  expect(((await screen.findByLabelText('Titel')) as HTMLInputElement).value).toBe('Stille start');
});

it('walks the choices with the arrows while the focus stays in the field', async () => {
  const { user } = await openPalette();
  await user.keyboard('{ArrowDown}');
  const selected = choices().find((option) => option.getAttribute('aria-selected') === 'true');
  expect(options().indexOf(selected?.textContent ?? '')).toBe(1);
  expect(field().getAttribute('aria-activedescendant')).toBe(selected?.id);
  expect(document.activeElement).toBe(field());
});

it('closes with Escape and gives the focus back', async () => {
  const { user } = await openPalette('#/bibliotheek');
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('combobox', palette)).toBeNull();
  const button = screen.getByRole('button', { name: /Zoeken en opdrachten openen/ });
  await user.click(button);
  await screen.findByRole('combobox', palette);
  await user.keyboard('{Escape}');
  expect(document.activeElement).toBe(button);
});
