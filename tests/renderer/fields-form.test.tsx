// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { openWindow, practice, seen, shelf, type OpenWindow } from './frame-window.tsx';

const path = 'praktijken/vol.md';
const head = (more: string): Record<string, string> => ({
  ...shelf,
  [path]: practice('Vol', { id: 'vol', head: more, body: '## Waarom\n\nDaarom.\n' }),
});
const group = (id: string, more: string): Record<string, string> => ({
  ...shelf,
  [path]: `---\nid: ${id}\nsoort: groep\ntitel: Groep\n${more}---\n\n## Thema en doel\n`,
});

async function inFields(files: Record<string, string>, id = 'vol'): Promise<OpenWindow & { form: HTMLElement; line(key: string): HTMLElement }> {
  const opened = await openWindow(files, `#/stuk/${id}/bewerken`);
  await opened.user.click(await screen.findByRole('tab', { name: 'Gegevens' }, { timeout: 5000 }));
  const form = screen.getByRole('tabpanel', { name: 'Gegevens' });
  return { ...opened, form, line: (key) => form.querySelector<HTMLElement>(`[data-field="${key}"]`)! };
}

const holds = (read: OpenWindow['read'], text: string): Promise<void> =>
  waitFor(async () => expect(await read(path)).toContain(text), { timeout: 8000 });

it('reads a date as it is typed in Dutch and writes it as the file has it', async () => {
  const { user, read, line } = await inFields(head(''));
  await user.type(within(line('herzien_voor')).getByRole('textbox'), '2-12-26');
  await user.tab();
  await holds(read, "herzien_voor: '2026-12-02'\n");
  expect(within(line('herzien_voor')).getByRole('textbox')).toHaveProperty('value', '02-12-2026');
  expect(line('herzien_voor').textContent).toContain('2 december 2026');
});

it('leaves a field that is half typed alone while the one before it is being saved', async () => {
  const { user, read, line } = await inFields(head(''));
  const date = within(line('herzien_voor')).getByRole('textbox');
  await user.type(within(line('organisatie')).getByRole('combobox'), 'De Lindehoek');
  await user.tab();
  fireEvent.change(date, { target: { value: '2-12' } });
  await holds(read, 'organisatie: De Lindehoek\n');
  await new Promise((done) => setTimeout(done, 400));
  expect(await read(path)).not.toContain('herzien_voor');
});

it('saves what is no date all the same, and says beside the field what is wrong', async () => {
  const { user, read, line } = await inFields(head(''));
  await user.type(within(line('datum')).getByRole('textbox'), 'ergens in mei');
  await user.tab();
  await holds(read, 'datum: ergens in mei\n');
  expect(line('datum').textContent).toContain('“ergens in mei” is geen datum. Schrijf bijvoorbeeld 22-11-2026');
  expect(await seen(/^Opgeslagen \d\d:\d\d$/)).toBeDefined();
});

it('keeps a choice that is not in the list and says so, also when another is added', async () => {
  const { user, read, line } = await inFields(head('status: onzin\nwaarden: [veiligheid, moed]\n'));
  expect(within(line('status')).getByRole('combobox')).toHaveProperty('value', 'onzin');
  expect(within(line('status')).getByRole('option', { name: 'onzin (staat niet in de lijst)' })).toBeDefined();
  const said = within(line('status')).getByText('“onzin” is geen bekende waarde voor status.');
  expect(within(line('status')).getByRole('combobox').getAttribute('aria-describedby')).toContain(said.id);
  expect(within(line('waarden')).getByRole('checkbox', { name: 'moed (staat niet in de lijst)' })).toHaveProperty('checked', true);
  await user.click(within(line('waarden')).getByRole('checkbox', { name: 'Toegankelijkheid' }));
  await holds(read, 'waarden: [veiligheid, moed, toegankelijkheid]\n');
  await user.selectOptions(within(line('status')).getByRole('combobox'), 'Ter weging');
  await holds(read, 'status: ter-weging\n');
});

it('completes trefwoorden with those in use, takes one up again and lets one go', async () => {
  const files = { ...head('trefwoorden: [gang]\n'), 'praktijken/a.md': practice('A', { head: 'trefwoorden: [ouderbetrokkenheid]\n' }) };
  const { user, read, line } = await inFields(files);
  const field = within(line('trefwoorden')).getByRole('combobox');
  await user.type(field, 'ouder');
  await within(line('trefwoorden')).findByRole('option', { name: 'ouderbetrokkenheid' });
  await user.keyboard('{ArrowDown}{Enter}');
  await holds(read, 'trefwoorden: [gang, ouderbetrokkenheid]\n');
  await user.keyboard('nieuw{Enter}');
  await holds(read, 'trefwoorden: [gang, ouderbetrokkenheid, nieuw]\n');
  await user.keyboard('{Backspace}er{Enter}');
  await holds(read, 'trefwoorden: [gang, ouderbetrokkenheid, nieuwer]\n');
  await user.click(within(line('trefwoorden')).getByRole('button', { name: 'gang weghalen' }));
  await holds(read, 'trefwoorden: [ouderbetrokkenheid, nieuwer]\n');
});

it('completes a role with those the kennismap knows', async () => {
  const files = { ...head(''), 'praktijken/a.md': practice('A', { head: 'eigenaar: Intern begeleider\n' }) };
  const { user, read, line } = await inFields(files);
  await user.type(within(line('eigenaar')).getByRole('combobox'), 'begel');
  await user.click(await within(line('eigenaar')).findByRole('option', { name: 'Intern begeleider' }));
  await holds(read, 'eigenaar: Intern begeleider\n');
});

