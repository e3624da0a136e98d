// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openWindow, practice, shelf } from './frame-window.tsx';

const choices = (): HTMLElement[] => screen.queryAllByRole('option').filter((option) => option.classList.contains('option'));
const options = (): string[] => choices().map((option) => option.textContent ?? '');

const palette = { name: 'Zoek een stuk of geef een opdracht' };
const field = (): HTMLElement => screen.getByRole('combobox', palette);

async function openPalette(hash = '#/instellingen', files = shelf): Promise<Awaited<ReturnType<typeof openWindow>>> {
  const opened = await openWindow(files, hash);
  await screen.findByRole('navigation', { name: 'Hoofdnavigatie' });
  await opened.user.keyboard('{Control>}k{/Control}');
  await screen.findByRole('combobox', palette);
  return opened;
}

it('jumps to a write-up by a part of its title', async () => {
  const { user } = await openPalette();
  await user.type(field(), 'leesm');
  await waitFor(() => expect(options()[0]).toContain('Leesmaatjes over de bouwen heen'));
  await user.keyboard('{Enter}');
  await screen.findByRole('heading', { level: 1, name: 'Leesmaatjes over de bouwen heen' }, { timeout: 5000 });
});

it('forgives a typing mistake', async () => {
  const { user } = await openPalette();
  await user.type(field(), 'rustpelk');
  await waitFor(() => expect(options()[0]).toContain('Rustplek in de gang'));
});

it('says so when no write-up holds all words', async () => {
  const { user } = await openPalette();
  await user.type(field(), 'ouderkamer');
  await waitFor(() => expect(group('Ga naar')).toHaveLength(1));
  expect(screen.queryByText(/Nergens staat alles bij elkaar/)).toBeNull();
  await user.type(field(), ' gang');
  await screen.findByText(/Nergens staat alles bij elkaar/);
  expect(group('Ga naar').join()).toContain('Rustplek in de gang');
});

it('looks in all texts with Ctrl+Enter', async () => {
  const { user } = await openPalette();
  await user.type(field(), 'ouders');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(window.location.hash).toBe('#/bibliotheek?q=ouders'));
});

it('shows only commands after a >', async () => {
  const { user } = await openPalette();
  await user.type(field(), '>instel');
  await waitFor(() => expect(options()).toHaveLength(1));
  expect(options()[0]).toContain('Instellingen');
});

it('makes a write-up with the typed words as its title', async () => {
  const { user } = await openPalette();
  await user.type(field(), 'Stille start');
  await user.click(await screen.findByRole('option', { name: /Nieuw stuk/ }));
  expect(((await screen.findByLabelText('Titel')) as HTMLInputElement).value).toBe('Stille start');
});

it('walks the choices with the arrows while the focus stays in the field', async () => {
  const { user } = await openPalette();
  await user.keyboard('{ArrowDown}');
  const selected = choices().find((option) => option.getAttribute('aria-selected') === 'true');
  expect(options().indexOf(selected?.textContent ?? '')).toBe(1);
  expect(field().getAttribute('aria-activedescendant')).toBe(selected?.id);
  expect(document.activeElement).toBe(field());
});

it('closes with Escape and gives the focus back', async () => {
  const { user } = await openPalette('#/bibliotheek');
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('combobox', palette)).toBeNull();
  const button = screen.getByRole('button', { name: /Zoeken en opdrachten openen/ });
  await user.click(button);
  await screen.findByRole('combobox', palette);
  await user.keyboard('{Escape}');
  expect(document.activeElement).toBe(button);
});

it('offers the kept queries, with how much is in them', async () => {
  const kept = { id: 's', naam: 'Vragen over speeltuin', vraag: 'ouders soort:vraag', sortering: 'titel', gemaakt: '2026-11-01' };
  const { user } = await openPalette('#/instellingen', { ...shelf, '.oogst/zoekvragen.json': JSON.stringify({ zoekvragen: [kept] }) });
  await user.type(field(), 'speeltuin');
  await waitFor(() => expect(group('Zoekvragen')).toEqual([expect.stringMatching(/^Vragen over speeltuin1 stuk/)]));
  await user.click(screen.getByRole('option', { name: /^Vragen over speeltuin/ }));
  await waitFor(() => expect(address()).toBe('#/bibliotheek?q=ouders soort:vraag&sort=titel'));
});

it('tells a conflict copy from what it is a copy of', async () => {
  const text = practice('Speeltuin', { id: 'tuin' });
  const { user } = await openPalette('#/instellingen', { 'tuin.md': text, 'tuin (conflicted copy 2026-01-02).md': text });
  await user.type(field(), 'speeltuin');
  await waitFor(() => expect(group('Ga naar')).toHaveLength(2));
  expect(group('Ga naar').filter((option) => option.includes('conflictkopie'))).toHaveLength(1);
});

it('begins with the places of the navigation', async () => {
  await openPalette();
  expect(options().slice(0, 5)).toEqual(['OverzichtEnter', 'Bibliotheek', 'Bundels', 'Kaarten', 'Prullenbak']);
});

const group = (name: string): string[] => {
  const found = screen.queryByRole('group', { name });
  return found
    ? within(found)
        .getAllByRole('option')
        .map((option) => option.textContent ?? '')
    : [];
};

const body = '## Waarom\n\nOmdat het nodig was.\n';
const rich: Record<string, string> = {
  'a.md': practice('Coördinatoren aan zet', { id: 'a', body, head: 'trefwoorden: [samen leren, ouders]\neigenaar: kenniscoördinator\nfase: weeg\n' }),
  'b.md': practice('Een leergemeenschap op gang', {
    id: 'b',
    body,
    head: 'trefwoorden: [samen leren]\neigenaar: Kenniscoordinator\ncontact: intern begeleider\n',
  }),
  'c.md': practice('Praktijkvoorbeelden verzamelen', { id: 'c', body, head: 'trefwoorden: [samen, samenspel, samenhang, samenvoegen]\n' }),
};
const openRich = (): ReturnType<typeof openPalette> => openPalette('#/instellingen', rich);
const address = (): string => decodeURIComponent(window.location.hash.replaceAll('+', ' '));

