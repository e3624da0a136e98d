import { describe, expect, test } from 'vitest';
import type { Consent } from '../../../domain/bundle/consent.ts';
import { consentFindings, isPicture, quoteIn } from '../../../domain/bundle/consent-findings.ts';
import { mayAccept } from '../../../domain/bundle/gate-finding.ts';
import type { Sharing } from '../../../domain/entries/entry.ts';

const today = '2026-11-23';
const entry = { id: 'e', summary: '', body: '## Wat\n> “Wij hebben voor\n> *alles* een formulier.”\n', pictures: ['e/foto.jpg'] };
const photo: Consent = { id: '1', about: 'foto', who: 'K.', attachment: 'e/foto.jpg', audience: 'partners', given: '2026-01-01', changed: '' };
const person: Consent = { ...photo, id: '2', about: 'persoon', attachment: undefined, entry: 'e', who: 'moeder van K.' };
const quote: Consent = { ...person, id: '3', about: 'citaat', passage: 'wij hebben voor alles een formulier' };

const outcome = (register: Consent[], audience: Sharing, pictures = entry.pictures): string[] =>
  consentFindings({ ...entry, pictures }, register, { audience, today }).map((one) => `${one.severity} ${one.rule}${mayAccept(one) ? '' : ' vast'}`);

describe('the gate with the register of consent', () => {
  test.each<[string, Consent[], string[], string[]]>([
    ['a picture nobody wrote down', [], ['let op foto'], ['blokkeert foto']],
    ['a picture without people', [{ ...photo, nobody: true, given: undefined }], [], []],
    ['a picture for partners', [photo], [], ['blokkeert foto']],
    ['a picture that was asked for', [{ ...photo, given: undefined }], ['let op foto'], ['blokkeert foto']],
    ['a picture that was withdrawn', [{ ...photo, withdrawn: today }], ['blokkeert foto-toestemming vast'], ['blokkeert foto-toestemming vast']],
    ['a picture whose time is over', [{ ...photo, until: '2026-11-22' }], ['blokkeert foto-toestemming vast'], ['blokkeert foto-toestemming vast']],
  ])('%s', (_, register, intern, openbaar) => {
    expect([outcome(register, 'intern'), outcome(register, 'openbaar')]).toEqual([intern, openbaar]);
  });

  test.each<[string, Consent[], string[], string[]]>([
    ['nothing about people and quotes', [], [], []],
    ['a person and a quote for partners', [person, quote], [], ['blokkeert persoon', 'blokkeert citaat']],
    ['a person who withdrew', [{ ...person, withdrawn: today }], ['blokkeert persoon-toestemming vast'], ['blokkeert persoon-toestemming vast']],
    ['a quote that was withdrawn', [{ ...quote, withdrawn: today }], ['blokkeert citaat-toestemming vast'], ['blokkeert citaat-toestemming vast']],
    ['a withdrawn quote that is not in the text any more', [{ ...quote, passage: 'weg ermee', withdrawn: today }], [], []],
    ['a person of another write-up', [{ ...person, entry: 'f', withdrawn: today }], [], []],
  ])('%s, in a write-up without pictures', (_, register, intern, openbaar) => {
    expect([outcome(register, 'intern', []), outcome(register, 'openbaar', [])]).toEqual([intern, openbaar]);
  });

  test('says when it ended, and keeps two pictures apart', () => {
    const register: Consent[] = [{ ...photo, withdrawn: '2026-03-03' }];
    const found = consentFindings({ ...entry, pictures: ['e/foto.jpg', 'e/twee.png', 'e/drie.png'] }, register, { audience: 'intern', today });
    expect(found[0]?.message).toBe('De toestemming voor deze foto is ingetrokken op 3 maart 2026.');
    expect(new Set(found.map(({ id }) => id)).size).toBe(3);
  });

  test('finds a quote through line ends and marks, and gives its place', () => {
    const at = quoteIn(entry, quote.passage ?? '');
    expect(at && entry.body.slice(at.from, at.from + at.passage.length)).toBe(at?.passage);
    expect(at?.passage).toContain('formulier');
    expect(quoteIn({ body: '', summary: 'Voor alles: een formulier' }, 'alles een formulier')?.place).toBe('samenvatting');
    expect(quoteIn(entry, '…')).toBeUndefined();
  });

  test('takes photographs for pictures and drawings not', () => {
    expect(['a.JPG', 'a.heic', 'a.webp', 'a.tif'].every(isPicture)).toBe(true);
    expect(['a.svg', 'a.pdf', 'jpg'].some(isPicture)).toBe(false);
  });
});
