import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { failureOf } from '../../helpers/failure-of.ts';
import { openServices } from '../../helpers/open-services.ts';

const entry = (kind: string, id: string, title: string, more = '', body = ''): string =>
  `---\nid: ${id}\nsoort: ${kind}\ntitel: ${title} # zo heet het\n${more}---\n${body}`;
const files = {
  'praktijken/bellen.md': entry('praktijk', 'bellen', 'Bellen met thuis', 'fase: weeg\nperspectieven: [uitvoering, beleid]\ngebruikt: [kaart]\n'),
  'praktijken/praten.md': entry('praktijk', 'praten', 'Praten aan tafel', 'verwant: [[Bellen met thuis]]\n', '\nDit lijkt op bellen met thuis.\r\n'),
  'praktijken/tuin.md': entry('praktijk', 'tuin', 'Schooltuin', 'fase: weeg\nperspectieven: [beleid, uitvoering]\n', '\nBonen.\n'),
  'vragen/vraag.md': entry('vraag', 'vraag', 'Wie belt er?'),
  'werkvormen/kaart.md': entry('werkvorm', 'kaart', 'Kaartspel'),
};

async function open() {
  const opened = await openServices(files);
  return { ...opened, read: (path: string) => readFile(join(opened.dir, path), 'utf8') };
}

describe('typed links', () => {
  it('adds a link on a line of its own in the header, shows it on the other side, and takes it back', async () => {
    const { call, read } = await open();
    await call('relations.link', { id: 'bellen', field: 'beantwoordt', to: 'vraag' });
    expect(await read('praktijken/bellen.md')).toBe(files['praktijken/bellen.md'].replace('[kaart]\n', '[kaart]\nbeantwoordt:\n  - vraag\n'));
    expect((await call('entries.read', { id: 'vraag' })).backlinks).toEqual([
      { id: 'bellen', title: 'Bellen met thuis', kind: 'praktijk', field: 'beantwoordt' },
    ]);
    await call('undo.back', { only: { label: 'koppeling', id: 'bellen' } });
    expect(await read('praktijken/bellen.md')).toBe(files['praktijken/bellen.md']);
  });

  it('adds to a list as it is written, and once', async () => {
    const { call, read } = await open();
    await call('relations.link', { id: 'bellen', field: 'gebruikt', to: 'tuin' });
    await call('relations.link', { id: 'bellen', field: 'gebruikt', to: 'tuin' });
    expect(await read('praktijken/bellen.md')).toContain('gebruikt: [kaart, tuin]\n');
  });

  it('takes a link away however it is written, and the field with the last one', async () => {
    const { call, read } = await open();
    await call('relations.unlink', { id: 'bellen', field: 'gebruikt', to: 'kaart' });
    expect(await read('praktijken/bellen.md')).not.toContain('gebruikt');
  });

  it('puts one in the place of the other where only one fits', async () => {
    const { call, read } = await open();
    const groups = await Promise.all(['Eerste', 'Tweede'].map((title) => call('entries.create', { kind: 'groep', title })));
    for (const group of groups) await call('relations.link', { id: 'tuin', field: 'groep', to: group.id });
    expect(await read('praktijken/tuin.md')).toContain(`groep: ${groups[1]?.id ?? ''}\n`);
  });

  it.each([
    ['a kind the field does not take', { id: 'bellen', field: 'bronnen', to: 'vraag' }],
    ['a field without links', { id: 'bellen', field: 'titel', to: 'vraag' }],
    ['a field of another kind', { id: 'vraag', field: 'beantwoordt', to: 'vraag' }],
    ['itself', { id: 'bellen', field: 'verwant', to: 'bellen' }],
  ])('refuses %s', async (_, input) => {
    const { call, read } = await open();
    expect((await failureOf(call('relations.link', input))).code).toBe('entry.bad-field');
    expect(await read('praktijken/bellen.md')).toBe(files['praktijken/bellen.md']);
  });
});

describe('names without a link', () => {
  it('finds them with the words around, makes the link, and takes it back byte for byte', async () => {
    const { call, read } = await open();
    await call('relations.unlink', { id: 'praten', field: 'verwant', to: 'bellen' }).catch(() => undefined);
    const before = await read('praktijken/praten.md');
    expect(await call('relations.mentions', { id: 'bellen' })).toEqual([
      { id: 'praten', title: 'Praten aan tafel', before: 'Dit lijkt op ', text: 'bellen met thuis', after: '.' },
    ]);
    await call('relations.linkMention', { id: 'praten', to: 'bellen' });
    expect(await read('praktijken/praten.md')).toContain('Dit lijkt op [[Bellen met thuis|bellen met thuis]].\r\n');
    expect(await call('relations.mentions', { id: 'bellen' })).toEqual([]);
    expect((await failureOf(call('relations.linkMention', { id: 'praten', to: 'bellen' }))).code).toBe('relation.not-named');
    await call('undo.back', {});
    expect(await read('praktijken/praten.md')).toBe(before);
  });
});

it('finds write-ups that share items of cards and no words', async () => {
  const { call } = await open();
  const kin = await call('relations.kin', { id: 'bellen' });
  const tuin = kin.find(({ id }) => id === 'tuin');
  expect(tuin?.words).toEqual([]);
  expect(tuin?.shared.toSorted()).toEqual(['Beleid', 'Uitvoering, management en bestuur', 'Weeg']);
  expect(kin.some(({ id }) => id === 'vraag')).toBe(false);
});
