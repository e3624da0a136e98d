// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { openWindow, practice, seen } from './frame-window.tsx';

const one = { id: '1', about: 'persoon', who: 'moeder van K.', entry: 'kamer', audience: 'partners', given: '2026-01-10', changed: '' };
const went = {
  at: '2026-03-03T09:00:00.000Z',
  title: 'Studiedag',
  audience: 'partners',
  entries: ['kamer'],
  attachments: [],
  products: [],
  accepted: [],
};
const shelf = (consents: object[]): Record<string, string> => ({
  'praktijken/kamer.md': practice('Ouderkamer', { id: 'kamer', body: '## Wat\n\n![Kamer](kamer.bijlagen/kamer.png)\n' }),
  'praktijken/kamer.bijlagen/kamer.png': 'plaatje',
  ...(consents.length > 0 ? { '.oogst/toestemmingen.json': JSON.stringify({ toestemmingen: consents }) } : {}),
  '.oogst/verspreid.jsonl': `${JSON.stringify(went)}\n`,
});
const kept = async (read: (path: string) => Promise<string>): Promise<unknown> => JSON.parse(await read('.oogst/toestemmingen.json')) as unknown;

it('writes down who agreed, and asks for what is missing', async () => {
  const { user, read } = await openWindow(shelf([]), '#/toestemmingen');
  (await screen.findByRole('button', { name: 'Toestemming vastleggen' })).focus();
  await user.keyboard('{Enter}');
  const form = within(await screen.findByRole('dialog'));
  await user.keyboard('{Enter}');
  await user.click(form.getByRole('button', { name: 'Vastleggen' }));
  await seen('Kies de foto waar het om gaat.');
  await form.findByRole('option', { name: 'Ouderkamer' });
  await user.selectOptions(form.getByRole('combobox', { name: 'In welk stuk' }), 'Ouderkamer');
  await form.findByRole('option', { name: 'kamer.png' });
  await user.selectOptions(form.getByRole('combobox', { name: 'Welke foto' }), 'kamer.png');
  await user.type(form.getByRole('textbox', { name: /Om wie gaat het/ }), 'leerling K.');
  await user.selectOptions(form.getByRole('combobox', { name: /Door wie gegeven/ }), 'ouders');
  await user.type(form.getByLabelText('Gegeven op'), '2026-09-01');
  await user.keyboard('{Enter}');
  await seen('De toestemming is vastgelegd');
  await screen.findByRole('link', { name: /^Toestemming\b/ });
  await seen('geldt');
  expect(await kept(read)).toMatchObject({
    toestemmingen: [
      { about: 'foto', who: 'leerling K.', entry: 'kamer', attachment: 'praktijken/kamer.bijlagen/kamer.png', by: 'ouders', given: '2026-09-01' },
    ],
  });
});

it('says of what was withdrawn in which bundle it is, and takes that back', async () => {
  const { user, read } = await openWindow(shelf([one]), '#/toestemmingen');
  await seen('geldt');
  await user.click(screen.getByRole('button', { name: 'Toestemming intrekken: moeder van K.' }));
  const group = within(await screen.findByRole('region', { name: /Voorbij, maar al uitgedeeld/ }));
  expect(group.getByText('zit in bundel “Studiedag” van 3 maart 2026, voor partners')).toBeTruthy();
  await seen('De toestemming is ingetrokken. Dit zit al in 1 bundel.');
  await user.click(screen.getByRole('button', { name: 'Ongedaan maken' }));
  await seen('geldt');
  expect(await kept(read)).toMatchObject({ toestemmingen: [{ id: '1' }] });
  expect(JSON.stringify(await kept(read))).not.toContain('withdrawn');
});

it('shows what runs out first, and finds by any word', async () => {
  const soon = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  const { user } = await openWindow(shelf([one, { ...one, id: '2', who: 'leerling B.', until: soon }]), '#/toestemmingen');
  const regions = await screen.findAllByRole('region', { name: /Loopt binnen|Verder in/ });
  expect(regions.map((region) => region.querySelector('b')?.textContent)).toEqual(['leerling B.', 'moeder van K.']);
  await user.type(screen.getByRole('searchbox', { name: 'Zoek op persoon, stuk of foto' }), 'moeder ouderkamer');
  await seen('1 van 2 toestemmingen');
});

it('leads from a finding to the form with the picture in it, and back without asking again', async () => {
  const { user } = await openWindow(shelf([]), '#/bundels?ids=kamer');
  await user.click(await screen.findByRole('link', { name: /Toestemming vastleggen bij .*kamer\.png/ }));
  const form = within(await screen.findByRole('dialog'));
  await form.findByRole('option', { name: 'kamer.png', selected: true });
  await user.click(form.getByRole('checkbox', { name: 'Op deze foto is niemand te herkennen' }));
  await user.click(form.getByRole('button', { name: 'Vastleggen' }));
  await seen('Foto zonder herkenbare mensen');
  expect(window.location.hash).toBe('#/toestemmingen');
});

it('says that nothing may leave while the register cannot be read', async () => {
  await openWindow({ ...shelf([]), '.oogst/toestemmingen.json': '{' }, '#/toestemmingen');
  await seen(/Er gaat niets de deur uit tot .*toestemmingen\.json hersteld is/);
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Toestemming vastleggen' }).disabled).toBe(true);
});
