// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { openWindow, practice, seen, shelf, type OpenWindow } from './frame-window.tsx';

const path = 'praktijken/rustplek.md';
const text = '## Waarom\n\nDe gang was vol geluid.\n\n## Tips\n';
const files = { ...shelf, [path]: practice('Rustplek in de gang', { id: 'rustplek', body: text }) };
const head = practice('Rustplek in de gang', { id: 'rustplek', body: ' ' }).trimEnd();
const question = (prompt: string): Promise<HTMLElement> => screen.findByRole('textbox', { name: prompt }, { timeout: 5000 });

async function inInterview(given: Record<string, string> = files): Promise<OpenWindow> {
  const opened = await openWindow(given, '#/stuk/rustplek/bewerken');
  await screen.findByRole('textbox', { name: /^Tekst van/ }, { timeout: 5000 });
  await opened.user.keyboard('{F4}');
  return opened;
}

const written = (read: OpenWindow['read'], body: string): Promise<void> =>
  waitFor(async () => expect(await read(path)).toBe(`${head}\n\n${body}`), { timeout: 8000 });

it('asks the questions one by one and puts each answer in its own section, with keys alone', async () => {
  const { user, read } = await inInterview();
  expect(await question('Wat is het doel?')).toBe(document.activeElement);
  expect(screen.getByText(/Vraag 1 van 12/)).toBeDefined();
  await user.keyboard('Rust.{Control>}{Enter}{/Control}');
  expect(await question('Welke behoefte of vraag lag eronder?')).toBe(document.activeElement);
  for (let n = 0; n < 3; n++) await user.keyboard('{Control>}{Enter}{/Control}');
  await question('Welke knelpunten kwamen er en wat is daarmee gedaan?');
  await user.keyboard('Geen{Enter}tijd.{Escape}');
  await screen.findByRole('textbox', { name: /^Tekst van/ });
  await written(read, '## Waarom\n\nDe gang was vol geluid.\n\n### Doel\n\nRust.\n\n## Hoe\n\n### Knelpunten\n\nGeen\ntijd.\n\n## Tips\n');
});

it('shows what stands in the section already, and goes back with the answer in its field', async () => {
  const { user } = await inInterview();
  await question('Wat is het doel?');
  expect(screen.getByText('De gang was vol geluid.')).toBeDefined();
  await user.keyboard('Rust.{Control>}{Enter}{/Control}');
  await question('Welke behoefte of vraag lag eronder?');
  expect(screen.getByText(/De gang was vol geluid\.\s+### Doel\s+Rust\./)).toBeDefined();
  await user.keyboard('{Control>}{Shift>}{Enter}{/Shift}{/Control}');
  expect(await question('Wat is het doel?')).toHaveProperty('value', 'Rust.');
});

it('goes on at the first open question when it is opened again', async () => {
  const { user } = await inInterview();
  await question('Wat is het doel?');
  await user.keyboard('Rust.{Escape}');
  await screen.findByRole('textbox', { name: /^Tekst van/ });
  await user.keyboard('{Escape}');
  await waitFor(() => expect(window.location.hash).toBe('#/stuk/rustplek'));
  window.location.hash = '#/stuk/rustplek/bewerken';
  await user.click(await screen.findByRole('button', { name: /^Interview/ }, { timeout: 5000 }));
  await question('Welke behoefte of vraag lag eronder?');
  const steps = screen.getByRole('navigation', { name: 'Alle vragen' });
  expect(within(steps).getByText('1 van 12 beantwoord')).toBeDefined();
  expect(within(steps).getByRole('button', { name: /^Doel.*beantwoord/ })).toBeDefined();
});

it('leaves the file as it was when an answer is typed and taken away again', async () => {
  const { user, client, read } = await inInterview();
  await question('Wat is het doel?');
  await user.keyboard('R{Backspace}{Control>}s{/Control}');
  await seen(/opgeslagen/i);
  expect((await client.call('entries.read', { id: 'rustplek' })).body).toContain(text);
  await written(read, text);
});

it('lets the meter bring somebody to the questions of a part, and shows its card', async () => {
  const { user } = await inInterview();
  await question('Wat is het doel?');
  expect(screen.getByText('0 van 4 delen vol, 1 dun, 3 leeg')).toBeDefined();
  await user.click(screen.getByRole('button', { name: /^Tips.*leeg/ }));
  await question('Wat zou je een volgende keer anders doen?');
  expect(screen.getByRole('heading', { name: 'Wat zou je iemand meegeven die er morgen mee begint?' })).toBeDefined();
});

it('asks the question of each section where a kind has no smaller ones', async () => {
  const vraag = '---\nid: rustplek\nsoort: vraag\ntitel: V\n---\n\n## De vraag\n';
  const { user, read } = await inInterview({ [path]: vraag });
  await question('Stel de vraag in één of twee zinnen.');
  await user.keyboard('Hoe dan?{Control>}{Enter}{/Control}');
  await question('Waar speelt dit, en waarom nu?');
  await user.keyboard('Overal.');
  await waitFor(async () => expect(await read(path)).toBe(`${vraag}\nHoe dan?\n\n## Achtergrond\n\nOveral.\n`), { timeout: 8000 });
});

it('makes the heading of a part that is not there yet where it belongs', async () => {
  const { user } = await openWindow(files, '#/stuk/rustplek/bewerken');
  const area = await screen.findByRole('textbox', { name: /^Tekst van/ }, { timeout: 5000 });
  await user.click(screen.getByRole('button', { name: /^Hoe.*leeg/ }));
  await waitFor(() => expect(area).toHaveProperty('value', expect.stringContaining('geluid.\n\n## Hoe\n\n## Tips\n')));
});

it('is not offered where nothing may be changed', async () => {
  const opened = await openWindow(files, '#/overzicht');
  opened.readOnly();
  window.location.hash = '#/stuk/rustplek/bewerken';
  await screen.findByText('Alleen-lezen', undefined, { timeout: 5000 });
  expect(screen.queryByRole('button', { name: /^Interview/ })).toBeNull();
  await opened.user.keyboard('{F4}');
  expect(screen.queryByRole('region', { name: 'Interview' })).toBeNull();
});
