// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { nl } from '../../renderer/text/nl.ts';
import { temporaryFolder } from '../helpers/temporary.ts';
import { openWindow, seen, shelf } from './frame-window.tsx';

const home = process.env['HOME'];
beforeEach(async () => {
  process.env['HOME'] = await temporaryFolder();
});
afterEach(() => {
  process.env['HOME'] = home;
});

it('offers three ways in and asks for nothing else', async () => {
  await openWindow(undefined);
  await screen.findByRole('heading', { level: 1, name: /Bewaar wat werkt/ });
  expect(screen.getByRole('button', { name: /Nieuwe kennismap maken/ })).toBeDefined();
  expect(screen.getByRole('button', { name: /Bestaande map openen/ })).toBeDefined();
  expect(screen.getByRole('button', { name: /Rondkijken in het voorbeeld/ })).toBeDefined();
  expect(screen.queryByRole('textbox')).toBeNull();
});

it('opens a copy of the example', async () => {
  const { user, client } = await openWindow(undefined);
  await user.click(await screen.findByRole('button', { name: /Rondkijken in het voorbeeld/ }));
  await screen.findByRole('navigation', { name: 'Hoofdnavigatie' }, { timeout: 5000 });
  await waitFor(async () => expect(await client.call('library.state', {})).toMatchObject({ state: 'ready', example: true }), { timeout: 8000 });
});

it('lists the kennismappen of before and says so when one is gone', async () => {
  const profile = await temporaryFolder();
  const dir = join(await temporaryFolder(), 'Kennis');
  await mkdir(dir);
  const first = await openWindow(shelf, '', { dir, profile });
  await screen.findByRole('navigation', { name: 'Hoofdnavigatie' }, { timeout: 5000 });
  await first.close();
  await rm(dir, { recursive: true });
  const { user } = await openWindow(undefined, '', { profile, asAtStart: true });
  await seen(/Kennis is er niet \(meer\)/);
  await user.click(screen.getByRole('button', { name: 'Kennis uit deze lijst halen' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: /^Kennis ?\// })).toBeNull());
});

it('makes a kennismap in the folder that was chosen', async () => {
  const { user, client } = await openWindow(undefined);
  await user.click(await screen.findByRole('button', { name: /Nieuwe kennismap maken/ }));
  const dialog = await screen.findByRole('dialog', { name: nl.start.pickNew });
  await user.click(await within(dialog).findByRole('button', { name: /^Kies “/ }));
  await screen.findByRole('navigation', { name: 'Hoofdnavigatie' }, { timeout: 5000 });
  expect(await client.call('library.state', {})).toMatchObject({ dir: process.env['HOME'] });
});

it('stays on the first screen when no folder is chosen', async () => {
  const { user } = await openWindow(undefined);
  await user.click(await screen.findByRole('button', { name: /Bestaande map openen/ }));
  const dialog = await screen.findByRole('dialog', { name: nl.start.pickOpen });
  await user.click(within(dialog).getByRole('button', { name: nl.common.cancel }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(screen.getByRole('button', { name: /Bestaande map openen/ })).toBe(document.activeElement);
});
