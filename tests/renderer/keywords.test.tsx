// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { openWindow, practice, seen } from './frame-window.tsx';

const of = (title: string, words: string): string => practice(title, { id: title.toLowerCase(), head: `trefwoorden: [${words}]\n` });
const files = {
  'praktijken/een.md': of('Een', 'Ouders,  oudergesprek'),
  'praktijken/twee.md': of('Twee', 'ouders'),
  'praktijken/drie.md': of('Drie', 'ouders, co-teaching'),
  'praktijken/vier.md': '---\nid: vier\nsoort: praktijk\ntitel: Vier\ntags:\n  - coteaching\n  - oud\n---\n\ntekst\n',
};
const rows = (): string[] => [...document.querySelectorAll('.keyword-row')].map((row) => row.querySelector('.check')?.textContent ?? '');

async function opened() {
  const made = await openWindow(files, '#/trefwoorden');
  await waitFor(() => expect(rows()).toHaveLength(6));
  const finish = async (button: string): Promise<void> => {
    await made.user.click(await screen.findByRole('button', { name: button }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  };
  return { ...made, finish };
}

it('lists every value with its number, and leads to the write-ups that carry it', async () => {
  await opened();
  expect(rows()).toEqual(['co-teaching', 'coteaching', 'oud', 'oudergesprek', 'ouders', 'Ouders']);
  const link = screen.getByRole('link', { name: '2 stukken met “ouders” bekijken' });
  expect(link.getAttribute('href')).toContain('trefwoord%3Aouders');
});

it('suggests what differs in capitals and joining signs only, and merges it into one with a single undo', async () => {
  const { user, read, finish } = await opened();
  await user.click(screen.getByRole('button', { name: 'Samenvoegen: ouders, Ouders' }));
  const dialog = await screen.findByRole('dialog', { name: '2 trefwoorden samenvoegen' });
  expect((within(dialog).getByRole('combobox', { name: 'Wordt' }) as HTMLInputElement).value).toBe('ouders');
  await user.click(within(dialog).getByRole('button', { name: 'Bekijken' }));
  await waitFor(() => expect(within(dialog).getByRole('status').textContent).toBe('1 stuk verandert. 2 stukken zijn al zo.'));
  await finish('1 stuk wijzigen');
  expect(await read('praktijken/een.md')).toContain('trefwoorden: [ouders, oudergesprek]\n');
  await waitFor(() => expect(rows()).toHaveLength(5));
  await user.click(screen.getByRole('button', { name: 'Ongedaan maken' }));
  await seen('Ongedaan gemaakt: wijziging van “Een”');
  expect(await read('praktijken/een.md')).toBe(files['praktijken/een.md']);
});

it('renames one everywhere, also under the key of another program', async () => {
  const { user, read, finish } = await opened();
  await user.click(screen.getByRole('button', { name: '“coteaching” hernoemen' }));
  const name = await screen.findByRole('combobox', { name: 'Wordt' });
  await user.clear(name);
  await user.type(name, 'co-teaching');
  await seen('“co-teaching” bestaat al: daarmee wordt het één trefwoord.');
  await user.keyboard('{Enter}');
  await finish('1 stuk wijzigen');
  expect(await read('praktijken/vier.md')).toBe(files['praktijken/vier.md'].replace('coteaching', 'co-teaching'));
});

it('takes several away everywhere after showing what that does', async () => {
  const { user, read, finish } = await opened();
  await user.click(screen.getByRole('checkbox', { name: 'ouders' }));
  await user.click(screen.getByRole('checkbox', { name: 'oud' }));
  const bar = screen.getByRole('group', { name: 'Trefwoorden' });
  expect(within(bar).getByRole('status').textContent).toBe('2 gekozen');
  await user.click(within(bar).getByRole('button', { name: 'Weghalen…' }));
  await screen.findByRole('dialog', { name: '2 trefwoorden overal weghalen' });
  await finish('3 stukken wijzigen');
  expect(await read('praktijken/twee.md')).toBe(files['praktijken/twee.md'].replace('trefwoorden: [ouders]\n', ''));
  expect(await read('praktijken/vier.md')).toBe(files['praktijken/vier.md'].replace('  - oud\n', ''));
  await waitFor(() => expect(rows()).toEqual(['co-teaching', 'coteaching', 'oudergesprek', 'Ouders']));
});

it('is reached from the settings and says so when there is nothing', async () => {
  const { user } = await openWindow({ 'praktijken/los.md': practice('Los') }, '#/instellingen');
  await user.click(await screen.findByRole('link', { name: 'Trefwoorden opruimen' }));
  await seen('Er zijn nog geen trefwoorden');
});
