// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../helpers/temporary.ts';
import { openWindow, practice, seen, shelf } from './frame-window.tsx';

const path = 'praktijken/rustplek.md';
const button = (name: string | RegExp): Promise<HTMLElement> => screen.findByRole('button', { name }, { timeout: 5000 });

it('throws a write-up away from the menu and gives it back from the message', async () => {
  const { user, read } = await openWindow(shelf, '#/stuk/rustplek');
  await screen.findByRole('heading', { level: 1, name: 'Rustplek in de gang' });
  await user.click(await button('Meer'));
  await user.click(await screen.findByRole('menuitem', { name: 'Naar de prullenbak' }));
  await seen('“Rustplek in de gang” ligt in de prullenbak');
  await expect(read(path)).rejects.toThrow('ENOENT');
  expect(window.location.hash).toContain('#/bibliotheek');
  await user.click(await button('Ongedaan maken'));
  await waitFor(async () => expect(await read(path)).toBe(shelf[path]));
});

it('shows what is in the prullenbak and brings it back, or asks before it goes for good', async () => {
  const { user, client, read } = await openWindow(shelf, '#/prullenbak');
  await seen('De prullenbak is leeg');
  await client.call('trash.put', { ids: ['rustplek', 'leesmaatjes'] });
  await user.click(await button('Terughalen: Rustplek in de gang'));
  await waitFor(async () => expect(await read(path)).toBe(shelf[path]));
  await user.click(await button('Voorgoed weg: Leesmaatjes over de bouwen heen'));
  const dialog = await screen.findByRole('dialog', { name: 'Voorgoed weggooien?' });
  await user.click(within(dialog).getByRole('button', { name: 'Voorgoed weg' }));
  await seen('De prullenbak is leeg');
});

it('takes back with Ctrl+Z what was done to fields, and does it again, but leaves letters to a text field', async () => {
  const { user, client, read } = await openWindow(shelf, '#/stuk/rustplek');
  await screen.findByRole('heading', { level: 1, name: 'Rustplek in de gang' });
  await client.call('entries.setFields', { id: 'rustplek', fields: { organisatie: 'De Eik' } });
  await user.click(screen.getByRole('combobox', { name: 'Zoeken in de hele kennismap' }));
  await user.keyboard('{Control>}z{/Control}');
  expect(await read(path)).toContain('De Eik');
  document.getElementById('inhoud')?.focus();
  await user.keyboard('{Control>}z{/Control}');
  await seen('Ongedaan gemaakt: kenmerken van “Rustplek in de gang”');
  expect(await read(path)).toBe(shelf[path]);
  await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
  await waitFor(async () => expect(await read(path)).toContain('De Eik'));
});

it('compares an earlier version word by word and puts back one part of it', async () => {
  const { user, client, read } = await openWindow(shelf, '#/stuk/rustplek');
  const { revision } = await client.call('entries.read', { id: 'rustplek' });
  await client.call('entries.saveBody', { id: 'rustplek', basedOn: revision, body: '\n## Waarom\n\nDe gang was vol rust.\n\nNieuw slot.\n' });
  window.location.hash = '#/versies/rustplek';
  expect((await seen('geluid')).tagName).toBe('DEL');
  expect((await seen('rust')).tagName).toBe('INS');
  await user.click((await screen.findAllByRole('button', { name: 'Dit deel terugzetten' }))[0] as HTMLElement);
  await waitFor(async () => expect(await read(path)).toContain('vol geluid.'));
});

it('puts a whole version back byte for byte', async () => {
  const { user, client, read } = await openWindow(shelf, '#/stuk/rustplek');
  await client.call('entries.setFields', { id: 'rustplek', fields: { organisatie: 'De Eik' } });
  window.location.hash = '#/versies/rustplek';
  await screen.findByText('Eik', { selector: 'ins' }, { timeout: 5000 });
  await user.click(await button('Deze versie terugzetten'));
  await waitFor(async () => expect(await read(path)).toBe(shelf[path]));
});

it('merges a conflict copy with its original as the user chooses', async () => {
  const copy = 'praktijken/rustplek (1).md';
  const { user, read } = await openWindow(
    {
      ...shelf,
      [copy]: practice('Rustplek in de gang', { id: 'rustplek', head: 'organisatie: De Eik\n', body: '## Waarom\n\nDe kopie zegt iets anders.\n' }),
    },
    '#/stuk/rustplek',
  );
  await user.click(await screen.findByRole('link', { name: 'Vergelijken en samenvoegen' }, { timeout: 5000 }));
  const merge = await button('Samenvoegen');
  expect(merge.hasAttribute('disabled')).toBe(true);
  for (const side of await screen.findAllByRole('radio', { name: /^Kopie/ })) await user.click(side);
  await user.click(await button('Samenvoegen'));
  await waitFor(async () => expect(await read(path)).toContain('De kopie zegt iets anders.'));
  expect(await read(path)).toContain('organisatie: De Eik');
  await waitFor(() => expect(read(copy)).rejects.toThrow('ENOENT'));
});

it('asks whose value stays when a field was changed outside while the form was open', async () => {
  const { user, outside, read } = await openWindow(shelf, '#/stuk/rustplek');
  await screen.findByRole('heading', { level: 1, name: 'Rustplek in de gang' });
  await user.click(await button('Meer'));
  await user.click(await screen.findByRole('menuitem', { name: 'Kenmerken bewerken' }));
  const field = await screen.findByRole('combobox', { name: 'Organisatie' });
  await user.clear(field);
  await user.type(field, 'Mijn school');
  await outside(path, (shelf[path] ?? '').replace('De Lindehoek', 'De Eik'));
  await user.tab();
  await seen(/is intussen veranderd in “De Eik”/);
  expect(await read(path)).toContain('De Eik');
  await user.click(await button('Toch mijn invulling'));
  await waitFor(async () => expect(await read(path)).toContain('organisatie: Mijn school'));
});

it('says what was typed and never saved, and where it can be seen', async () => {
  const profile = await temporaryFolder();
  const before = await openWindow(shelf, '#/overzicht', { profile });
  await before.client.call('drafts.keep', { id: 'rustplek', body: 'Half een zin', base: '\n## Waarom\n\nDe gang was vol geluid.\n' });
  await before.close();
  const first = await openWindow({}, '#/bibliotheek', { profile, dir: before.dir });
  await seen(/Niet-opgeslagen werk teruggevonden/);
  await first.user.click(screen.getByRole('link', { name: 'Bekijk' }));
  await first.user.click(await button('Terugzetten'));
  await waitFor(async () => expect(await first.read(path)).toContain('Half een zin'), { timeout: 8000 });
});

it('keeps write-ups that are missing all at once on the list, and says so', async () => {
  const many = Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`map/s${n}.md`, practice(`Stuk ${n}`)]));
  const { user, client, dir } = await openWindow(many, '#/bibliotheek');
  await rm(join(dir, 'map'), { recursive: true });
  await client.call('library.rescan', {});
  await seen(/12 stukken zijn niet te vinden/);
  expect((await client.call('library.state', {})).state).toBe('ready');
  await user.click(await button('Ze zijn echt weg'));
  await waitFor(() => expect(screen.queryByText(/niet te vinden/)).toBeNull());
});
