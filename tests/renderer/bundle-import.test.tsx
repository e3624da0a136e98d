// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { dirname } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { madeBundle } from '../helpers/made-bundle.ts';
import { openWindow, practice, seen } from './frame-window.tsx';

const theirs = {
  'praktijken/een.md': practice('Een praktijk', { id: 'een' }),
  'praktijken/twee.md': practice('Twee praktijk van hen', { id: 'twee', body: '## Waarom\n\nZo zeggen zij het.\n' }),
};

/** Opens the import screen and picks the folder with the bundle in the app's own dialog, which begins at home. */
async function openBundle(files: Record<string, string>) {
  const { path } = await madeBundle(theirs);
  vi.stubEnv('HOME', dirname(path));
  vi.stubEnv('USERPROFILE', dirname(path));
  onTestFinished(() => void vi.unstubAllEnvs());
  const window = await openWindow(files, '#/importeren');
  await window.user.click(await screen.findByRole('button', { name: 'Kies een map' }));
  await window.user.click(await screen.findByRole('button', { name: /^Kies “/ }));
  await window.user.click(await screen.findByRole('radio', { name: /bundel\.zip/ }));
  return window;
}

it('shows what is new and what clashes, takes over only what was chosen, and takes it back', async () => {
  const { user, read } = await openBundle({ 'praktijken/twee.md': practice('Twee praktijk', { id: 'twee' }) });
  await seen('Nieuw voor je kennismap (1)');
  await seen('Bij jullie allebei, maar anders (1)');
  await user.selectOptions(screen.getByRole('combobox', { name: /Wat doe je met/ }), 'Neem die van hen');
  await user.click(screen.getByRole('button', { name: 'Overnemen: 1 nieuw en 1 gekozen' }));
  await seen('“Bundel” is ingelezen.');
  expect(await read('praktijken/twee.md')).toBe(theirs['praktijken/twee.md']);
  await user.click(screen.getByRole('button', { name: 'Ongedaan maken' }));
  await seen(/teruggedraaid|Ongedaan gemaakt/i);
  expect(await read('praktijken/twee.md')).toContain('titel: Twee praktijk\n');
});

it('puts one together field by field and part by part', async () => {
  const { user, read } = await openBundle({ 'praktijken/twee.md': practice('Twee praktijk', { id: 'twee' }) });
  await user.click(await screen.findByRole('button', { name: /^Vergelijk/ }));
  await screen.findByRole('button', { name: 'Dit overnemen' });
  const dialog = screen.getByRole('dialog');
  for (const group of within(dialog).getAllByRole('group')) await user.click(within(group).getAllByRole('radio')[1] ?? group);
  await user.click(within(dialog).getByRole('button', { name: 'Dit overnemen' }));
  await user.click(screen.getByRole('button', { name: 'Overnemen: 1 nieuw en 1 gekozen' }));
  await seen('“Bundel” is ingelezen.');
  expect(await read('praktijken/twee.md')).toContain('Twee praktijk van hen');
});
