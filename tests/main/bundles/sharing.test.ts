import { describe, expect, test } from 'vitest';
import { staysInside } from '../../../domain/bundle/sharing.ts';
import type { Json, Sharing } from '../../../domain/entries/entry.ts';
import { readEntry } from '../../../domain/entries/read-entry.ts';
import { readShippedVocabulary } from '../../../main/library/vocabulary-files.ts';
import { resources } from '../../helpers/open-services.ts';

const today = '2026-11-23';
const vocabulary = await readShippedVocabulary(resources);

/** Why a write-up with this header stays inside; undefined when it may go. */
function reason(header: string, audience: Sharing): string | undefined {
  const read = readEntry({ path: 'a.md', text: `---\nsoort: praktijk\n${header}\n---\n`, changed: 0 }, vocabulary);
  return staysInside(read.summary, read.fields as Record<string, Json>, audience, today)?.reason;
}

describe('what stays inside', () => {
  test.each(['true', 'ja', '"true"', '1', 'misschien', '[nee]', '"false"'])('vertrouwelijk: %s never goes along, to nobody', (value) => {
    for (const audience of ['intern', 'partners', 'openbaar'] as const)
      expect(reason(`vertrouwelijk: ${value}\ndelen: openbaar\ntoestemming: verkregen`, audience)).toBe('vertrouwelijk');
  });

  const table: [string, string | undefined, string | undefined, string | undefined][] = [
    // header, intern, partners, openbaar
    ['', undefined, 'delen', 'delen'],
    ['vertrouwelijk: false', undefined, 'delen', 'delen'],
    ['delen: partners', undefined, 'toestemming', 'delen'],
    ['delen: partners\ntoestemming: nvt', undefined, undefined, 'delen'],
    ['delen: openbaar\ntoestemming: nvt', undefined, undefined, undefined],
    ['delen: iedereen\ntoestemming: nvt', undefined, 'delen', 'delen'],
    ['delen: openbaar\ntoestemming: gevraagd', undefined, 'toestemming', 'toestemming'],
    ['delen: openbaar\ntoestemming: ja', undefined, 'toestemming', 'toestemming'],
    ['delen: openbaar\ntoestemming: true', undefined, 'toestemming', 'toestemming'],
    ['delen: openbaar\ntoestemming: ingetrokken', 'toestemming', 'toestemming', 'toestemming'],
    ['delen: openbaar\ntoestemming: verkregen\ntoestemming_tot: 2026-11-22', undefined, 'toestemming', 'toestemming'],
    ['delen: openbaar\ntoestemming: verkregen\ntoestemming_tot: 2026-11-23', undefined, undefined, undefined],
    ['delen: openbaar\ntoestemming: verkregen\ntoestemming_tot: [ooit]', undefined, 'toestemming', 'toestemming'],
    ['delen: openbaar\ntoestemming: verkregen\ntoestemming_tot: ooit', undefined, 'toestemming', 'toestemming'],
    ['delen: openbaar\ntoestemming: nvt\nafloop: mislukt', undefined, 'toestemming', 'toestemming'],
    ['delen: openbaar\ntoestemming: verkregen\nafloop: mislukt', undefined, undefined, undefined],
  ];
  test.each(table)('%j', (header, intern, partners, openbaar) => {
    expect([reason(header, 'intern'), reason(header, 'partners'), reason(header, 'openbaar')]).toEqual([intern, partners, openbaar]);
  });
});
