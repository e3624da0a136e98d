// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { openWindow, seen, shelf } from './frame-window.tsx';

const own = {
  id: 'eigen-kaart',
  title: 'Onze afspraken',
  description: 'Wat wij met elkaar afspraken.',
  source: { title: 'Teamdag', makers: 'het team', authority: 'lager' },
  parts: [{ id: 'A', title: 'Afspraken', instrument: 'kenmerk', items: [{ id: 'A1', name: 'Op tijd', prompt: 'Beginnen we op tijd?' }] }],
};

it('shows every card with its source, what stands on it, and what it goes with', async () => {
  await openWindow({ ...shelf, '.oogst/kaarten/eigen-kaart.json': JSON.stringify(own) }, '#/kaarten');
  await screen.findByRole('heading', { name: 'Checklist goede praktijken' });
  await seen(/^Bron: /);
  await seen(/^Hoort bij: .*praktijk/);
  const list = screen.getByRole('navigation', { name: 'Alle kaarten' });
  const titles = within(list)
    .getAllByRole('link')
    .map((link) => link.textContent);
  expect(titles).toEqual(expect.arrayContaining(['Kenniscyclus', 'Leerlandschapsessie', 'Onze afspraken']));
  expect(titles.length).toBeGreaterThan(15);
});

it('opens a card from the list, with minutes, materials and tips, and leads to the write-ups at an item', async () => {
  const { user } = await openWindow(shelf, '#/kaarten');
  const list = await screen.findByRole('navigation', { name: 'Alle kaarten' });
  await user.click(within(list).getByRole('link', { name: 'Leerlandschapsessie' }));
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Leerlandschapsessie'));
  expect(screen.getAllByText('15 minuten')).toHaveLength(4);
  expect(screen.getAllByText('grote vellen, stiften')).toHaveLength(2);
  await user.click(within(list).getByRole('link', { name: 'Kenniscyclus' }));
  const link = await screen.findByRole('link', { name: 'Stukken bij Weeg' });
  expect(link.getAttribute('href')).toContain('fase%3Aweeg');
  await seen('Na het laatste onderdeel begint het weer bij het eerste.');
});

it('says of a card of the house with a weak source that it is one, and of an unknown card that it is not there', async () => {
  const { user } = await openWindow({ ...shelf, '.oogst/kaarten/eigen-kaart.json': JSON.stringify(own) }, '#/kaarten/eigen-kaart');
  await seen('Bron: Teamdag, het team');
  await seen(/De bron zelf is niet sterk/);
  window.location.hash = '#/kaarten/weg';
  await seen('Deze kaart is er niet (meer).');
  expect(user).toBeDefined();
});
