// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { openWindow, practice, seen } from './frame-window.tsx';

const path = 'praktijken/kamer.md';
const head = `oordelen:
  - item: A1
    oordeel: ja
    onderbouwing: De aanleiding staat er.
    door: kenniscoördinator
    op: "2026-02-01"
  - item: A2
    oordeel: nee
    door: kenniscoördinator
    op: "2026-02-01"
`;
const meeting = `---
id: dag
soort: sessie
titel: Studiedag
datum: "2026-02-10"
oordelen:
  - item: D1
    oordeel: nee
    door: kenniscoördinator
    op: "2026-02-01"
---

## Doel

Samen leren.
`;
const files = { [path]: practice('Kamer voor ouders', { id: 'kamer', head }), 'sessies/dag.md': meeting };

beforeEach(() => window.sessionStorage.clear());

const row = async (code: string): Promise<HTMLElement> => {
  const found = (await screen.findByRole('button', { name: new RegExp(`^${code} `) })).closest('li');
  if (!found) throw new Error(`no row ${code}`);
  return found;
};
const chosen = (inside: HTMLElement): string | undefined =>
  within(inside)
    .getAllByRole<HTMLInputElement>('radio')
    .find((radio) => radio.checked)?.value;

it('judges as somebody else beside the first, keeps both and shows them beside each other', async () => {
  const { user, read } = await openWindow(files, '#/weging/kamer?item=checklist.A1');
  expect(chosen(await row('A1'))).toBe('ja');
  const judge = await screen.findByLabelText('Je weegt als');
  await user.clear(judge);
  await user.type(judge, 'intern begeleider{Enter}');
  await waitFor(async () => expect(chosen(await row('A1'))).toBeUndefined());
  expect((await row('A1')).textContent).toContain('ja De aanleiding staat er. kenniscoördinator, 1 februari 2026');
  await user.click(within(await row('A1')).getByRole('radio', { name: 'nee' }));
  await user.click(within(await row('A2')).getByRole('radio', { name: 'nee' }));
  await waitFor(async () => expect(await read(path)).toMatch(/item: A2\n\s+oordeel: nee\n\s+door: intern begeleider/));
  expect(await read(path)).toMatch(/item: A1\n\s+oordeel: ja\n\s+onderbouwing: De aanleiding staat er\.\n\s+door: kenniscoördinator/);
  await seen('Over A1 verschillen jullie.');
  await user.click(screen.getByRole('button', { name: 'Naast elkaar' }));
  await seen('Van de 2 criteria die meer dan één van jullie woog is er 1 gelijk.');
  const table = within(screen.getByRole('table'));
  expect(table.getAllByRole('columnheader').map((one) => one.textContent)).toEqual(['Criterium', 'kenniscoördinator', 'intern begeleider']);
  const first = table.getByRole('row', { name: /^A1 / });
  expect(within(first).getByText('Hierover verschillen jullie')).toBeDefined();
  expect(within(first).getByText('De aanleiding staat er.')).toBeDefined();
  await user.click(within(first).getByRole('button', { name: /^A1 / }));
  expect((await row('A1')).getAttribute('aria-current')).toBe('true');
});

it('never signs the judgement of the first when the second only writes evidence or points at a passage', async () => {
  const { user, read } = await openWindow(files, '#/weging/kamer?item=checklist.A1');
  const before = await read(path);
  const judge = await screen.findByLabelText('Je weegt als');
  await user.clear(judge);
  await user.type(judge, 'tweede{Enter}');
  await user.type(within(await row('A1')).getByLabelText('Onderbouwing'), 'Dat zie ik niet');
  await user.tab();
  await seen('Kies ook een oordeel; de onderbouwing gaat dan mee.');
  expect(await read(path)).toBe(before);
});

it('keeps what one judge is writing out of the hands of the next', async () => {
  const { user } = await openWindow(files, '#/weging/kamer?item=checklist.A3');
  await user.type(within(await row('A3')).getByLabelText('Onderbouwing'), 'Mijn woorden');
  const judge = await screen.findByLabelText('Je weegt als');
  await user.clear(judge);
  await user.type(judge, 'tweede{Enter}');
  await waitFor(async () => expect(within(await row('A3')).getByLabelText<HTMLTextAreaElement>('Onderbouwing').value).toBe(''));
});

it('judges part D of a meeting with the keys, and holds before and after beside each other', async () => {
  const { user, read } = await openWindow(files, '#/weging/dag?item=checklist.D1');
  expect((await row('D1')).textContent).toContain('kenniscoördinator, 1 februari 2026 (vooraf)');
  expect(screen.getAllByRole('group', { name: /^Oordeel over D/ })).toHaveLength(5);
  (await screen.findByRole('button', { name: /^D1 / })).focus();
  await user.keyboard('1{ArrowDown}');
  await waitFor(() => expect(document.activeElement?.textContent).toContain('D2'));
  await user.keyboard('2');
  await waitFor(async () => expect(await read('sessies/dag.md')).toMatch(/item: D2\n\s+oordeel: deels/));
  await user.click(screen.getByRole('button', { name: 'Naast elkaar' }));
  const table = within(await screen.findByRole('table'));
  expect(table.getAllByRole('columnheader').map((one) => one.textContent)).toEqual([
    'Criterium',
    'kenniscoördinator, vooraf',
    'kenniscoördinator, achteraf',
  ]);
  expect(table.getByRole('row', { name: /^D1 / }).textContent).toMatch(/nee.*1 februari 2026.*ja/);
  await user.keyboard('3');
  expect((await read('sessies/dag.md')).match(/oordeel: nee/g)).toHaveLength(1);
});
