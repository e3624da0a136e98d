// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { expect, it, onTestFinished, vi } from 'vitest';
import { temporaryFolder } from '../helpers/temporary.ts';
import { openWindow, practice, seen } from './frame-window.tsx';

const shelf = { 'praktijken/kamer.md': practice('Ouderkamer', { id: 'kamer' }) };
const file = {
  schema: 'oogst-reflectie',
  version: 1,
  bundle: { title: 'Ouders', made: '2026-11-20T12:00:00Z' },
  team: 'Onderbouw',
  answers: [{ practice: 'kamer', mark: 6.5, elements: [{ text: 'Thuis beginnen', take: 'ja' }], steps: 'Bellen' }],
  saved: '2026-11-20T15:00:00Z',
};

it('brings a reflection file into the figures of its practice, once', async () => {
  const folder = await temporaryFolder({ 'onderbouw.json': JSON.stringify(file) });
  vi.stubEnv('HOME', folder);
  vi.stubEnv('USERPROFILE', folder);
  onTestFinished(() => void vi.unstubAllEnvs());
  const { user, client } = await openWindow(shelf, '#/importeren');
  await user.click(await screen.findByRole('button', { name: 'Kies een map' }));
  await user.click(await screen.findByRole('button', { name: /^Kies “/ }));
  await user.click(await screen.findByRole('button', { name: '1 reflectie inlezen' }));
  await seen('1 reflectie ingelezen');
  await seen('al ingelezen');
  expect(await client.call('reflections.figures', { practice: 'kamer' })).toMatchObject([{ count: 1, average: 6.5, taking: 1 }]);
  window.location.hash = '#/stuk/kamer';
  await seen('1 reflectie, gemiddeld een 6,5');
  await seen(/1 team nam dit mee/);
});

it('writes down what came back on paper, and asks for a mark that is one', async () => {
  const { user, read } = await openWindow(shelf, '#/stuk/kamer');
  await user.click(await screen.findByRole('button', { name: 'Reflectie invullen' }));
  const form = within(await screen.findByRole('dialog'));
  await user.type(form.getByLabelText('Team'), 'Zuid');
  await user.type(form.getByLabelText(/Cijfer voor de eigen praktijk/), 'elf');
  await user.click(form.getByRole('button', { name: 'Vastleggen' }));
  await seen('Vul een cijfer van 0 tot 10 in.');
  await user.clear(form.getByLabelText(/Cijfer voor de eigen praktijk/));
  await user.type(form.getByLabelText(/Cijfer voor de eigen praktijk/), '7,5');
  await user.type(form.getByLabelText(/Deze elementen nemen we mee/), 'Soep');
  await user.click(form.getByRole('button', { name: 'Vastleggen' }));
  await seen('1 reflectie, gemiddeld een 7,5');
  expect(await read('reflecties/reflectie-van-zuid-op-ouderkamer.md')).toContain('cijfer: 7.5');
});
