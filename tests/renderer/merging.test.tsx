// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { openWindow, practice, seen } from './frame-window.tsx';

const files = {
  'praktijken/een.md': practice('Ouderkamer', {
    id: 'een',
    head: 'fase: weeg\nthema: [ouders]\n',
    body: '## Waarom\n\nOuders kwamen te laat.\n\n## Hoe\n\nMet thee.\n',
  }),
  'praktijken/twee.md': practice('Kamer voor ouders', {
    id: 'twee',
    head: 'fase: vraag\nthema: [samen]\nregio: Zuid\n',
    body: '## Waarom\n\nOuders kwamen nooit.\n\n## Hoe\n\nMet thee.\n\n## Tips\n\nBegin klein.\n',
  }),
  'praktijken/wijst.md': practice('Wijst', { id: 'wijst', body: '## Waarom\n\nZie [[Kamer voor ouders]].\n' }),
};

it('makes one of two with the keys alone: what differs is chosen, the rest is kept, and it is one step back', async () => {
  const { user, read } = await openWindow(files, '#/samen/een/twee');
  await screen.findByRole('heading', { level: 1, name: 'Twee stukken samenvoegen' });
  await seen('Nog 2 keuzes te maken.');
  const why = within(screen.getByRole('group', { name: /^Waarom/ })).getAllByRole<HTMLInputElement>('radio');
  expect(why.map(({ checked }) => checked)).toEqual([false, false, false]);
  expect(screen.getByText('Hoe: in beide gelijk')).toBeDefined();
  expect(within(screen.getByRole('group', { name: /^Tips/ })).getByRole<HTMLInputElement>('radio', { name: /Begin klein/ }).checked).toBe(true);
  why[2]?.focus();
  await user.keyboard(' ');
  within(screen.getByRole('group', { name: /^Fase/ }))
    .getAllByRole('radio')[0]
    ?.focus();
  await user.keyboard(' ');
  await seen('Alles is gekozen.');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText('“Kamer voor ouders” is opgegaan in “Ouderkamer”');
  const text = await read('praktijken/een.md');
  expect(text).toMatch(/fase: weeg\nthema: \[ouders, samen\]\n/);
  expect(text).toContain('regio: Zuid\n');
  expect(text).toContain('## Waarom\n\nOuders kwamen te laat.\n\nOuders kwamen nooit.\n\n## Hoe\n\nMet thee.\n\n## Tips\n\nBegin klein.\n');
  expect(await read('praktijken/wijst.md')).toContain('Zie [[Ouderkamer]].');
  await user.click(screen.getByRole('button', { name: 'Ongedaan maken' }));
  for (const [path, before] of Object.entries(files)) await waitFor(async () => expect(await read(path)).toBe(before));
});

it('lets the other one stay', async () => {
  const { user } = await openWindow(files, '#/samen/een/twee');
  await user.click(await screen.findByRole('button', { name: 'Het andere laten blijven' }));
  await waitFor(() => expect(location.hash).toBe('#/samen/twee/een'));
  await seen(/^“Kamer voor ouders” blijft en staat links\./);
});

it('takes one side for all that is still open', async () => {
  const { user } = await openWindow(files, '#/samen/een/twee');
  const rest = await screen.findByRole('group', { name: 'Wat nog open staat:' });
  await user.click(within(rest).getByRole('button', { name: 'Kamer voor ouders' }));
  await seen('Alles is gekozen.');
});

it('is reached from the menu of a write-up, and the prullenbak says where the other went', async () => {
  const { user } = await openWindow(files, '#/stuk/een');
  await user.click(await screen.findByRole('button', { name: 'Meer' }));
  await user.click(screen.getByRole('menuitem', { name: 'Samenvoegen met…' }));
  await user.type(await screen.findByLabelText('Welk stuk?'), 'kamer voor{Enter}');
  await waitFor(() => expect(location.hash).toBe('#/samen/een/twee'));
  await user.click(await screen.findByRole('button', { name: 'Allebei waar dat kan' }));
  await seen('Nog 1 keuze te maken.');
  await user.click(within(screen.getByRole('group', { name: 'Wat nog open staat:' })).getByRole('button', { name: 'Ouderkamer' }));
  await user.click(screen.getByRole('button', { name: /^Samenvoegen/ }));
  await waitFor(() => expect(location.hash).toBe('#/stuk/een'));
  location.hash = '#/prullenbak';
  await seen(/opgegaan in “Ouderkamer”/);
});

it('is reached from two that are picked in the list, and from what looks alike', async () => {
  const { user } = await openWindow(files, '#/bibliotheek');
  await user.click(await screen.findByRole('checkbox', { name: 'Kies “Ouderkamer”' }));
  expect(screen.queryByRole('button', { name: 'Samenvoegen' })).toBeNull();
  await user.click(screen.getByRole('checkbox', { name: 'Kies “Kamer voor ouders”' }));
  await user.click(screen.getByRole('button', { name: 'Samenvoegen' }));
  await waitFor(() => expect(location.hash).toMatch(/^#\/samen\/(een\/twee|twee\/een)$/));
  location.hash = '#/stuk/een';
  await user.click(await screen.findByRole('button', { name: 'Samenvoegen met Kamer voor ouders' }, { timeout: 5000 }));
  await waitFor(() => expect(location.hash).toBe('#/samen/een/twee'));
});
