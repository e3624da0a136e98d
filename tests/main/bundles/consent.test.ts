import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ExportRecord } from '../../../domain/bundle/export-log.ts';
import { appendExport, readExports } from '../../../main/bundles/export-log.ts';
import { openServices } from '../../helpers/open-services.ts';
import { temporaryFolder } from '../../helpers/temporary.ts';

const register = '.oogst/toestemmingen.json';
const files = {
  'praktijken/a.md':
    '---\nid: a\nsoort: praktijk\ntitel: Ouderkamer\ndelen: openbaar\ntoestemming: nvt\n---\n\n## Wat\n\n![Kamer](a.bijlagen/kamer.png)\n',
  'praktijken/a.bijlagen/kamer.png': Buffer.from([0x89, 0x50, 0x4e, 0x47]),
};
const photo = {
  about: 'foto',
  who: 'vader van L.',
  entry: 'a',
  attachment: 'praktijken/a.bijlagen/kamer.png',
  audience: 'partners',
  given: '2026-01-10',
} as const;
const went: ExportRecord = {
  at: '2026-03-03T09:00:00.000Z', bundle: 'B', title: 'Studiedag', audience: 'partners', entries: ['a'], attachments: [photo.attachment],
  products: [], accepted: [], file: 'studiedag.zip',
}; // prettier-ignore

