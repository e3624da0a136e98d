import { describe, expect, test } from 'vitest';
import { consentState } from '../../../domain/bundle/consent-rule.ts';
import { consentsText, readConsents, withConsent, withoutConsent, type ConsentBook } from '../../../domain/bundle/consent.ts';

const one = { id: 'a', about: 'persoon', who: 'moeder van een leerling', audience: 'partners', given: '2026-03-01', changed: '' } as const;
const book = (value: unknown): ConsentBook => {
  const read = readConsents(JSON.stringify(value));
  if ('fault' in read) throw new Error(read.fault);
  return read;
};

describe('the register of consent', () => {
  test('keeps what it does not know, of the file and of each consent', () => {
    const before = book({ versie: 3, toestemmingen: [{ ...one, kleur: 'rood' }, 'iets', { id: 'b' }] });
    expect(before).toMatchObject({ consents: [{ id: 'a' }], unread: 2 });
    const after = withConsent(before, { ...one, withdrawn: '2026-11-01' });
    expect(JSON.parse(consentsText(after))).toEqual({
      versie: 3,
      toestemmingen: [{ ...one, kleur: 'rood', withdrawn: '2026-11-01' }, 'iets', { id: 'b' }],
    });
    expect(JSON.parse(consentsText(withoutConsent(after, 'a')))).toEqual({ versie: 3, toestemmingen: ['iets', { id: 'b' }] });
  });

  test('takes away what was cleared when a consent is changed', () => {
    const cleared = withConsent(book({ toestemmingen: [{ ...one, until: '2027-01-01' }] }), one);
    expect(cleared.consents).toEqual([one]);
  });

  test('never gets wider by a date that cannot be read', () => {
    const state = (more: object): string => consentState(book({ toestemmingen: [{ ...one, ...more }] }).consents[0] ?? one, '2026-11-23');
    expect(state({})).toBe('geldt');
    expect(state({ until: null, withdrawn: null })).toBe('geldt');
    expect(state({ given: 'vorig jaar' })).toBe('gevraagd');
    expect(state({ until: 'volgend jaar' })).toBe('verlopen');
    expect(state({ withdrawn: true })).toBe('ingetrokken');
  });

  test.each([
    ['', 'het bestand is leeg'],
    ['{"toestemmingen": [', 'het is geen geldige JSON'],
    ['[]', 'er staat geen lijst “toestemmingen” in'],
  ])('of %j is not used', (text, fault) => expect(readConsents(text)).toEqual({ fault }));
});
