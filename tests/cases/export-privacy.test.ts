import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { exported, layersOf, tracesOf } from '../helpers/exported.ts';
import { failureOf } from '../helpers/failure-of.ts';
import { openServices } from '../helpers/open-services.ts';
import { openTypesetter } from '../helpers/pdf.ts';
import { countPlanted } from '../domain/bundle/planted-set.ts';

const shared = 'delen: openbaar\ntoestemming: verkregen\n';
const practice = (id: string, header = shared, body = 'Een tekst over ouders in de klas.'): string =>
  `---\nid: ${id}\nsoort: praktijk\ntitel: Stuk ${id}\n${header}---\n\n## Waarom\n\n${body}\n`;
const session = `---\nid: dag\nsoort: sessie\ntitel: Studiedag\n${shared}---\n\n## Doel\n\nSamen.\n`;

/** Words in an export with every product, looked for in everything that is in it. */
async function tracesIn(bytes: Buffer, words: readonly string[]): Promise<string[]> {
  return tracesOf(words, await layersOf('bundel', bytes));
}

const stays: [string, string][] = [
  ['consent that is missing', 'delen: openbaar\n'],
  ['consent that was only asked for', 'delen: openbaar\ntoestemming: gevraagd\n'],
  ['consent that was withdrawn', 'delen: openbaar\ntoestemming: ingetrokken\n'],
  ['consent that ran out', `${shared}toestemming_tot: 2026-11-22\n`],
  ['consent until nobody knows when', `${shared}toestemming_tot: ooit\n`],
  ['a failure without consent', 'delen: openbaar\ntoestemming: nvt\nafloop: mislukt\n'],
  ['less reach', 'delen: partners\ntoestemming: verkregen\n'],
  ['the word confidential', `${shared}vertrouwelijk: true\n`],
];