describe('the register of consent', () => {
  test('is kept for colleagues, changed, withdrawn, taken away and put back', async () => {
    const { call, dir, events } = await openServices(files);
    const { consent } = await call('consent.save', { consent: { ...photo, until: '2026-12-24', form: 'map AVG in de kluis' } });
    expect(JSON.parse(await readFile(join(dir, register), 'utf8'))).toEqual({ toestemmingen: [consent] });
    expect((await call('consent.list', {})).lines).toMatchObject([{ state: 'loopt-af', title: 'Ouderkamer', gone: false, holders: [] }]);
    const { line, before } = await call('consent.withdraw', { id: consent.id });
    expect(line).toMatchObject({ state: 'ingetrokken', consent: { withdrawn: '2026-11-23' } });
    const { changed: _changed, keeper: _keeper, ...again } = before;
    expect((await call('consent.save', { consent: again })).state).toBe('loopt-af');
    const gone = await call('consent.remove', { id: consent.id });
    expect((await call('consent.list', {})).lines).toEqual([]);
    expect(gone).toMatchObject({ id: consent.id, form: 'map AVG in de kluis' });
    await expect(call('consent.withdraw', { id: consent.id })).rejects.toMatchObject({ code: 'consent.missing' });
    expect(events.filter(({ name }) => name === 'consent.changed')).toHaveLength(4);
  });

  test('names the bundles that hold it already: handed out, and kept with a query that finds it', async () => {
    const { call, services } = await openServices(files);
    await appendExport(services.session.library(), went);
    await call('bundles.keep', {
      bundle: { title: 'Volgend jaar', audience: 'intern', chapters: [{ title: '', items: [{ query: 'ouderkamer' }] }], products: [], worksheet: 'vijf', accepted: {} },
    }); // prettier-ignore
    const { holders } = await call('consent.save', { consent: photo });
    expect(holders).toMatchObject([{ title: 'Studiedag', at: went.at, audience: 'partners' }, { title: 'Volgend jaar' }]);
    const { entry: _entry, ...bare } = photo;
    expect((await call('consent.save', { consent: bare })).holders).toHaveLength(2);
  });

  test.each([
    ['a picture without a file', { ...photo, attachment: undefined }],
    ['a person without a role', { about: 'persoon', who: ' ', audience: 'intern' } as const],
    ['a quote without words', { about: 'citaat', who: 'K.', entry: 'a', audience: 'intern' } as const],
    ['an end before the beginning', { ...photo, until: '2025-01-01' }],
  ])('refuses %s and writes nothing', async (_, consent) => {
    const { call, dir } = await openServices(files);
    await expect(call('consent.save', { consent })).rejects.toMatchObject({ code: 'consent.incomplete' });
    await expect(readFile(join(dir, register))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('that is broken is left alone, and then nothing leaves the house', async () => {
    const { call, dir } = await openServices({ ...files, [register]: '{"toestemmingen": [' });
    expect(await call('consent.list', {})).toMatchObject({ lines: [], fault: 'het is geen geldige JSON' });
    await expect(call('consent.save', { consent: photo })).rejects.toMatchObject({ code: 'shared.unusable' });
    await expect(call('bundles.gate', { ids: ['a'], audience: 'intern' })).rejects.toMatchObject({ code: 'shared.unusable' });
    expect(await readFile(join(dir, register), 'utf8')).toBe('{"toestemmingen": [');
  });

  test('that is a link out of the kennismap is not followed', async () => {
    const outside = await temporaryFolder({ 'elders.json': '{"toestemmingen": []}' });
    const { call, dir } = await openServices(files);
    await mkdir(join(dir, '.oogst'), { recursive: true });
    await symlink(join(outside, 'elders.json'), join(dir, register));
    await expect(call('consent.save', { consent: photo })).rejects.toMatchObject({ code: 'shared.unusable' });
    expect(await readFile(join(outside, 'elders.json'), 'utf8')).toBe('{"toestemmingen": []}');
  });

  test('says of a picture or write-up that it is gone, and never looks outside the kennismap', async () => {
    const { call } = await openServices(files);
    expect((await call('consent.save', { consent: { ...photo, attachment: '../../etc/passwd' } })).gone).toBe(true);
    expect((await call('consent.save', { consent: { ...photo, about: 'persoon', entry: 'weg' } })).gone).toBe(true);
    expect(await call('consent.pictures', { entry: 'a' })).toEqual([photo.attachment]);
  });
});

describe('the gate with the register', () => {
  const rules = async (call: Awaited<ReturnType<typeof openServices>>['call'], audience: 'intern' | 'openbaar'): Promise<string[]> =>
    (await call('bundles.gate', { ids: ['a'], audience })).open
      .filter(({ rule }) => rule.startsWith('foto'))
      .map((one) => `${one.severity} ${one.rule}`);

  test('stops a picture the register does not know outside the house, until it says that nobody is in it', async () => {
    const { call } = await openServices(files);
    expect(await rules(call, 'intern')).toEqual(['let op foto']);
    expect(await rules(call, 'openbaar')).toEqual(['blokkeert foto']);
    await call('consent.save', { consent: { about: 'foto', who: '', nobody: true, attachment: photo.attachment, audience: 'intern' } });
    expect(await rules(call, 'openbaar')).toEqual([]);
  });

  test('lets a picture pass with a reason, but never after consent was withdrawn', async () => {
    const { call } = await openServices(files);
    const [found] = (await call('bundles.gate', { ids: ['a'], audience: 'openbaar' })).open.filter(({ rule }) => rule === 'foto');
    const accepted = { [found?.id ?? '']: { reason: 'Alleen meubels', by: 'coördinator', at: '2026-11-23' } };
    expect((await call('bundles.gate', { ids: ['a'], audience: 'openbaar', accepted })).accepted.map(({ rule }) => rule)).toEqual(['foto']);
    const { consent } = await call('consent.save', { consent: photo });
    await call('consent.withdraw', { id: consent.id });
    expect(await rules(call, 'intern')).toEqual(['blokkeert foto-toestemming']);
    const out = join(await temporaryFolder(), 'bundel.zip');
    await expect(call('bundles.export', { title: 'T', ids: ['a'], audience: 'intern', out, accepted })).rejects.toMatchObject({
      code: 'export.nothing',
    });
  });

  test('never takes the register or the log along, also not when a text links to them', async () => {
    const linked = files['praktijken/a.md'].replace('![Kamer]', '[register](../.oogst/toestemmingen.json) ![Kamer]');
    const { call, services } = await openServices({ ...files, 'praktijken/a.md': linked });
    await call('consent.save', { consent: photo });
    await appendExport(services.session.library(), went);
    const out = join(await temporaryFolder(), 'bundel.zip');
    await call('bundles.export', { title: 'T', ids: ['a'], audience: 'intern', products: ['bron'], out });
    const bytes = await readFile(out, 'latin1');
    expect(bytes).toContain('kamer.png');
    expect(bytes).not.toMatch(/\.oogst\/toestemmingen|verspreid\.jsonl/);
  });
});

describe('the log of exports', () => {
  test('is added to by many at once without losing a line, and keeps a line it cannot read', async () => {
    const { services, dir } = await openServices(files);
    const library = services.session.library();
    await mkdir(join(dir, '.oogst'), { recursive: true });
    await writeFile(join(dir, '.oogst/verspreid.jsonl'), 'half geschreven');
    await Promise.all(Array.from({ length: 8 }, (_, n) => appendExport(library, { ...went, title: `Bundel ${n}` })));
    expect((await readExports(library)).map(({ title }) => title).sort()).toEqual(Array.from({ length: 8 }, (_, n) => `Bundel ${n}`));
    expect(await readFile(join(dir, '.oogst/verspreid.jsonl'), 'utf8')).toMatch(/^half geschreven\n/);
  });
});
