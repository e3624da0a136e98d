// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { openWindow, practice, seen, type OpenWindow } from './frame-window.tsx';

const path = 'praktijken/kamer.md';
const head = `fase: weeg
perspectieven: [uitvoering]
oordelen:
  - item: A1
    oordeel: ja
    onderbouwing: De aanleiding staat er.
    passage: kwamen te laat aan het woord
    door: kenniscoördinator
    op: "2026-02-01"
  - item: A2
    oordeel: nee
    onderbouwing: Hoe het groeide ontbreekt.
    door: intern begeleider
    op: "2026-02-02"
`;
const files = {
  [path]: practice('Kamer voor ouders', {
    id: 'kamer',
    head,
    body: '## Waarom\n\nNiemand vroeg het.\n\nOuders kwamen **te laat** aan het woord.\n\n## Hoe\n\nMet thee.\n',
  }),
  'vragen/vraag.md': '---\nid: vraag\nsoort: vraag\ntitel: Wie weet het?\n---\n\n## De vraag\n\nDat dus.\n',
};

beforeEach(() => window.sessionStorage.clear());

const row = async (code: string): Promise<HTMLElement> => {
  const name = await screen.findByRole('button', { name: new RegExp(`^${code} `) });
  const found = name.closest('li');
  if (!found) throw new Error(`no row ${code}`);
  return found;
};
const chosen = (within_: HTMLElement): string | undefined =>
  within(within_)
    .getAllByRole<HTMLInputElement>('radio')
    .find((radio) => radio.checked)?.value;
const judgementsIn = async ({ read }: OpenWindow): Promise<string> => (await read(path)).match(/oordelen:[^]*?(?=\n---|\n[a-z_]+:)/)?.[0] ?? '';

it('shows every criterion with the judgement that counts, who gave it and when', async () => {
  await openWindow(files, '#/weging/kamer?item=checklist.A3');
  const first = await row('A1');
  expect(chosen(first)).toBe('ja');
  expect(first.textContent).toContain('De aanleiding staat er.');
  expect(first.textContent).toContain('kenniscoördinator, 1 februari 2026');
  expect(chosen(await row('A3'))).toBeUndefined();
  expect(screen.getAllByRole('group', { name: /^Oordeel over A/ })).toHaveLength(7);
});

it('says in one sentence what has no judgement yet', async () => {
  await openWindow(files, '#/weging/kamer');
  await seen('1 ja, 1 nee.');
  await seen('Nog zonder oordeel: A3, A4, A5, A6 en A7. Dat mag; zo staat het ook in de bundel.');
});

it('begins at the first criterion without a judgement', async () => {
  await openWindow(files, '#/weging/kamer');
  expect((await row('A3')).getAttribute('aria-current')).toBe('true');
});

it('judges with the keys and walks with the arrows, and writes it in the file', async () => {
  const window = await openWindow(files, '#/weging/kamer');
  (await screen.findByRole('button', { name: /^A3 / })).focus();
  await window.user.keyboard('2');
  await waitFor(async () =>
    expect(await judgementsIn(window)).toMatch(/item: A3\n\s+oordeel: deels\n\s+door: kenniscoördinator\n\s+op: '\d{4}-\d{2}-\d{2}'/),
  );
  await window.user.keyboard('{ArrowDown}');
  await waitFor(() => expect(document.activeElement?.textContent).toContain('A4'));
  await window.user.keyboard('4');
  await waitFor(async () => expect(chosen(await row('A4'))).toBe('niet-te-beoordelen'));
  await screen.findByText(/^Opgeslagen/);
  expect(await judgementsIn(window)).toContain('De aanleiding staat er.');
});

it('leaves a judgement alone when the arrows go over the four choices', async () => {
  const window = await openWindow(files, '#/weging/kamer');
  const before = await window.read(path);
  const radios = within(await row('A3')).getAllByRole('radio');
  radios[0]?.focus();
  await window.user.keyboard('{ArrowRight}{ArrowRight}');
  expect(document.activeElement).toBe(radios[2]);
  expect(chosen(await row('A3'))).toBeUndefined();
  expect(await window.read(path)).toBe(before);
  await window.user.keyboard(' ');
  await waitFor(async () => expect(await judgementsIn(window)).toMatch(/item: A3\n\s+oordeel: nee/));
});

it('keeps keys for writing while somebody writes', async () => {
  const window = await openWindow(files, '#/weging/kamer');
  await window.user.type(within(await row('A3')).getByLabelText('Onderbouwing'), 'In 4 van de 12 klassen');
  expect(chosen(await row('A3'))).toBeUndefined();
  await seen('Kies ook een oordeel; de onderbouwing gaat dan mee.');
  await window.user.click(within(await row('A3')).getByRole('radio', { name: 'ja' }));
  await waitFor(async () => expect(await judgementsIn(window)).toMatch(/item: A3\n\s+oordeel: ja\n\s+onderbouwing: In 4 van de 12 klassen/));
});

