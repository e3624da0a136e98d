// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { trailOf } from '../../renderer/features/folders/trail.ts';
import { temporaryFolder } from '../helpers/temporary.ts';
import { openWindow, seen, type OpenWindow } from './frame-window.tsx';

const inside = {
  'Documenten/een.md': '# Een',
  'Documenten/twee.md': '# Twee',
  'Documenten/diep/x.txt': 'x',
  'Muziek/lied.txt': 'la',
  'Map 10/a.txt': 'a',
  'Map 9/a.txt': 'a',
};

/** The dialog over a home folder of this test, as the import screen asks for it. */
async function openDialog(): Promise<OpenWindow & { home: string; dialog: HTMLElement }> {
  const home = await temporaryFolder(inside);
  vi.stubEnv('HOME', home);
  vi.stubEnv('USERPROFILE', home);
  onTestFinished(() => void vi.unstubAllEnvs());
  const opened = await openWindow({}, '#/importeren');
  await opened.user.click(await screen.findByRole('button', { name: 'Kies een map' }));
  return { ...opened, home, dialog: await screen.findByRole('dialog', { name: 'Welke map wil je importeren?' }) };
}

const names = (): (string | null)[] => screen.getAllByRole('option').map((option) => option.textContent);
const chosen = (): string | null | undefined =>
  screen.getAllByRole('option').find((option) => option.getAttribute('aria-selected') === 'true')?.textContent;

it('begins at home with its folders in Dutch order and the focus on them', async () => {
  await openDialog();
  await waitFor(() => expect(names()).toEqual(['Documenten', 'Map 9', 'Map 10', 'Muziek']));
  expect(document.activeElement).toBe(screen.getByRole('listbox'));
});

it('is walked with the keys: arrows, letters, Enter in and Backspace out', async () => {
  const { user } = await openDialog();
  await screen.findByRole('option', { name: 'Documenten' });
  expect(chosen()).toBeUndefined();
  await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
  expect(chosen()).toBe('Map 10');
  await user.keyboard('mu');
  expect(chosen()).toBe('Muziek');
  await user.keyboard('{Home}{Enter}');
  await waitFor(() => expect(names()).toEqual(['diep']));
  await seen('2 Markdownteksten in deze map zelf.');
  await user.keyboard('{Backspace}');
  await waitFor(() => expect(names()).toHaveLength(4));
  expect(chosen()).toBe('Documenten');
});

it('goes back along the way it shows', async () => {
  const { user, dialog, home } = await openDialog();
  await screen.findByRole('option', { name: 'Documenten' });
  await user.dblClick(screen.getByRole('option', { name: 'Documenten' }));
  await seen('2 Markdownteksten in deze map zelf.');
  const way = within(dialog).getByRole('navigation', { name: 'Waar je bent' });
  expect(within(way).getByText('Documenten').getAttribute('aria-current')).toBe('location');
  await user.click(within(way).getByRole('button', { name: home.split(/[\\/]/).at(-1) ?? '' }));
  await waitFor(() => expect(names()).toHaveLength(4));
});

it('chooses the folder that is pointed at, and says which that is; without one it is the folder that is open', async () => {
  const { user, home } = await openDialog();
  const own = home.split(/[\\/]/).at(-1) ?? '';
  await screen.findByRole('option', { name: 'Documenten' });
  expect(screen.getByRole('button', { name: `Kies “${own}”` })).toBeTruthy();
  await user.click(screen.getByRole('option', { name: 'Muziek' }));
  await user.click(screen.getByRole('button', { name: 'Kies “Muziek”' }));
  await seen(join(home, 'Muziek'));
});

it('makes a folder, goes into it and gives it', async () => {
  const { user, home } = await openDialog();
  await user.click(await screen.findByRole('button', { name: 'Nieuwe map' }));
  await user.keyboard('Van Anna{Enter}');
  await seen('Hier zijn geen mappen.');
  expect(await readdir(home)).toContain('Van Anna');
  await user.click(screen.getByRole('button', { name: 'Kies “Van Anna”' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await seen(join(home, 'Van Anna'));
});

it('says why a folder cannot be made', async () => {
  const { user } = await openDialog();
  await user.click(await screen.findByRole('button', { name: 'Nieuwe map' }));
  await user.keyboard('Muziek{Enter}');
  await seen(/Er is al een bestand .*Muziek\. Kies een andere naam\./);
});

it('gives nothing and brings the focus back when it is closed with Escape', async () => {
  const { user } = await openDialog();
  await screen.findByRole('option', { name: 'Documenten' });
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(document.activeElement?.textContent).toBe('Kies een map');
  expect(screen.queryByText('Bron:')).toBeNull();
});

it('knows the way on every kind of disk', () => {
  const way = (path: string): string[] => trailOf(path, 'Computer').map((crumb) => `${crumb.name} ${crumb.path}`);
  expect(way('/home/anna')).toEqual(['Computer /', 'home /home', 'anna /home/anna']);
  expect(way('/')).toEqual(['Computer /']);
  expect(way('C:\\Users\\Anna')).toEqual(['C: C:\\', 'Users C:\\Users', 'Anna C:\\Users\\Anna']);
  expect(way('\\\\server\\deel\\map')).toEqual(['\\\\server\\deel \\\\server\\deel\\', 'map \\\\server\\deel\\map']);
});
