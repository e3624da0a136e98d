import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { failureOf } from '../../helpers/failure-of.ts';
import { openServices } from '../../helpers/open-services.ts';

const keep = `---
id: een
soort: praktijk
titel: Ouderkamer
thema: [ouders]
verwant: [twee, drie]
oordelen:
  - item: A1
    oordeel: ja
    door: an
    op: '2026-01-01'
fase: weeg
fasehistorie:
  - fase: weeg
    sinds: '2026-02-01'
---

## Waarom

Omdat.
`;
const other = `---
id: twee
soort: praktijk
titel: Kamer voor ouders
thema: [samen]
oordelen:
  - item: A1
    oordeel: nee
    door: bo
    op: '2026-03-01'
fasehistorie:
  - fase: vraag
    sinds: '2025-02-01'
---

## Hoe

![foto](kamer.bijlagen/foto.png) en [drie](../praktijken/drie.md), zie [[Ouderkamer]].
`;
const third =
  '\uFEFF---\r\nid: drie\r\nverwant: [een, twee] # beide\r\n---\r\nZie [[Kamer voor ouders|daar]], [[twee]] en [hier](../oud/kamer.md#hoe).\r\n![x](../oud/kamer.bijlagen/foto.png)\r\n';
const files = {
  'praktijken/ouderkamer.md': keep,
  'praktijken/drie.md': third,
  'oud/kamer.md': other,
  'oud/kamer.bijlagen/foto.png': 'foto',
  'praktijken/ouderkamer.bijlagen/foto.png': 'andere foto',
};

async function open() {
  const opened = await openServices(files);
  const read = (path: string) => readFile(join(opened.dir, path), 'utf8');
  const asked = async (fields: Record<string, string | string[]> = {}) => {
    const { keep: one, other: two, body } = await opened.call('relations.compare', { keep: 'een', other: 'twee' });
    return {
      keep: 'een',
      keepRevision: one.revision,
      other: 'twee',
      otherRevision: two.revision,
      body: `${one.body.trimEnd()}\n\n${body.trimStart()}`,
      fields,
    };
  };
  return { ...opened, read, asked };
}

describe('making one of two write-ups', () => {
  it('shows the text of the other as it would stand in the one that stays', async () => {
    const { call } = await open();
    const { body } = await call('relations.compare', { keep: 'een', other: 'twee' });
    expect(body).toContain('![foto](ouderkamer.bijlagen/foto-2.png) en [drie](../praktijken/drie.md), zie [[Ouderkamer]].');
  });

  it('keeps judgements and stages of both, leads every link to the one that stays, and moves the other away with a pointer', async () => {
    const { call, read, asked, dir } = await open();
    await call('relations.merge', await asked({ thema: ['ouders', 'samen'] }));
    const text = await read('praktijken/ouderkamer.md');
    expect(text).toContain('thema: [ouders, samen]\nverwant: [drie]\n');
    expect(text).toMatch(/door: an[^]*door: bo[^]*fase: weeg[^]*sinds: '2025-02-01'/);
    expect(text).toContain("samengevoegd_uit:\n  - id: twee\n    titel: Kamer voor ouders\n    op: '2026-11-23'\n");
    expect(await read('praktijken/drie.md')).toBe(
      third
        .replace('[een, twee]', '[een]')
        .replace('[[Kamer voor ouders|daar]], [[twee]]', '[[Ouderkamer|daar]], [[een]]')
        .replace('../oud/kamer.md#hoe', 'ouderkamer.md#hoe')
        .replace('../oud/kamer.bijlagen/foto.png', 'ouderkamer.bijlagen/foto-2.png'),
    );
    expect(await read('praktijken/ouderkamer.bijlagen/foto-2.png')).toBe('foto');
    expect(await readdir(join(dir, 'oud'))).toEqual([]);
    expect((await call('trash.list', {}))[0]).toMatchObject({ id: 'twee', into: { id: 'een', title: 'Ouderkamer' } });
    const { verdicts, stages, problemList } = await call('entries.read', { id: 'een' });
    expect(verdicts['checklist.A1']).toBe('nee');
    expect(stages).toHaveLength(2);
    expect(problemList.filter(({ rule }) => rule.endsWith('-stuk'))).toEqual([]);
  });

  it('is one step: taken back everything is as it was byte for byte, and can be done again', async () => {
    const { call, read, asked, dir } = await open();
    await call('relations.merge', await asked());
    const merged = await read('praktijken/ouderkamer.md');
    await call('undo.back', { only: { label: 'samengevoegd', id: 'een' } });
    for (const [path, text] of Object.entries(files)) expect(await read(path)).toBe(text);
    expect(await readdir(join(dir, 'praktijken/ouderkamer.bijlagen'))).toEqual(['foto.png']);
    await call('undo.forward', {});
    expect(await read('praktijken/ouderkamer.md')).toBe(merged);
    expect(await read('praktijken/ouderkamer.bijlagen/foto-2.png')).toBe('foto');
    expect((await call('trash.list', {}))[0]?.into?.id).toBe('een');
  });

  it('lets links by the old title follow when the title of the other is chosen', async () => {
    const { call, read, asked } = await open();
    await call('relations.merge', await asked({ titel: 'Kamer voor ouders' }));
    expect(await read('praktijken/drie.md')).toContain('Zie [[Kamer voor ouders|daar]], [[een]]');
    expect((await call('entries.read', { id: 'drie' })).links.map(({ id }) => id)).toEqual(['een', 'een']);
  });

  it.each(['praktijken/ouderkamer.md', 'oud/kamer.md'])('changes nothing when %s was changed while choosing', async (path) => {
    const { call, read, asked, dir } = await open();
    const input = await asked();
    await writeFile(join(dir, path), `${files[path as keyof typeof files]}\nNieuw.\n`);
    expect((await failureOf(call('relations.merge', input))).code).toBe('entry.conflict');
    expect(await read('praktijken/drie.md')).toBe(third);
    expect(await readdir(join(dir, 'praktijken/ouderkamer.bijlagen'))).toEqual(['foto.png']);
    expect(await call('trash.list', {})).toEqual([]);
  });

  it('does not merge a write-up with itself', async () => {
    const { call } = await open();
    expect((await failureOf(call('relations.compare', { keep: 'een', other: 'een' }))).code).toBe('relation.same');
  });
});