describe('who goes along', { timeout: 120_000 }, () => {
  test('P1: whatever may not go out is in no byte of any product, and is told as left at home', async () => {
    const files = Object.fromEntries(stays.map(([, header], n) => [`praktijken/s${n}.md`, practice(`s${n}`, header, `Kluiswoord${n}x hier.`)]));
    const links = stays.map((_, n) => `[[s${n}]]`).join(' ');
    const opened = await openServices(
      { ...files, 'mag.md': practice('mag', shared, `Magwoordx. ${links}`), 'dag.md': session },
      { typesetter: openTypesetter() },
    );
    const ids = ['mag', 'dag', ...stays.map((_, n) => `s${n}`)];
    const { bytes, report } = await exported(opened, ids);
    expect(report.leftOut.map(({ id }) => id).sort()).toEqual(stays.map((_, n) => `s${n}`));
    expect(report.products.filter((product) => product.files === 0)).toEqual([]);
    const found = await tracesIn(bytes, ['Magwoordx', ...stays.flatMap((_, n) => [`Kluiswoord${n}x`, `Stuk s${n}`])]);
    expect(found.some((place) => place.startsWith('Magwoordx'))).toBe(true);
    expect(found.filter((place) => !place.startsWith('Magwoordx'))).toEqual([]);
    // The same rule for who only asks, and no way around it when everything that is asked for stays.
    const checked = await opened.call('bundles.check', { ids, audience: 'openbaar' });
    expect(checked.leftOut.map(({ id }) => id).sort()).toEqual(stays.map((_, n) => `s${n}`));
    expect(
      (
        await failureOf(
          exported(
            opened,
            stays.map((_, n) => `s${n}`),
          ),
        )
      ).code,
    ).toBe('export.nothing');
  });

  test('P1: however sharing, consent and the day come together, only what all of them allow goes along', async () => {
    const header = fc.record({
      delen: fc.constantFrom('intern', 'partners', 'openbaar', ''),
      toestemming: fc.constantFrom('nvt', 'verkregen', 'gevraagd', 'ingetrokken', ''),
      tot: fc.constantFrom('', '2026-11-25', '2026-11-26', '2027-01-01'),
      vertrouwelijk: fc.boolean(),
    });
    const reach = ['intern', 'partners', 'openbaar'];
    const audiences = fc.constantFrom('intern' as const, 'partners' as const, 'openbaar' as const);
    await fc.assert(
      fc.asyncProperty(fc.array(header, { minLength: 1, maxLength: 5 }), audiences, async (headers, audience) => {
        const lines = headers.map((one) =>
          [
            one.delen && `delen: ${one.delen}`,
            one.toestemming && `toestemming: ${one.toestemming}`,
            one.tot && `toestemming_tot: ${one.tot}`,
            one.vertrouwelijk && 'vertrouwelijk: true',
          ]
            .filter(Boolean)
            .map((line) => `${String(line)}\n`)
            .join(''),
        );
        const opened = await openServices({
          'mag.md': practice('mag'),
          ...Object.fromEntries(lines.map((line, n) => [`s${n}.md`, practice(`s${n}`, line, `Kluiswoord${n}x.`)])),
        });
        const { bytes } = await exported(opened, ['mag', ...lines.map((_, n) => `s${n}`)], { audience, products: ['reader', 'bron'] });
        const may = headers.flatMap((one, n) => {
          const inside = one.vertrouwelijk || one.toestemming === 'ingetrokken';
          const out =
            reach.indexOf(one.delen || 'intern') >= reach.indexOf(audience) &&
            ['nvt', 'verkregen'].includes(one.toestemming) &&
            (one.tot === '' || one.tot >= '2026-11-26');
          return !inside && (audience === 'intern' || out) ? [`Kluiswoord${n}x`] : [];
        });
        const found = await tracesIn(
          bytes,
          lines.map((_, n) => `Kluiswoord${n}x`),
        );
        expect([...new Set(found.map((place) => place.slice(0, place.indexOf(' '))))].sort()).toEqual(may.sort());
        await opened.services.close();
      }),
      { numRuns: 25 },
    );
  });

  test.each([
    'ja',
    '"ja"',
    'yes',
    '1',
    'true',
    '"true "',
    '"verkregen "',
    'Verkregen',
    'VERKREGEN',
    '[verkregen]',
    '{verkregen: true}',
    'null',
    '""',
    'verkregen?',
  ])('P2: consent %s is no consent', async (value) => {
    const opened = await openServices({ 'a.md': practice('a', `delen: openbaar\ntoestemming: ${value}\n`), 'mag.md': practice('mag') });
    const { report, zip } = await exported(opened, ['a', 'mag'], { products: ['reader'] });
    expect(report.leftOut).toEqual([expect.objectContaining({ id: 'a', reason: 'toestemming' })]);
    expect([...zip.keys()].filter((path) => path.endsWith('.md'))).toEqual(['stukken/mag.md']);
  });

  test.each(['nvt', 'verkregen'])('P2: consent %s is, with exactly that word', async (value) => {
    const opened = await openServices({ 'a.md': practice('a', `delen: openbaar\ntoestemming: ${value}\n`) });
    expect((await exported(opened, ['a'], { products: ['reader'] })).report.leftOut).toEqual([]);
  });

  test('P6: earlier versions, the prullenbak, conflict copies and what was never saved are in no byte of an export', async () => {
    const opened = await openServices({
      'a.md': practice('a', shared, 'Oudwoordx.'),
      'weg.md': practice('weg', shared, 'Afvalwoordx.'),
      'a (conflicted copy 2026-11-20).md': practice('a', shared, 'Kopiewoordx.'),
    });
    const { call } = opened;
    const copy = (await call('entries.titles', {})).find(({ id }) => id !== 'a' && id !== 'weg');
    const { revision } = await call('entries.read', { id: 'a' });
    await call('entries.saveBody', { id: 'a', basedOn: revision, body: '## Waarom\n\nNieuwwoordx.\n' });
    expect((await call('history.versions', { id: 'a' })).length).toBeGreaterThan(0);
    await call('trash.put', { ids: ['weg'] });
    await call('drafts.keep', { id: 'a', body: 'Kladwoordx.', base: 'x' });
    const words = ['Oudwoordx', 'Afvalwoordx', 'Kopiewoordx', 'Kladwoordx'];
    expect(copy).toBeDefined();
    for (const audience of ['intern', 'openbaar'] as const) {
      const { bytes, report } = await exported(opened, ['a', 'weg', copy?.id ?? ''], {
        audience,
        products: ['reader', 'handout', 'dias', 'overzicht', 'bron'],
      });
      expect(report.leftOut.map(({ reason }) => reason).sort()).toEqual(['conflictkopie', 'ontbreekt']);
      const found = await tracesIn(bytes, ['Nieuwwoordx', ...words]);
      expect(found.some((place) => place.startsWith('Nieuwwoordx'))).toBe(true);
      expect(found.filter((place) => !place.startsWith('Nieuwwoordx'))).toEqual([]);
    }
  });
});

