// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { openWindow, practice, seen, shelf } from './frame-window.tsx';

const opened = (title: string): Promise<HTMLElement> => screen.findByRole('heading', { level: 1, name: title }, { timeout: 5000 });

it('shows the text as chapters with the code of the checklist', async () => {
  await openWindow(shelf, '#/stuk/ouderkamer');
  await opened('Ouderkamer op dinsdag');
  expect(screen.getByRole('heading', { level: 2, name: 'B1 Waarom' })).toBeDefined();
  expect(screen.getByText('Een kamer waar ouders binnenlopen.')).toBeDefined();
});

it('marks the words that were looked for and walks them with F3', async () => {
  const { user } = await openWindow(shelf, '#/stuk/ouderkamer?q=ouders');
  await opened('Ouderkamer op dinsdag');
  await waitFor(() => expect(document.querySelectorAll('.page mark')).toHaveLength(3));
  await user.keyboard('{F3}{F3}');
  expect(await screen.findByText('Vindplaats 3 van 4')).toBeDefined();
  expect(document.querySelectorAll('mark.now')).toHaveLength(1);
  await user.keyboard('{Shift>}{F3}{/Shift}');
  expect(await screen.findByText('Vindplaats 2 van 4')).toBeDefined();
});

it('goes to the write-up a link in the text points at, and shows where it came from', async () => {
  const { user } = await openWindow(shelf, '#/stuk/ouderkamer');
  await opened('Ouderkamer op dinsdag');
  await user.click(within(document.querySelector<HTMLElement>('.page')!).getByRole('link', { name: 'Hoe bereiken we ouders overdag?' }));
  await opened('Hoe bereiken we ouders overdag?');
  const margin = screen.getByRole('complementary', { name: 'Kenmerken' });
  expect(within(margin).getByRole('link', { name: 'Ouderkamer op dinsdag' })).toBeDefined();
});

it('shows the host before a link leaves the machine', async () => {
  const { user } = await openWindow(shelf, '#/stuk/ouderkamer');
  await opened('Ouderkamer op dinsdag');
  await user.click(screen.getByRole('link', { name: 'een site' }));
  expect(await screen.findByRole('dialog', { name: 'Deze link gaat naar buiten' })).toBeDefined();
  expect(screen.getByText(/Je gaat naar voorbeeld\.nl\./)).toBeDefined();
});

it('draws nothing from a text that is not on the list', async () => {
  const body = '## Waarom\n\nVoor <script>alert(1)</script> na.\n\n![plaat](https://ver.nl/x.png) [knop](javascript:alert(1))\n';
  await openWindow({ 'x.md': practice('Vreemd', { id: 'vreemd', body }) }, '#/stuk/vreemd');
  await opened('Vreemd');
  const page = document.querySelector<HTMLElement>('.page')!;
  expect(page.querySelectorAll('script, img, iframe')).toHaveLength(0);
  // Only the way to the picture, which asks first; nothing fetched it.
  expect([...page.querySelectorAll('a')].map((link) => link.textContent)).toEqual(['Afbeelding van internet, niet opgehaald: plaat']);
  expect(page.textContent).toContain('knop');
});

it('moves to another stage with a method and a note, and keeps the history in the file', async () => {
  const { user, read } = await openWindow(shelf, '#/stuk/ouderkamer');
  await opened('Ouderkamer op dinsdag');
  await user.click(screen.getByRole('button', { name: 'Fase wijzigen' }));
  await user.click(await screen.findByRole('radio', { name: /Verspreid/ }));
  const [method] = await screen.findAllByRole('checkbox');
  await user.click(method!);
  await user.type(screen.getByLabelText('Toelichting'), 'Staat op de site');
  await user.click(screen.getByRole('button', { name: 'Fase vastleggen' }));
  await seen('Fase: Verspreid');
  const file = await read('praktijken/ouderkamer.md');
  expect(file).toContain('fase: verspreid\n');
  expect(file).toContain('toelichting: Staat op de site');
  await waitFor(() => expect(within(screen.getByRole('complementary', { name: 'Kenmerken' })).getByText('Verspreid')).toBeDefined());
});

it('writes only the field that was changed, and takes it back on request', async () => {
  const before = shelf['praktijken/ouderkamer.md'] ?? '';
  const { user, read } = await openWindow(shelf, '#/stuk/ouderkamer');
  await opened('Ouderkamer op dinsdag');
  await user.click(screen.getByRole('button', { name: 'Kenmerken bewerken' }));
  const field = await screen.findByLabelText('Organisatie');
  await user.clear(field);
  await user.type(field, 'Het Tij');
  await user.tab();
  await waitFor(async () => expect(await read('praktijken/ouderkamer.md')).toBe(before.replace('Het Wilgenrak', 'Het Tij')));
  await user.click(await screen.findByRole('button', { name: 'Laatste wijziging terugdraaien' }));
  await waitFor(async () => expect(await read('praktijken/ouderkamer.md')).toBe(before));
});

it('makes the form from the fields of the kind', async () => {
  const { user, client } = await openWindow(shelf, '#/stuk/vraag-avond');
  await opened('Hoe bereiken we ouders overdag?');
  const vocabulary = await client.call('vocabulary.read', {});
  await user.click(screen.getByRole('button', { name: 'Kenmerken bewerken' }));
  const form = await screen.findByRole('tabpanel', { name: 'Gegevens' });
  const kind = vocabulary.kinds.find((k) => k.id === 'vraag');
  const elsewhere = ['id', 'soort', 'titel', 'fase', 'fasehistorie', 'oordelen', 'voorbeeld'];
  const fields = vocabulary.fields.filter((field) => kind?.fields.includes(field.key) && !elsewhere.includes(field.key));
  expect(fields.length).toBeGreaterThan(15);
  for (const field of fields) expect(within(form).getAllByText(field.label).length).toBeGreaterThan(0);
});

it('renames, and keeps the address right', async () => {
  const { user, read } = await openWindow(shelf, '#/stuk/rustplek');
  await opened('Rustplek in de gang');
  await user.click(screen.getByRole('button', { name: 'Meer' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Andere titel geven' }));
  const field = await screen.findByLabelText('Titel');
  await user.clear(field);
  await user.type(field, 'Stille hoek');
  await user.click(screen.getByRole('button', { name: 'Opslaan' }));
  await opened('Stille hoek');
  await expect(read('praktijken/stille-hoek.md').catch(() => read('praktijken/rustplek.md'))).resolves.toContain('titel: Stille hoek');
});

it('shows what is wrong in the file beside the text', async () => {
  await openWindow({ 'x.md': practice('Scheef', { id: 'scheef', head: 'status: onzin\n' }) }, '#/stuk/scheef');
  await opened('Scheef');
  expect(await seen('Aandachtspunten')).toBeDefined();
});

it('says that a write-up is gone', async () => {
  await openWindow(shelf, '#/stuk/bestaat-niet');
  await seen('Dit stuk is er niet (meer)');
});

it('goes back to the list with Escape', async () => {
  const { user } = await openWindow(shelf, '#/stuk/rustplek?q=gang');
  await opened('Rustplek in de gang');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(window.location.hash).toBe('#/bibliotheek?q=gang&id=rustplek'));
});
