// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { openWindow, practice, seen } from './frame-window.tsx';

const heads = [
  'status: concept\neigenaar: IB-er\ntrefwoorden: [ouders, start]\n',
  'status: concept\neigenaar: Teamleider\ntrefwoorden: [ouders]\n',
  'status: ter-weging\ntrefwoorden: [ouders]\n',
];
const files = Object.fromEntries(heads.map((head, n) => [`praktijken/stuk-${n}.md`, practice(`Stuk ${n}`, { id: `s${n}`, head })]));
const list = '#/bibliotheek?sort=titel';

async function opened(more: Record<string, string> = {}) {
  const made = await openWindow({ ...files, ...more }, list);
  await waitFor(() => expect(document.querySelectorAll('.hit')).toHaveLength(3 + Object.keys(more).length));
  return made;
}
const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.hit')];
const bar = (): HTMLElement => screen.getByRole('group', { name: 'Gekozen stukken' });

it('picks with the space bar, Shift and the arrows, and everything with Ctrl+A; Escape ends it', async () => {
  const { user } = await opened();
  rows()[0]?.focus();
  await user.keyboard(' ');
  expect(bar().textContent).toContain('1 gekozen');
  await user.keyboard('{Shift>}{ArrowDown}{/Shift}');
  await waitFor(() => expect(bar().textContent).toContain('2 gekozen'));
  await user.keyboard('{Control>}a{/Control}');
  await waitFor(() => expect(bar().textContent).toContain('3 gekozen'));
  expect(within(bar()).getByRole('status').textContent).toBe('3 gekozen');
  await user.keyboard('{Escape}');
  expect(bar().textContent).toBe('');
});

it('picks with the mouse: the tick box, Ctrl+click and Shift+click, without opening anything', async () => {
  const { user } = await opened();
  await user.click(screen.getByRole('checkbox', { name: 'Kies “Stuk 0”' }));
  await user.keyboard('{Control>}');
  await user.click(rows()[1] ?? document.body);
  await user.click(rows()[1] ?? document.body);
  await user.keyboard('{/Control}');
  expect(bar().textContent).toContain('1 gekozen');
  await user.keyboard('{Shift>}');
  await user.click(rows()[2] ?? document.body);
  await user.keyboard('{/Shift}');
  expect(bar().textContent).toContain('3 gekozen');
  expect(window.location.hash).toBe(list);
  await user.click(within(bar()).getByRole('button', { name: /Klaar/ }));
  expect(bar().textContent).toBe('');
});

it('shows what differs, previews with numbers and titles, changes, and takes it back as one', async () => {
  const { user, read } = await opened();
  rows()[0]?.focus();
  await user.keyboard('{Control>}a{/Control}');
  await user.click(await screen.findByRole('button', { name: 'Wijzigen…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Wijzig 3 stukken' });
  const status = await within(dialog).findByRole('combobox', { name: 'Status' });
  expect(within(status).getByRole('option', { selected: true }).textContent).toBe('Verschillend (blijft zo)');
  expect(dialog.textContent).toContain('Nu: 2× Concept, 1× Ter weging.');
  const [ouders, start] = [
    within(dialog).getByRole('checkbox', { name: 'ouders, bij alle' }),
    within(dialog).getByRole('checkbox', { name: 'start, bij sommige' }),
  ];
  expect([(ouders as HTMLInputElement).checked, (start as HTMLInputElement).indeterminate]).toEqual([true, true]);
  await user.selectOptions(status, 'Ter weging');
  await user.click(start);
  await user.click(ouders);
  await user.selectOptions(within(dialog).getByRole('combobox', { name: 'Eigenaar' }), 'Overdragen: waar nu “IB-er” staat (1)');
  expect(within(dialog).getByRole('button', { name: 'Bekijken' }).hasAttribute('disabled')).toBe(true);
  await user.type(within(dialog).getByRole('combobox', { name: 'Nieuwe eigenaar' }), 'Coördinator');
  await user.type(within(dialog).getByRole('combobox', { name: 'Trefwoord erbij' }), 'gesprek{Enter}');
  await user.click(within(dialog).getByRole('button', { name: 'Bekijken' }));
  await waitFor(() => expect(within(dialog).getByRole('status').textContent).toContain('3 stukken veranderen.'));
  expect(within(dialog).getByRole('list', { name: 'Per kenmerk' }).textContent).toBe('Status 2Eigenaar 1Trefwoorden 3');
  expect(dialog.textContent).toContain('Trefwoorden: ouders, startwordtstart, gesprek');
  expect(await read('praktijken/stuk-0.md')).toBe(files['praktijken/stuk-0.md']);
  await user.click(within(dialog).getByRole('button', { name: '3 stukken wijzigen' }));
  await seen('3 stukken zijn gewijzigd');
  expect(await read('praktijken/stuk-0.md')).toContain('status: ter-weging\neigenaar: Coördinator\ntrefwoorden: [start, gesprek]\n');
  expect(await read('praktijken/stuk-1.md')).toContain('eigenaar: Teamleider\n');
  await user.click(screen.getByRole('button', { name: 'Ongedaan maken' }));
  await seen('Ongedaan gemaakt: wijziging van 3 stukken');
  for (const [path, text] of Object.entries(files)) expect(await read(path)).toBe(text);
});

it('names what cannot come along and changes the rest; back goes to the question as it was', async () => {
  const { user, read } = await opened({ 'los.md': '---\nid: los\ntitel: Zonder kop\nsoort: praktijk\nlijst: [\n---\n' });
  rows()[0]?.focus();
  await user.keyboard('{Control>}a{/Control}');
  await user.click(await screen.findByRole('button', { name: 'Wijzigen…' }));
  const dialog = await screen.findByRole('dialog');
  await user.selectOptions(await within(dialog).findByRole('combobox', { name: 'Delen' }), 'partners');
  await user.click(within(dialog).getByRole('button', { name: 'Bekijken' }));
  expect(await within(dialog).findByText('1 stuk kan niet mee:')).toBeDefined();
  expect(dialog.textContent).toMatch(/De kop van “los.md” is niet te lezen/);
  await user.click(within(dialog).getByRole('button', { name: 'Terug' }));
  expect((within(dialog).getByRole('combobox', { name: 'Delen' }) as HTMLSelectElement).value).toBe('partners');
  await user.click(within(dialog).getByRole('button', { name: 'Bekijken' }));
  await user.click(await within(dialog).findByRole('button', { name: '3 stukken wijzigen' }));
  await seen('3 stukken zijn gewijzigd; 1 stuk bleef zoals het was');
  expect(await read('praktijken/stuk-2.md')).toContain('delen: partners');
});

it('throws many away and brings them back as one', async () => {
  const { user, read } = await opened();
  rows()[0]?.focus();
  await user.keyboard('{Control>}a{/Control}');
  await user.click(await screen.findByRole('button', { name: 'Naar prullenbak' }));
  await seen('3 stukken liggen in de prullenbak');
  await user.click(screen.getByRole('button', { name: 'Ongedaan maken' }));
  await seen('Ongedaan gemaakt: weggooien van 3 stukken');
  expect(await read('praktijken/stuk-2.md')).toBe(files['praktijken/stuk-2.md']);
});

it('takes what was picked along to the bundle', async () => {
  const { user } = await opened();
  rows()[1]?.focus();
  await user.keyboard(' ');
  await user.click(await screen.findByRole('button', { name: 'In bundel' }));
  await waitFor(() => expect(window.location.hash).toBe('#/bundels'));
  await seen('Stuk 1');
});
