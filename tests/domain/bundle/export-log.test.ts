import { describe, expect, test } from 'vitest';
import { containedIn, readExportLog, withExport, type ExportRecord } from '../../../domain/bundle/export-log.ts';
import type { KeptBundle } from '../../../domain/bundle/kept-bundle.ts';

const went = (at: string, more: Partial<ExportRecord> = {}): ExportRecord => ({
  at, title: 'Ouders', audience: 'partners', entries: ['a'], attachments: ['a/foto.jpg'], products: ['boekje'], accepted: [], ...more,
}); // prettier-ignore
const kept: KeptBundle = {
  id: 'B1', title: 'Volgend jaar', audience: 'intern', chapters: [{ title: '', items: [{ entry: 'a' }, { query: 'ouders' }] }],
  products: [], worksheet: 'vijf', accepted: {}, changed: '',
}; // prettier-ignore

describe('the log of what was handed out', () => {
  test('is added to and read back in order', () => {
    const text = withExport(withExport('', went('2026-03-03')), went('2026-04-04', { bundle: 'B1', file: 'ouders.zip' }));
    expect(readExportLog(text)).toEqual([went('2026-03-03'), went('2026-04-04', { bundle: 'B1', file: 'ouders.zip' })]);
  });

  test('passes over lines that cannot be read and leaves them where they are', () => {
    const broken = '\ufeff{"at":"2026-01-01","title":\r\n\r\nhallo\n{"at":1}';
    const text = withExport(broken, went('2026-03-03'));
    expect(text.startsWith(`${broken}\n`)).toBe(true);
    expect(readExportLog(text)).toEqual([went('2026-03-03')]);
    expect(readExportLog('{"at":"2026-01-01","title":"x","audience":"intern","entries":"a","later":1}')[0]).toMatchObject({
      entries: [],
      products: [],
    });
  });

  test('says in which bundles a write-up or a picture is, the latest first and then those that are kept', () => {
    const find = containedIn([went('2026-03-03'), went('2026-04-04', { attachments: [] })], [kept], (path) => (path === 'a/foto.jpg' ? ['a'] : []));
    expect(find({ entry: 'a' }).map(({ at, title }) => at ?? title)).toEqual(['2026-04-04', '2026-03-03', 'Volgend jaar']);
    expect(find({ attachment: 'a/foto.jpg' }).map(({ at, title }) => at ?? title)).toEqual(['2026-03-03', 'Volgend jaar']);
    expect(find({ entry: 'b' })).toEqual([]);
    expect(find({ attachment: 'weg.jpg' })).toEqual([]);
  });
});
