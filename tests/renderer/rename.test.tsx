// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { openWindow, practice, seen } from './frame-window.tsx';

const files = {
  'praktijken/bellen-met-thuis.md': practice('Bellen met thuis', { id: 'bellen' }),
  'praktijken/lezen.md': practice('Lezen met opa', { id: 'lezen', body: '## Waarom\n\nZie [[Bellen met thuis|bellen]].\n' }),
};

it('says how many write-ups change along before it does anything, then renames with all links and takes it back', async () => {
  const { user, read } = await openWindow(files, '#/stuk/bellen');
  await user.click(await screen.findByRole('button', { name: 'Meer' }));
  await user.click(screen.getByRole('menuitem', { name: 'Andere titel geven' }));
  const dialog = await screen.findByRole('dialog');
  const title = within(dialog).getByLabelText('Titel');
  await user.clear(title);
  await user.type(title, 'Praten met thuis');
  await within(dialog).findByText(/^In 1 ander stuk verandert de koppeling mee\. Het bestand heet dan praktijken\/praten-met-thuis\.md\.$/);
  expect(within(dialog).getByText('Lezen met opa (1 koppeling)')).toBeDefined();
  expect(await read('praktijken/lezen.md')).toBe(files['praktijken/lezen.md']);
  await user.keyboard('{Enter}');
  await seen('De titel is nu “Praten met thuis”');
  expect(await read('praktijken/lezen.md')).toContain('Zie [[Praten met thuis|bellen]].');
  await user.click(screen.getByRole('button', { name: 'Ongedaan maken' }));
  await waitFor(async () => expect(await read('praktijken/bellen-met-thuis.md')).toBe(files['praktijken/bellen-met-thuis.md']));
  expect(await read('praktijken/lezen.md')).toBe(files['praktijken/lezen.md']);
});

it('gives the file a name of its own and leaves the title', async () => {
  const { user, read } = await openWindow(files, '#/stuk/bellen');
  await user.click(await screen.findByRole('button', { name: 'Meer' }));
  await user.click(screen.getByRole('menuitem', { name: 'Andere titel geven' }));
  const dialog = await screen.findByRole('dialog');
  const name = within(dialog).getByLabelText('Naam van het bestand');
  await user.clear(name);
  await user.type(name, 'Telefoon{Enter}');
  await waitFor(async () => expect(await read('praktijken/telefoon.md')).toBe(files['praktijken/bellen-met-thuis.md']));
});
