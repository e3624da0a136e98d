import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openServices } from '../../helpers/open-services.ts';
import { temporaryFolder } from '../../helpers/temporary.ts';
import { unzipped } from '../../helpers/zip.ts';

const shared = 'delen: openbaar\ntoestemming: nvt\n';
const body = [
  'Zie [[praktijken/zwijgplicht-thuis]], [[p-zwijg]] en [[p-zwijg|Zwijgplicht thuis]], of [[Zwijgplicht thuis|lees het gesprek]].',
  '',
  '| Stuk |',
  '| --- |',
  '| [[p-zwijg\\|hier]] |',
  '',
  'Ook [dit stuk](zwijgplicht-thuis.md "Zwijgplicht thuis"), ![een schets](zwijgplicht-thuis.bijlagen/schets.png) en [[q]].',
  '',
  'Al voor [[t]].',
].join('\n');
const files = {
  'praktijken/open.md': `---\nid: p\nsoort: praktijk\ntitel: Open deur\n${shared}verwant: [p-zwijg, q]\ngebruikt: ["[[Zwijgplicht thuis]]"]\nomgeving: Naast [[p-zwijg]] gelezen\nsamengevoegd_uit:\n  - id: oud-1\n    titel: Oude naam van het stuk\n---\n\n## Waarom\n\n${body}\n`,
  'praktijken/zwijgplicht-thuis.md': '---\nid: p-zwijg\nsoort: werkvorm\ntitel: Zwijgplicht thuis\nvertrouwelijk: true\n---\n\n## Wat\n\nStil.\n',
  'praktijken/zwijgplicht-thuis.bijlagen/schets.png': 'x',
  'q.md': `---\nid: q\nsoort: praktijk\ntitel: Ander verhaal\n${shared}---\n\n## Waarom\n\nTekst.\n`,
  't.md': '---\nid: t\nsoort: praktijk\ntitel: Thuisblijver\n---\n\n## Waarom\n\nAlleen hier.\n',
  's.md': `---\nid: s\nsoort: sessie\ntitel: Studiedag\n${shared}programma:\n  - onderdeel: Start\n    minuten: 10\n    werkvorm: p-zwijg\n---\n\n## Doel\n\nDelen.\n`,
};

async function exported(audience: 'intern' | 'partners' | 'openbaar') {
  const opened = await openServices(files);
  const out = join(await temporaryFolder(), 'b.zip');
  await opened.call('bundles.export', {
    ids: ['p', 'q', 's'],
    out,
    title: 'Dag',
    audience,
    session: 's',
    products: ['reader', 'overzicht', 'bron', 'handout'],
  });
  return { opened, zip: await unzipped(await readFile(out)) };
}

describe('the name of a confidential write-up', () => {
  test.each(['intern', 'partners', 'openbaar'] as const)('is nowhere in a bundle for %s, wherever a link says it', async (audience) => {
    const { zip } = await exported(audience);
    for (const [name, bytes] of zip) {
      const said = /.{0,60}(?:zwijgplicht|p-zwijg).{0,60}/i;
      expect([name, said.exec(name)?.[0], said.exec(bytes.toString('utf8'))?.[0]]).toEqual([name, undefined, undefined]);
    }
    const text = String(zip.get('stukken/praktijken/open.md'));
    expect(text).toContain('Zie een ander stuk, een ander stuk en een ander stuk, of lees het gesprek.');
    expect(text).toContain('| hier |');
    expect(text).toContain('Ook dit stuk, een schets en [[q]].');
    expect(text).toMatch(/verwant: \[\s*q\s*\]/);
    expect(text).toContain(audience === 'intern' ? 'Al voor [[t]].' : 'Al voor een ander stuk.');
    expect(text.includes('Oude naam')).toBe(audience === 'intern');
    expect(String(zip.get('stukken/s.md'))).toContain('onderdeel: Start');
  });

  test('is told of at the gate, in a link, a field and as words', async () => {
    const opened = await openServices({
      ...files,
      'w.md': `---\nid: w\nsoort: praktijk\ntitel: Woorden\n${shared}---\n\n## Waarom\n\nWij lazen zwijgplicht Thuis samen.\n`,
    });
    const { open } = await opened.call('bundles.gate', { ids: ['p', 'w', 's'], audience: 'openbaar' });
    const found = open.map((one) => `${one.entry} ${one.rule}@${one.place}`);
    expect(found).toEqual(expect.arrayContaining(['p koppeling-binnen@Waarom', 'p koppeling-binnen@verwant', 'w naam-vertrouwelijk@Waarom']));
    expect(open.find(({ rule }) => rule === 'naam-vertrouwelijk')).toMatchObject({ passage: 'zwijgplicht Thuis', severity: 'let op' });
  });
});

describe('a write-up that names nothing confidential', () => {
  test('is the same to the byte within the house', async () => {
    const { zip } = await exported('intern');
    expect(String(zip.get('stukken/q.md'))).toBe(files['q.md']);
  });
});

describe('a write-up with a header that cannot be taken apart', () => {
  const broken = {
    ...files,
    'kapot.md': `---\nid: kapot\nsoort: praktijk\ntitel: Kapot # intern\n${shared}thema: [a\n---\n\n## Waarom\n\nTekst.\n`,
    'dubbel.md': `---\nid: dubbel\nsoort: praktijk\ntitel: Dubbel # intern\n${shared}titel: Nog eens\n---\n\n## Waarom\n\nTekst.\n`,
  };

  test('stays at the gate for others, which no reason opens, and the rest goes', async () => {
    const { call } = await openServices(broken);
    const out = join(await temporaryFolder(), 'b.zip');
    const report = await call('bundles.export', { ids: ['q', 'dubbel'], out, title: 'Dag', audience: 'openbaar', products: ['bron'] });
    expect(report.leftOut).toMatchObject([{ id: 'dubbel', reason: 'poort', message: expect.stringContaining('Herstel de kop') }]);
    expect(report.entries).toBe(1);
    const { open } = await call('bundles.gate', { ids: ['dubbel'], audience: 'openbaar' });
    const accepted = Object.fromEntries(open.map((one) => [one.id, { reason: 'mag', by: 'ik', at: '2026-11-28' }]));
    expect((await call('bundles.gate', { ids: ['dubbel'], audience: 'openbaar', accepted })).blocking).toBe(1);
    const { rows = [] } = await call('bundles.preview', { ids: ['q', 'dubbel'], title: 'Dag', audience: 'openbaar', product: 'bron' });
    expect(rows.flat().join(' ')).not.toContain('dubbel.md');
  });

  test('goes along within the house as it is', async () => {
    const { call } = await openServices(broken);
    const out = join(await temporaryFolder(), 'b.zip');
    await call('bundles.export', { ids: ['dubbel', 'kapot'], out, title: 'Dag', audience: 'intern' });
    expect(String((await unzipped(await readFile(out))).get('stukken/dubbel.md'))).toBe(broken['dubbel.md']);
  });
});
