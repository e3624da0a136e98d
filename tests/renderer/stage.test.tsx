// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { openWindow, practice, seen, shelf, type OpenWindow } from './frame-window.tsx';

const round = { 'praktijken/kring.md': practice('De kring', { id: 'kring', head: 'fase: actief-gebruiken\n' }) };

async function staging(window: Pick<OpenWindow, 'user'>): Promise<HTMLElement> {
  await window.user.click(await screen.findByRole('button', { name: 'Fase wijzigen' }));
  return screen.findByRole('dialog');
}

it('writes several ways of the card, own words, a day of choice and a note, and shows them in the history', async () => {
  const window = await openWindow(shelf, '#/stuk/ouderkamer');
  const { user, read } = window;
  await seen('Hierna: Verspreid.');
  const dialog = await staging(window);
  await user.click(within(dialog).getByRole('radio', { name: /Verspreid/ }));
  await user.click(within(dialog).getByRole('checkbox', { name: 'Publicatie' }));
  await user.click(within(dialog).getByRole('checkbox', { name: 'PLG en vakgroep' }));
  await user.type(within(dialog).getByLabelText('In eigen woorden'), 'Koffie met de buurschool{Enter}');
  await user.type(within(dialog).getByLabelText('In eigen woorden'), 'publicatie{Enter}Een podcast');
  const day = within(dialog).getByLabelText('Sinds');
  await user.clear(day);
  await user.type(day, '2026-03-04');
  await user.click(within(dialog).getByRole('button', { name: 'Fase vastleggen' }));
  await waitFor(async () =>
    expect(await read('praktijken/ouderkamer.md')).toMatch(
      /fase: verspreid\n\s+sinds: '2026-03-04'\n\s+methoden:\n\s+- Publicatie\n\s+- PLG en vakgroep\n\s+- Koffie met de buurschool\n\s+- Een podcast\n/,
    ),
  );
  const again = await staging(window);
  await within(again).findByText(/Koffie met de buurschool, Een podcast/);
  expect(within(again).getByText('4 maart 2026')).toBeDefined();
});

it('says what the next step would be: its question and its ways, from the card', async () => {
  const window = await openWindow(shelf, '#/stuk/ouderkamer');
  const dialog = await staging(window);
  expect(within(dialog).getByText('Wat zou de volgende stap zijn?')).toBeDefined();
  expect(within(dialog).getByText('Hoe komt ze bij wie haar nodig heeft?')).toBeDefined();
  expect(within(dialog).getByText(/^Bijvoorbeeld: Publicatie · /)).toBeDefined();
  await window.user.click(within(dialog).getByRole('radio', { name: /Vraag/ }));
  expect(within(dialog).getByText('Hoe komen we aan die kennis?')).toBeDefined();
});

it('closes the circle after the last stage with a new question that follows on this write-up', async () => {
  const window = await openWindow(round, '#/stuk/kring');
  const dialog = await staging(window);
  await window.user.click(within(dialog).getByRole('button', { name: 'Nieuwe vraag maken' }));
  expect(within(dialog).getByText('Schrijf de vraag op; dat wordt de titel.')).toBeDefined();
  await window.user.type(within(dialog).getByLabelText('Welke vraag roept dit op?'), 'Werkt de kring ook online?{Enter}');
  await waitFor(async () => expect(await window.read('vragen/werkt-de-kring-ook-online.md')).toMatch(/vervolg_op:\n\s+- kring\nfase: vraag\n/));
  await waitFor(() => expect(location.hash).toMatch(/bewerken$/));
  expect(await window.read('praktijken/kring.md')).toBe(round['praktijken/kring.md']);
});

it('shows what speaks for a stage from the reflections of teams, and takes it over in the note', async () => {
  const team = (id: string, name: string, header: string): string =>
    `---\nid: ${id}\nsoort: reflectie\ntitel: Reflectie ${name}\npraktijk: ouderkamer\nteam: ${name}\ndatum: 2026-05-06\n${header}---\n`;
  const reflections = {
    'reflecties/a.md': team('r-a', 'Team Noord', 'cijfer: 8\nelementen_wel: [vaste dag]\neerste_stap: Lokaal regelen\n'),
    'reflecties/b.md': team('r-b', 'Team Zuid', 'cijfer: 7\nelementen_wel: [vaste dag]\n'),
  };
  const window = await openWindow({ ...shelf, ...reflections }, '#/stuk/ouderkamer');
  const { user, read } = window;
  const dialog = await staging(window);
  expect(within(dialog).queryByText('Wat hiervoor pleit')).toBeNull();
  await user.click(within(dialog).getByRole('radio', { name: /Implementeer/ }));
  await within(dialog).findByText('1 team noemt een eerste stap.');
  expect(within(dialog).getByText('Team Noord, 6 mei 2026: Lokaal regelen')).toBeDefined();
  await user.click(within(dialog).getByRole('radio', { name: /Actief gebruiken/ }));
  await within(dialog).findByText('2 teams namen hier iets van mee, gemiddeld een 7,5.');
  expect(within(dialog).getByText('vaste dag: 2 teams')).toBeDefined();
  await user.click(within(dialog).getByRole('button', { name: 'Zet in de toelichting' }));
  await user.click(within(dialog).getByRole('button', { name: 'Fase vastleggen' }));
  await waitFor(async () =>
    expect(await read('praktijken/ouderkamer.md')).toMatch(/toelichting: 2 teams namen hier iets van mee, gemiddeld een 7,5\./),
  );
});
