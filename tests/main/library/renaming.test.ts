import { chmod, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { failureOf } from '../../helpers/failure-of.ts';
import { openServices } from '../../helpers/open-services.ts';

const kamer = '---\nid: kamer\nsoort: praktijk\ntitel: Ouderkamer\n---\n\n![foto](ouderkamer.bijlagen/foto.png) en [zelf](ouderkamer.md#hoe).\n';
const pointing =
  '\uFEFF---\r\n# van de afdeling\r\nverwant:\r\n  - "[[Ouderkamer|de kamer]]" # eerst\r\n  - kamer\r\n---\r\nZie [[Ouderkamer]], [[ouderkamer#Hoe|hoe]], [[praktijken/ouderkamer]], [[kamer]] en\t[de kamer](../praktijken/ouderkamer.md "Ouderkamer").\r\n' +
  '![[praktijken/ouderkamer.bijlagen/foto.png]] ![x](../praktijken/ouderkamer.bijlagen/foto.png) `[[Ouderkamer]]`\r\n';
const files = {
  'praktijken/ouderkamer.md': kamer,
  'praktijken/ouderkamer.bijlagen/foto.png': 'plaatje',
  'notities/wijst.md': pointing,
  'notities/los.md': 'Niets over de kamer.\n',
};

async function open(more: Record<string, string | Uint8Array> = {}) {
  const opened = await openServices({ ...files, ...more });
  return { ...opened, read: (path: string) => readFile(join(opened.dir, path), 'utf8') };
}

describe('renaming', () => {
  it('writes every kind of link anew, attachments included, and leaves every other byte', async () => {
    const { call, read, dir } = await open();
    expect((await call('entries.rename', { id: 'kamer', title: 'Kamer voor ouders' })).path).toBe('praktijken/kamer-voor-ouders.md');
    expect(await read('notities/wijst.md')).toBe(
      pointing
        .replace('"[[Ouderkamer|de kamer]]"', '"[[Kamer voor ouders|de kamer]]"')
        .replace('Zie [[Ouderkamer]]', 'Zie [[Kamer voor ouders]]')
        .replace('[[ouderkamer#Hoe|hoe]]', '[[Kamer voor ouders#Hoe|hoe]]')
        .replace('[[praktijken/ouderkamer]]', '[[praktijken/kamer-voor-ouders]]')
        .replace('../praktijken/ouderkamer.md', '../praktijken/kamer-voor-ouders.md')
        .replaceAll('praktijken/ouderkamer.bijlagen', 'praktijken/kamer-voor-ouders.bijlagen'),
    );
    expect(await read('praktijken/kamer-voor-ouders.md')).toBe(
      kamer.replace('titel: Ouderkamer', 'titel: Kamer voor ouders').replaceAll('(ouderkamer.', '(kamer-voor-ouders.'),
    );
    expect(await read('notities/los.md')).toBe(files['notities/los.md']);
    expect((await readdir(join(dir, 'praktijken'))).sort()).toEqual(['kamer-voor-ouders.bijlagen', 'kamer-voor-ouders.md']);
    expect((await call('library.problems', {})).filter(({ problem }) => problem.rule.includes('stuk'))).toEqual([]);
  });

  it('is one step: taken back all is as it was, and done again it is new', async () => {
    const { call, read, dir } = await open();
    await call('entries.rename', { id: 'kamer', title: 'Anders', file: 'Eigen naam' });
    expect((await readdir(join(dir, 'praktijken'))).sort()).toEqual(['eigen-naam.bijlagen', 'eigen-naam.md']);
    await call('undo.back', { only: { label: 'titel', id: 'kamer' } });
    expect(await read('praktijken/ouderkamer.md')).toBe(kamer);
    expect(await read('notities/wijst.md')).toBe(pointing);
    expect(await read('praktijken/ouderkamer.bijlagen/foto.png')).toBe('plaatje');
    await call('undo.forward', {});
    expect(await read('notities/wijst.md')).toContain('[[Anders]]');
    expect(await read('praktijken/eigen-naam.bijlagen/foto.png')).toBe('plaatje');
  });

  it('takes write-ups in the folder with attachments along', async () => {
    const inside = '---\nid: verslag\ntitel: Verslag\n---\nHoort bij [de kamer](../ouderkamer.md).\n';
    const { call, read } = await open({
      'praktijken/ouderkamer.bijlagen/verslag.md': inside,
      'b.md': 'Zie [verslag](praktijken/ouderkamer.bijlagen/verslag.md) en [[Verslag]].\n',
    });
    await call('entries.rename', { id: 'kamer', title: 'Anders' });
    expect(await read('b.md')).toBe('Zie [verslag](praktijken/anders.bijlagen/verslag.md) en [[Verslag]].\n');
    expect(await read('praktijken/anders.bijlagen/verslag.md')).toBe(inside.replace('../ouderkamer.md', '../anders.md'));
    expect((await call('entries.read', { id: 'verslag' })).backlinks.map(({ title }) => title)).toEqual(['B']);
    await call('undo.back', {});
    expect(await read('praktijken/ouderkamer.bijlagen/verslag.md')).toBe(inside);
    expect((await call('entries.read', { id: 'verslag' })).path).toBe('praktijken/ouderkamer.bijlagen/verslag.md');
  });

  it('says beforehand how many files change, and changes nothing by saying so', async () => {
    const { call, read } = await open();
    const plan = await call('relations.renamePlan', { id: 'kamer', title: 'Anders' });
    const [wijst] = plan.files;
    expect(plan).toMatchObject({ path: 'praktijken/anders.md', moves: true, stuck: [] });
    expect(plan.files).toHaveLength(1);
    expect(wijst?.links).toBeGreaterThanOrEqual(6);
    expect(await read('notities/wijst.md')).toBe(pointing);
  });

  it('renames nothing when a link stands in a file that cannot be written', async () => {
    const strange = Buffer.concat([Buffer.from('Zie [[Ouderkamer]] '), Buffer.from([0xe9, 0x20, 0xff])]);
    const { call, read } = await open({ 'oud.md': strange });
    expect((await call('relations.renamePlan', { id: 'kamer', title: 'Anders' })).stuck).toHaveLength(1);
    expect((await failureOf(call('entries.rename', { id: 'kamer', title: 'Anders' }))).code).toBe('relation.stuck');
    expect(await read('praktijken/ouderkamer.md')).toBe(kamer);
    expect(await read('notities/wijst.md')).toBe(pointing);
  });

  it('puts everything back when a file refuses half way', async () => {
    const { call, read, dir } = await open({ 'zz.md': 'Zie [[Ouderkamer]].\n' });
    await chmod(join(dir, 'zz.md'), 0o444);
    await failureOf(call('entries.rename', { id: 'kamer', title: 'Anders' }));
    expect(await read('praktijken/ouderkamer.md')).toBe(kamer);
    expect(await read('notities/wijst.md')).toBe(pointing);
    expect((await call('undo.state', {})).undo).toBeUndefined();
  });

  it('keeps a link to another write-up that the new title would draw away', async () => {
    const { call, read } = await open({ 'anders.md': '---\nid: a\ntitel: Iets\n---\n', 'map/b.md': 'Zie [[anders]].\n' });
    await call('entries.rename', { id: 'kamer', title: 'Anders' });
    const to = (await call('entries.read', { id: 'a' })).backlinks.map(({ title }) => title);
    expect(to).toEqual(['B']);
    expect(await read('map/b.md')).toBe('Zie [[Iets]].\n');
  });

  it('lets links follow a title that is changed as a field too', async () => {
    const named = '---\nid: n\ntitel: Oude naam\n---\n';
    const { call, read } = await open({ 'stuk.md': named, 'b.md': 'Zie [[oude naam]].\n' });
    await call('entries.setFields', { id: 'n', fields: { titel: 'Nieuwe naam', fase: 'weeg' } });
    expect(await read('b.md')).toBe('Zie [[Nieuwe naam]].\n');
    await call('undo.back', { only: { label: 'kenmerken', id: 'n' } });
    expect(await read('stuk.md')).toBe(named);
    expect(await read('b.md')).toBe('Zie [[oude naam]].\n');
  });

  it('takes back the rest when somebody wrote over one of the links since', async () => {
    const { call, read, dir } = await open();
    await call('entries.rename', { id: 'kamer', title: 'Anders' });
    await writeFile(join(dir, 'notities/wijst.md'), 'Alles is anders.\n');
    await call('library.rescan', {});
    const turned = await call('undo.back', {});
    expect(turned.refused).toHaveLength(1);
    expect(await read('praktijken/ouderkamer.md')).toBe(kamer);
    expect(await read('notities/wijst.md')).toBe('Alles is anders.\n');
  });
});