describe('write-ups', () => {
  it.each([
    ['coordinator', 'Coördinatoren aan zet'],
    ['leer gemeenschap', 'Een leergemeenschap op gang'],
    ['praktijkvoorbeeldn', 'Praktijkvoorbeelden verzamelen'],
  ])('are found by %s, whatever form the word has', async (asked, title) => {
    const { user } = await openRich();
    await user.type(field(), asked);
    await waitFor(() => expect(group('Ga naar')[0]).toContain(title));
  });

  it('say why they are found when the word is not there as typed', async () => {
    const { user } = await openRich();
    await user.type(field(), 'praktijkvoorbeeldn');
    await waitFor(() => expect(group('Ga naar')[0]).toMatch(/^Praktijkvoorbeelden verzamelenpraktijk · bedoelde u praktijkvoorbeelden/));
  });

  it('take fewer searches than letters typed fast; Enter opens what fits the last letter', async () => {
    const { client } = await openRich();
    const asked: string[] = [];
    const { call } = client;
    client.call = (method, input, more) => {
      if (method === 'search.query' && 'query' in input && input.query) asked.push(input.query);
      return call(method, input, more);
    };
    for (let end = 1; end <= 10; end++) fireEvent.change(field(), { target: { value: 'praktijkvo'.slice(0, end) } });
    fireEvent.keyDown(field(), { key: 'Enter' });
    await screen.findByRole('heading', { level: 1, name: 'Praktijkvoorbeelden verzamelen' }, { timeout: 5000 });
    expect(asked[0]).toBe('p');
    expect(asked.length).toBeLessThan(8);
  });

  it('are at most seven', async () => {
    const many = Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`${n}.md`, practice(`Leeskring nummer ${n}`, { id: `k${n}` })]));
    const { user } = await openPalette('#/instellingen', many);
    await user.type(field(), 'leeskring');
    await waitFor(() => expect(group('Ga naar')).toHaveLength(7));
  });
});

describe('short lists', () => {
  it('lead from a trefwoord to what is about it, at most four beside the rest', async () => {
    const { user } = await openRich();
    await user.type(field(), 'samen');
    await waitFor(() => expect(group('Trefwoorden')).toHaveLength(4));
    await user.click(screen.getByRole('option', { name: /^samen leren.*2 stukken/ }));
    await waitFor(() => expect(address()).toBe('#/bibliotheek?q=trefwoord:"samen leren"'));
  });

  it('shows only trefwoorden after a #, also by a typing mistake', async () => {
    const { user } = await openRich();
    await user.type(field(), '#');
    await waitFor(() => expect(group('Trefwoorden')).toHaveLength(6));
    await user.type(field(), 'samnespel');
    await waitFor(() => expect(options()).toEqual([expect.stringMatching(/^samenspel1 stuk/)]));
  });

  it('shows only people after an @, each role once per field, and leads to what they have', async () => {
    const { user } = await openRich();
    await user.type(field(), '@');
    await waitFor(() => expect(group('Mensen')).toHaveLength(2));
    await user.type(field(), 'kenniscoord');
    await waitFor(() => expect(options()).toHaveLength(1));
    expect(options()[0]).toMatch(/^Kenniscoordinator.*Eigenaar · 2 stukken|^kenniscoördinator.*Eigenaar · 2 stukken/);
    await user.keyboard('{Enter}');
    await screen.findByRole('link', { name: /Coördinatoren aan zet/ });
    await screen.findByRole('link', { name: /Een leergemeenschap op gang/ });
    expect(address()).toMatch(/^#\/bibliotheek\?q=eigenaar:kennisco/i);
  });

  it('shows no near misses beside what is there as typed, nor for a short word', async () => {
    const { user } = await openRich();
    await user.type(field(), '#samenspel');
    await waitFor(() => expect(options()).toEqual([expect.stringMatching(/^samenspel/)]));
    await user.clear(field());
    await user.type(field(), '#smen');
    await waitFor(() => expect(options()).toEqual([]));
  });

  it('finds a contact by the filter it leads to', async () => {
    const { user } = await openRich();
    await user.type(field(), '@begeleider');
    await user.click(await screen.findByRole('option', { name: /^intern begeleider.*Contact · 1 stuk/ }));
    await waitFor(() => expect(address()).toBe('#/bibliotheek?q=contact:"intern begeleider"'));
    await screen.findByRole('link', { name: /Een leergemeenschap op gang/ });
    expect(screen.queryByRole('link', { name: /Coördinatoren aan zet/ })).toBeNull();
  });

  it.each([
    ['weeg', /^Weeg.*Kenniscyclus/, '#/bibliotheek?q=fase:weeg'],
    ['A4', /^A4 .*Checklist/, '#/bibliotheek?q=criterium:A4'],
    ['kenniscyclus', /^Kenniscyclus/, '#/kaarten/kenniscyclus'],
    ['tips plg', /^Tips en tools PLG/, '#/kaarten/plg-tips'],
  ])('lead from the card %s to the card itself, or to what stands at it', async (asked, name, to) => {
    const { user } = await openRich();
    await user.type(field(), asked);
    await waitFor(() => expect(group('Kaarten').length).toBeGreaterThan(0));
    await user.click(within(screen.getByRole('group', { name: 'Kaarten' })).getByRole('option', { name }));
    await waitFor(() => expect(address()).toBe(to));
  });
});