describe('what is found in it', { timeout: 120_000 }, () => {
  it('P3: of every kind of personal data planted in sentences, at least nineteen in twenty; numbers, addresses and accounts all', async () => {
    const { planted, missed } = await countPlanted();
    const all = planted.reduce((sum, one) => sum + one.all, 0);
    expect(all).toBeGreaterThanOrEqual(60);
    expect(planted.reduce((sum, one) => sum + one.found, 0) / all, missed.join('\n')).toBeGreaterThanOrEqual(0.95);
    for (const rule of ['bsn', 'e-mail', 'iban', 'telefoon']) expect(planted.find((one) => one.rule === rule)).toMatchObject({ rule });
    for (const one of planted.filter(({ rule }) => ['bsn', 'e-mail', 'iban', 'telefoon'].includes(rule)))
      expect([one.rule, one.found]).toEqual([one.rule, one.all]);
  });

  const phone = '06-12345678';
  test.each<[string, string, string]>([
    ['signs of Markdown', '', 'Bel 06-**12**34**56**78 of 0*6*-12345678.'],
    ['a table', '', '| wie | wat |\n| --- | --- |\n| juf | 06-12345678 |'],
    ['code', '', '`06-12345678`'],
    ['a block of code', '', '```\n06-12345678\n```'],
    ['words with a picture', '', '![Bel 06-12345678](a.bijlagen/x.png)'],
    ['a comment', '', '<!-- bel 06-12345678 -->'],
    ['words of a link', '', '[06-12345678](https://voorbeeld.example)'],
    ['where a link goes', '', '[bel](tel:0612345678)'],
    ['a footnote', '', 'Tekst[^1].\n\n[^1]: Bel 06-12345678.'],
    ['a tag', `trefwoorden: ["${phone}"]\n`, 'Tekst.'],
    ['a title', `titel: Bel ${phone}\n`, 'Tekst.'],
    ['a key nobody knows', `eigen_sleutel: ${phone}\n`, 'Tekst.'],
    ['a key in a key nobody knows', `eigen:\n  dieper:\n    - ${phone}\n`, 'Tekst.'],
  ])('P4: a telephone number is found in %s', async (_, more, body) => {
    const base = more.startsWith('titel') ? practice('a', shared, body).replace('titel: Stuk a\n', '') : practice('a', shared, body);
    const { call } = await openServices({ 'a.md': base.replace('---\n\n', `${more}---\n\n`) });
    const { open } = await call('bundles.gate', { ids: ['a'], audience: 'openbaar' });
    expect(open.map(({ rule }) => rule)).toContain('telefoon');
  });

  test('P4: a name from the class list is found in the name of an attachment', async () => {
    const { call } = await openServices({ 'a.md': practice('a'), 'a.bijlagen/Sanne foto.txt': 'x' });
    const { open } = await call('bundles.gate', { ids: ['a'], audience: 'openbaar', names: ['Sanne de Vries'] });
    expect(open.map(({ rule }) => rule)).toContain('naam');
  });

  test('P4: remarks, keys nobody knows and the grounds of judgements reach nobody outside, and remarks are in no product inside either', async () => {
    const judged =
      'oordelen:\n  - item: checklist.A1\n    oordeel: ja\n    op: 2026-11-01\n    onderbouwing: Grondwoordx\neigen_sleutel: Sleutelwoordx\n';
    const remarks = 'Tekstwoordx <!-- Opmerkwoordx --> en %% Zijwoordx %% verder.\n\n<!--\nRegelwoordx\n-->\n\n- punt <!-- Puntwoordx -->';
    const opened = await openServices({ 'a.md': practice('a', shared + judged, remarks), 'dag.md': session }, { typesetter: openTypesetter() });
    const secret = ['Opmerkwoordx', 'Zijwoordx', 'Regelwoordx', 'Puntwoordx', 'Grondwoordx', 'Sleutelwoordx'];
    for (const audience of ['partners', 'openbaar'] as const) {
      const found = await tracesIn((await exported(opened, ['a', 'dag'], { audience })).bytes, ['Tekstwoordx', ...secret]);
      expect(found.length).toBeGreaterThan(4);
      expect(found.filter((place) => !place.startsWith('Tekstwoordx'))).toEqual([]);
    }
    const { zip } = await exported(opened, ['a', 'dag'], { audience: 'intern' });
    const products = [...zip].filter(([path]) => !path.endsWith('.md'));
    const layers = new Map((await Promise.all(products.map(([path, bytes]) => layersOf(path, bytes)))).flatMap((all) => [...all]));
    expect(tracesOf(secret.slice(0, 4), layers)).toEqual([]);
    expect(String(zip.get('stukken/a.md'))).toContain('Opmerkwoordx');
    const { open } = await opened.call('bundles.gate', { ids: ['a'], audience: 'intern' });
    expect(open.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['opmerking', 'onbekend-veld']));
  });
});