it('finds a write-up to point at by its title, of the kinds that may be meant only', async () => {
  const { user, read, line } = await inFields(head('verwant: [weg-is-weg]\n'));
  expect(line('verwant').textContent).toContain('weg-is-weg (dit stuk is er niet)');
  const field = within(line('beantwoordt')).getByRole('combobox', { name: 'Beantwoordt vraag' });
  await user.click(field);
  expect((await within(line('beantwoordt')).findAllByRole('option')).map((one) => one.textContent)).toEqual(['Hoe bereiken we ouders overdag?']);
  await user.type(field, 'overdag{ArrowDown}{Enter}');
  await holds(read, 'beantwoordt:\n  - vraag-avond\n');
  await user.click(within(line('beantwoordt')).getByRole('button', { name: /^Koppeling met Hoe bereiken/ }));
  await waitFor(async () => expect(await read(path)).not.toContain('beantwoordt'), { timeout: 8000 });
  expect(await read(path)).toContain('verwant: [weg-is-weg]\n');
});

it('fills in a list as rows: adds, moves and removes them, and leaves alone what it does not know', async () => {
  const log = "logboek:\n  - datum: '2026-01-10'\n    notitie: Eerste keer.\n    eigen: blijft\n";
  const { user, read, line } = await inFields(group('vol', log));
  expect(line('logboek').textContent).toContain('Ook in deze regel: eigen: blijft');
  await user.click(within(line('logboek')).getByRole('button', { name: 'Regel toevoegen aan Logboek' }));
  const row = await within(line('logboek')).findByRole('group', { name: 'Regel 2' });
  await user.type(within(row).getByRole('textbox', { name: 'Datum' }), '5 februari 2026');
  await user.type(within(row).getByRole('textbox', { name: 'Notitie' }), 'Tweede keer.');
  await user.selectOptions(within(row).getByRole('combobox', { name: 'Stap' }), 'Focus');
  await holds(read, `${log}  - datum: '2026-02-05'\n    notitie: Tweede keer.\n    stap: "2"\n`);
  await user.click(within(line('logboek')).getByRole('button', { name: 'Regel 2 omhoog' }));
  await holds(read, '    stap: "2"\n  - datum: \'2026-01-10\'\n    notitie: Eerste keer.\n    eigen: blijft\n');
  await user.click(within(line('logboek')).getByRole('button', { name: 'Regel 1 weghalen' }));
  await holds(read, `titel: Groep\n${log}---`);
});

it('takes a number with a comma, and a tick', async () => {
  const { user, read, line } = await inFields({ ...shelf, [path]: '---\nid: vol\nsoort: reflectie\ntitel: R\n---\n' });
  await user.type(within(line('cijfer')).getByRole('textbox'), '7,5');
  await user.click(within(line('vertrouwelijk')).getByRole('checkbox'));
  await holds(read, 'cijfer: 7.5\n');
  await holds(read, 'vertrouwelijk: true\n');
  expect(within(line('cijfer')).getByRole('textbox')).toHaveProperty('value', '7,5');
});

it('shows fields of other kinds and keys it does not know, and keeps both', async () => {
  const { user, read, form, line } = await inFields(head('minuten: 30\nmijn_sleutel: [a, b]\n'));
  expect(line('minuten')).toBeDefined();
  expect(form.textContent).toContain('Ook in het bestandOogst kent deze sleutels niet en laat ze staan.mijn_sleutela, b');
  await user.type(within(line('regio')).getByRole('combobox'), 'Noord{Enter}');
  await holds(read, 'minuten: 30\nmijn_sleutel: [a, b]\n');
  await holds(read, 'regio:\n  - Noord\n');
});

it('saves what is being typed with Ctrl+S and on leaving, and changes no other line', async () => {
  const { user, read, line } = await inFields(head('organisatie: "De Eik" # de oude naam\n'));
  const field = within(line('organisatie')).getByRole('combobox');
  await user.type(field, '!');
  await user.keyboard('{Control>}s{/Control}');
  await holds(read, 'organisatie: "De Eik!" # de oude naam\n');
  await user.type(field, '?');
  await user.keyboard('{Escape}{Escape}');
  await waitFor(() => expect(window.location.hash).toBe('#/stuk/vol'));
  expect(await read(path)).toBe(head('organisatie: "De Eik!?" # de oude naam\n')[path]);
});

it('shows the fields and lets nothing be changed where the folder is read-only', async () => {
  const opened = await openWindow(head('organisatie: De Eik\n'), '#/overzicht');
  opened.readOnly();
  window.location.hash = '#/stuk/vol/bewerken';
  await opened.user.click(await screen.findByRole('tab', { name: 'Gegevens' }, { timeout: 5000 }));
  expect(screen.getByText('Alleen-lezen')).toBeDefined();
  expect(screen.getByText(/niet wijzigen: de kennismap is alleen-lezen/)).toBeDefined();
  await waitFor(() => expect(screen.getByRole('combobox', { name: 'Organisatie' })).toHaveProperty('value', 'De Eik'));
  expect(screen.getByRole('combobox', { name: 'Organisatie' }).matches(':disabled')).toBe(true);
});
