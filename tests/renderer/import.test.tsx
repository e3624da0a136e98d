// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { readdir } from 'node:fs/promises';
import { expect, it, onTestFinished, vi } from 'vitest';
import { temporaryFolder } from '../helpers/temporary.ts';
import { openWindow, practice, seen, type OpenWindow } from './frame-window.tsx';

const source = {
  'kluis/ideeën/een.md': '# Een\n\nTekst van een ander.\n',
  'kluis/twee.md': '# Twee\n',
  'kluis/kapot.md': '---\ntitel: [open\n---\n\nToch te lezen.\n',
  'kluis/foto.png': 'geen echte foto',
  'kluis/zelfde.md': practice('Zelfde'),
};

/** The import screen with the folder already chosen. */
async function chooseSource(files: Record<string, string> = {}, from: Record<string, string> = source): Promise<OpenWindow> {
  const home = await temporaryFolder(from);
  vi.stubEnv('HOME', home);
  vi.stubEnv('USERPROFILE', home);
  onTestFinished(() => void vi.unstubAllEnvs());
  const opened = await openWindow(files, '#/importeren');
  await opened.user.click(await screen.findByRole('button', { name: 'Kies een map' }));
  await screen.findByRole('option', { name: 'kluis' });
  await opened.user.keyboard('{ArrowDown}{Enter}');
  await seen(/Markdown.* in deze map/);
  await waitFor(() => expect(screen.queryByRole('option', { name: 'kluis' })).toBeNull());
  await opened.user.click(screen.getByRole('button', { name: /^Kies “/ }));
  return opened;
}

const counts = async (): Promise<(string | null)[]> =>
  within(await screen.findByRole('region', { name: 'Wat er gebeurt als je importeert' }))
    .getAllByRole('listitem')
    .filter((item) => item.closest('.import-counts'))
    .map((item) => item.textContent);

it('first says what would happen, and changes nothing', async () => {
  const { dir } = await chooseSource({ 'zelfde.md': practice('Zelfde') });
  await seen('Wat er gebeurt als je importeert');
  expect(await counts()).toEqual(['3 tekstennieuw in je kennismap', '1 bijlagekomt mee', '1 tekststonden er al, precies zo']);
  expect(await readdir(dir)).toEqual(['zelfde.md']);
});

it('names the texts that need attention, with what is wrong', async () => {
  const { user } = await chooseSource();
  await user.click(await screen.findByText('Aandachtspunten in 1 tekst'));
  expect(screen.getAllByText('kapot.md')[0]?.closest('li')?.textContent).toMatch(/kapot\.md.+/);
});

it('brings the texts in and leads to them', async () => {
  const { user, read } = await chooseSource();
  await user.click(await screen.findByRole('button', { name: '4 teksten importeren' }));
  await seen('Geïmporteerd');
  expect(await read('ideeën/een.md')).toBe('# Een\n\nTekst van een ander.\n');
  await user.click(screen.getByRole('link', { name: 'Naar de bibliotheek' }));
  await waitFor(() => expect(document.querySelectorAll('.hit')).toHaveLength(4));
});

it('says that nothing is new when all of it is there already', async () => {
  await chooseSource({ 'twee.md': '# Twee\n' }, { 'kluis/twee.md': '# Twee\n' });
  await seen('In deze map staan geen teksten die nog niet in je kennismap staan.');
  expect(screen.queryByRole('button', { name: /importeren$/ })).toBeNull();
});

it('says what to do when the source holds the kennismap itself', async () => {
  const home = await temporaryFolder({ 'kluis/kennis/een.md': '# Een\n' });
  vi.stubEnv('HOME', home);
  vi.stubEnv('USERPROFILE', home);
  onTestFinished(() => void vi.unstubAllEnvs());
  const { user } = await openWindow({}, '#/importeren', { dir: `${home}/kluis/kennis` });
  await user.click(await screen.findByRole('button', { name: 'Kies een map' }));
  await screen.findByRole('option', { name: 'kluis' });
  await user.click(screen.getByRole('button', { name: /^Kies “/ }));
  await seen(/liggen in elkaar\. Kies een bron buiten de kennismap\./);
});