it('adds evidence to a judgement when the field is left, and keeps the one before', async () => {
  const window = await openWindow(files, '#/weging/kamer?item=checklist.A1');
  const field = within(await row('A1')).getByLabelText('Onderbouwing');
  await window.user.type(field, ' Met een voorbeeld.');
  await window.user.tab();
  await waitFor(async () => expect(await judgementsIn(window)).toContain('onderbouwing: De aanleiding staat er. Met een voorbeeld.'));
  expect((await judgementsIn(window)).match(/item: A1/g)).toHaveLength(2);
  await within(await row('A1')).findByText('1 eerder oordeel');
});

it('shows what somebody said on one day as one judgement, and keeps every step of it in the file', async () => {
  const window = await openWindow(files, '#/weging/kamer?item=checklist.A3');
  await row('A3');
  await window.user.keyboard('2');
  await waitFor(async () => expect(await judgementsIn(window)).toMatch(/item: A3\n\s+oordeel: deels/));
  await window.user.type(within(await row('A3')).getByLabelText('Onderbouwing'), 'Nog zonder cijfers.');
  await window.user.tab();
  await waitFor(async () => expect((await judgementsIn(window)).match(/item: A3/g)).toHaveLength(2));
  expect(within(await row('A3')).queryByText(/eerder oordeel/)).toBeNull();
});

it('adds nothing when the same is judged again', async () => {
  const window = await openWindow(files, '#/weging/kamer?item=checklist.A1');
  const before = await window.read(path);
  await window.user.click(within(await row('A1')).getByRole('radio', { name: 'ja' }));
  await window.user.click(within(await row('A3')).getByRole('radio', { name: 'ja' }));
  await waitFor(async () => expect(await judgementsIn(window)).toContain('item: A3'));
  expect((await window.read(path)).match(/item: A1/g)).toHaveLength(before.match(/item: A1/g)?.length ?? 0);
});

it('never signs the evidence of somebody else', async () => {
  const window = await openWindow(files, '#/weging/kamer?item=checklist.A2');
  const second = await row('A2');
  expect(second.textContent).toContain('Hoe het groeide ontbreekt. intern begeleider, 2 februari 2026');
  expect(within(second).getByLabelText<HTMLTextAreaElement>('Onderbouwing').value).toBe('');
  await window.user.click(within(second).getByRole('radio', { name: 'nee' }));
  await waitFor(async () => expect((await judgementsIn(window)).match(/item: A2/g)).toHaveLength(2));
  expect((await judgementsIn(window)).match(/Hoe het groeide ontbreekt/g)).toHaveLength(1);
});

it('sets the perspectives under their criterion', async () => {
  const window = await openWindow(files, '#/weging/kamer?item=checklist.A4');
  const box = await within(await row('A4')).findByRole('checkbox', { name: 'Beleid' });
  await window.user.click(box);
  await waitFor(async () => expect(await window.read(path)).toMatch(/perspectieven: \[uitvoering, beleid\]/));
});

it('finds the passage a judgement points at, also over bold words, and names its place', async () => {
  await openWindow(files, '#/weging/kamer');
  await within(await row('A1')).findByRole('button', { name: 'Waarom, alinea 2' });
  expect(screen.getByRole('button', { name: 'Passage bij A1' })).toBeDefined();
});

it('takes a paragraph as passage with the keys alone', async () => {
  const window = await openWindow(files, '#/weging/kamer?item=checklist.A1');
  await window.user.click(await screen.findByRole('button', { name: 'Andere passage' }));
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Tekst van het stuk'));
  await window.user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{Enter}');
  await waitFor(async () => expect(await judgementsIn(window)).toContain('passage: Met thee.'));
  await within(await row('A1')).findByRole('button', { name: 'Hoe, alinea 1' });
});

it('says so when a passage is no longer in the text', async () => {
  const gone = files[path]?.replace('kwamen te laat aan het woord', 'stond hier vroeger') ?? '';
  await openWindow({ [path]: gone }, '#/weging/kamer?item=checklist.A1');
  await seen(/“stond hier vroeger” Deze passage staat niet meer zo in de tekst\./);
});

it('shows the parts of the text with their words', async () => {
  const { user } = await openWindow(files, '#/weging/kamer');
  await user.click(await screen.findByRole('tab', { name: /B Veranderkracht/ }));
  const panel = screen.getByRole('tabpanel');
  expect(
    within(panel)
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual([
    expect.stringMatching(/^B1Waarom.*dun 10 woorden$/),
    expect.stringMatching(/^B2Hoe.*dun 2 woorden$/),
    expect.stringMatching(/^B3Wat.*ontbreekt/),
    expect.stringMatching(/^B4Tips.*ontbreekt/),
  ]);
});

it('says that a kind without a card of judgements has nothing to weigh', async () => {
  await openWindow(files, '#/weging/vraag');
  await seen('Hier valt niets te wegen');
});
