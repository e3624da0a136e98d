// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { openWindow, practice, seen } from './frame-window.tsx';

const files = {
  'praktijken/bellen.md': practice('Bellen met thuis', { id: 'bellen', head: 'gebruikt: [kaart, weg]\n', body: '## Waarom\n\nZie [[praten]].\n' }),
  'praktijken/praten.md': practice('Praten aan tafel', {
    id: 'praten',
    head: 'vervolg_op: [bellen]\n',
    body: '## Waarom\n\nNet als bellen met thuis.\n',
  }),
  'praktijken/lezen.md': practice('Lezen met opa', { id: 'lezen', body: '## Waarom\n\nEen keer bellen met thuis hielp.\n' }),
  'vragen/vraag.md': '---\nid: vraag\nsoort: vraag\ntitel: Wie belt er?\n---\n',
  'werkvormen/kaart.md': '---\nid: kaart\nsoort: werkvorm\ntitel: Kaartspel\n---\n',
};
const part = async (name: string): Promise<HTMLElement> => {
  const found = (await screen.findByRole('heading', { level: 2, name: new RegExp(`^${name}`) }, { timeout: 5000 })).closest('section');
  if (!found) throw new Error(`no part ${name}`);
  return found;
};

it('shows links and backlinks per field, in Dutch', async () => {
  await openWindow(files, '#/stuk/bellen');
  const links = await part('Gekoppeld');
  expect(within(links).getByRole('heading', { name: 'Gebruikt' })).toBeDefined();
  expect(within(links).getByRole('link', { name: 'Kaartspel' })).toBeDefined();
  expect(within(links).getByText('weg (niet gevonden)')).toBeDefined();
  expect(within(links).getByRole('heading', { name: 'In de tekst' })).toBeDefined();
  expect((await part('Verwijst hierheen')).textContent).toContain('Kreeg vervolg inPraten aan tafel');
});

it('adds a link from the margin with the keys alone, only to kinds the field takes, and takes it back', async () => {
  const { user, read } = await openWindow(files, '#/stuk/bellen');
  const before = await read('praktijken/bellen.md');
  within(await part('Gekoppeld'))
    .getByRole('button', { name: 'Koppelen' })
    .focus();
  await user.keyboard('{Enter}');
  const dialog = await screen.findByRole('dialog');
  await user.selectOptions(within(dialog).getByLabelText('Wat is het voor dit stuk?'), 'Beantwoordt vraag');
  const titles = within(dialog).getByRole('list', { name: 'Stukken die passen' });
  await waitFor(() =>
    expect(
      within(titles)
        .getAllByRole('button')
        .map((one) => one.textContent),
    ).toEqual(['Wie belt er?vraag']),
  );
  await user.type(within(dialog).getByLabelText('Welk stuk?'), 'BELT{Enter}');
  await seen('Gekoppeld aan “Wie belt er?”');
  expect(await read('praktijken/bellen.md')).toContain('beantwoordt:\n  - vraag\n');
  await within(await part('Gekoppeld')).findByRole('link', { name: 'Wie belt er?' });
  await user.click(screen.getByRole('button', { name: 'Ongedaan maken' }));
  await waitFor(async () => expect(await read('praktijken/bellen.md')).toBe(before));
});

it('takes links away, also those that lead nowhere', async () => {
  const { user, read } = await openWindow(files, '#/stuk/bellen');
  await user.click(await screen.findByRole('button', { name: 'Gebruikt: koppeling met weg weghalen' }));
  await waitFor(async () => expect(await read('praktijken/bellen.md')).toContain('gebruikt: [kaart]\n'));
  await user.click(await screen.findByRole('button', { name: 'Gebruikt: koppeling met Kaartspel weghalen' }));
  await waitFor(async () => expect(await read('praktijken/bellen.md')).not.toContain('gebruikt'));
});

it('makes a link of a name without one, in one click', async () => {
  const { user, read } = await openWindow(files, '#/stuk/bellen');
  const named = await part('Genoemd zonder koppeling');
  expect(named.textContent).toContain('Een keer bellen met thuis hielp.');
  await user.click(within(named).getByRole('button', { name: 'Maak een koppeling in Lezen met opa' }));
  await waitFor(async () => expect(await read('praktijken/lezen.md')).toContain('keer [[Bellen met thuis|bellen met thuis]] hielp'));
  await within(await part('Verwijst hierheen')).findByRole('link', { name: 'Lezen met opa' });
});
