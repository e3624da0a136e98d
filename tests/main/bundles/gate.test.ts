import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { finding } from '../../../domain/bundle/gate-finding.ts';
import { openServices } from '../../helpers/open-services.ts';

const head = (id: string, more = ''): string => `---\nid: ${id}\nsoort: praktijk\ntitel: Stuk ${id}\n${more}---\n`;

async function gate(files: Record<string, string | Uint8Array>, more: { audience?: 'intern' | 'openbaar'; names?: string[]; ids?: string[] } = {}) {
  const opened = await openServices(files);
  const outcome = await opened.call('bundles.gate', {
    ids: more.ids ?? ['a'],
    audience: more.audience ?? 'intern',
    ...(more.names ? { names: more.names } : {}),
  });
  return { ...opened, outcome, rules: outcome.open.map((one) => `${one.rule}@${one.place}`) };
}

describe('the gate', () => {
  test('finds personal data in title, summary, own fields, text, evidence and the name of a file', async () => {
    const fields = `samenvatting: Bel 06-12345678\nbsn: 111222333\noordelen:\n  - item: checklist.A1\n    oordeel: ja\n    onderbouwing: Volgens j.jansen@school.nl\n`;
    const { rules, outcome } = await gate(
      { 'a.md': `${head('a', fields)}## Waarom\nSanne hielp.\n`, 'a/Sanne foto.txt': 'x' },
      { names: ['Sanne de Vries'] },
    );
    expect(rules).toEqual(expect.arrayContaining(['telefoon@samenvatting', 'bsn@bsn', 'e-mail@oordelen.checklist.A1', 'naam@Waarom']));
    expect(outcome.blocking).toBe(2);
    const body = '## Waarom\nSanne hielp.\n';
    const name = outcome.open.find((one) => one.place === 'Waarom' && one.rule === 'naam');
    expect(body.slice(name?.from, name?.to)).toBe('Sanne');
  });

  test('blocks what is confidential or without consent, and no reason opens it', async () => {
    const opened = await gate(
      { 'a.md': head('a', 'vertrouwelijk: true\n'), 'b.md': head('b', 'delen: openbaar\n') },
      { audience: 'openbaar', ids: ['a', 'b', 'weg'] },
    );
    expect(opened.rules).toEqual(expect.arrayContaining(['vertrouwelijk@vertrouwelijk', 'toestemming@toestemming', 'ontbreekt@']));
    const accepted = Object.fromEntries(opened.outcome.open.map((one) => [one.id, { reason: 'mag wel', by: 'Coördinator', at: '2026-11-23' }]));
    const again = await opened.call('bundles.gate', { ids: ['a', 'b', 'weg'], audience: 'openbaar', accepted });
    expect(again.blocking).toBe(3);
  });

  test('lets through what was accepted with a reason, for as long as the words stay', async () => {
    const opened = await gate({ 'a.md': `${head('a')}IBAN NL91ABNA0417164300\n` });
    const found = opened.outcome.open.find((one) => one.rule === 'iban');
    const accepted = { [found?.id ?? '']: { reason: 'Rekening van de stichting zelf', by: 'Coördinator', at: '2026-11-23' } };
    const again = await opened.call('bundles.gate', { ids: ['a'], audience: 'intern', accepted });
    expect(opened.outcome.blocking).toBe(1);
    expect(again.blocking).toBe(0);
    expect(again.accepted.map((one) => one.rule)).toEqual(['iban']);
  });

  test('finds loose ends: remarks, hidden parts, pictures without words, links, guidance and places on a disk', async () => {
    const { services } = await openServices();
    const prompt = services.session.library().vocabulary.kinds.find((kind) => kind.id === 'praktijk')?.sections[0]?.prompt ?? '';
    const question = 'Welke knelpunten kwamen er en wat is daarmee gedaan?';
    const text = [
      `<!-- niet delen -->`, '<p hidden>weg</p>', '![](a/foto.png)', '[[Bestaat niet]]', '[[b]]', prompt, question, 'file:///C:/Users/jan/x.docx',
      'Zie C:\\Users\\Jan\\stuk.docx', '\\\\server\\deel\\map', '[vul hier de naam in]',
    ].join('\n\n'); // prettier-ignore
    const { rules, outcome } = await gate({ 'a.md': `${head('a', 'eigen_sleutel: iets\n')}${text}\n`, 'b.md': head('b') });
    expect(outcome.open.find(({ rule }) => rule === 'verborgen')?.passage).toBe('<p hidden>weg');
    for (const rule of ['opmerking', 'verborgen', 'alt-tekst', 'koppeling-stuk', 'koppeling-buiten', 'invultekst', 'plek-op-schijf'])
      expect(rules, rule).toContain(`${rule}@`);
    expect(outcome.open.find(({ rule }) => rule === 'koppeling-buiten')?.message).toMatch(/leidt naar “[^“]+”, dat niet in de bundel zit/);
    expect(rules).toContain('onbekend-veld@eigen_sleutel');
    expect(rules.filter((rule) => rule === 'plek-op-schijf@')).toHaveLength(3);
    expect(rules.filter((rule) => rule === 'invultekst@')).toHaveLength(2);
    expect(rules).toContain('leeg@');
  });

  test('knows two files with the same thing wrong apart, so that letting one pass lets no other', () => {
    const about = { rule: 'foto-plaats', severity: 'let op', entry: 'a', passage: '', from: 0, to: 0, message: 'x' } as const;
    expect(finding({ ...about, place: 'een.jpg' }).id).not.toBe(finding({ ...about, place: 'twee.jpg' }).id);
  });

  test('never says that a text is about nobody, writes nothing and keeps no names', async () => {
    const { outcome, dir } = await gate({ 'a.md': head('a') }, { names: ['Zeldzame Naam'] });
    expect(outcome.sentence).not.toMatch(/anoniem/i);
    for (const file of await readdir(dir, { recursive: true, withFileTypes: true }))
      if (file.isFile()) expect(await readFile(join(file.parentPath, file.name), 'latin1')).not.toContain('Zeldzame');
  });
});
