import { describe, expect, test } from 'vitest';
import type { Consent } from '../../../domain/bundle/consent.ts';
import { consentState, registerSays, type ConsentState, type ConsentVerdict } from '../../../domain/bundle/consent-rule.ts';

const today = '2026-11-23';
const photo: Consent = { id: '1', about: 'foto', who: 'leerling K.', attachment: 'a/é.jpg', audience: 'partners', given: '2026-01-10', changed: '' };
const subject = { about: 'foto', attachment: 'a/é.jpg' } as const;
const says = (register: Consent[], audience: Consent['audience']): ConsentVerdict => registerSays(register, subject, audience, today).verdict;

describe('how one consent stands', () => {
  test.each<[string, Partial<Consent>, ConsentState]>([
    ['given without an end', {}, 'geldt'],
    ['given until far away', { until: '2027-01-23' }, 'geldt'],
    ['running out in sixty days', { until: '2027-01-22' }, 'loopt-af'],
    ['on its last day', { until: today }, 'loopt-af'],
    ['the day after its last', { until: '2026-11-22' }, 'verlopen'],
    ['withdrawn today', { withdrawn: today }, 'ingetrokken'],
    ['that will be withdrawn tomorrow', { withdrawn: '2026-11-24' }, 'geldt'],
    ['withdrawn and run out', { withdrawn: '2026-02-01', until: '2026-03-01' }, 'ingetrokken'],
    ['asked and not given', { given: undefined }, 'gevraagd'],
    ['to be given from tomorrow', { given: '2026-11-24' }, 'gevraagd'],
    ['of a picture without people', { nobody: true, given: undefined }, 'niemand'],
    ['of a person, where nobody means nothing', { about: 'persoon', nobody: true, given: undefined }, 'gevraagd'],
  ])('%s', (_, change, state) => expect(consentState({ ...photo, ...change }, today)).toBe(state));
});

describe('what the register says of a picture', () => {
  test.each<[string, Consent[], ConsentVerdict, ConsentVerdict, ConsentVerdict]>([
    ['that is not in it', [], 'onbekend', 'onbekend', 'onbekend'],
    ['of somebody else', [{ ...photo, attachment: 'b/é.jpg' }], 'onbekend', 'onbekend', 'onbekend'],
    ['given for partners', [photo], 'mag', 'mag', 'niet-zo-ver'],
    ['given for everyone', [{ ...photo, audience: 'openbaar' }], 'mag', 'mag', 'mag'],
    ['given for the house', [{ ...photo, audience: 'intern' }], 'mag', 'niet-zo-ver', 'niet-zo-ver'],
    ['without people', [{ ...photo, audience: 'intern', given: undefined, nobody: true }], 'mag', 'mag', 'mag'],
    ['asked for', [{ ...photo, given: undefined }], 'gevraagd', 'gevraagd', 'gevraagd'],
    ['withdrawn', [{ ...photo, withdrawn: '2026-05-01' }], 'ingetrokken', 'ingetrokken', 'ingetrokken'],
    ['run out', [{ ...photo, until: '2026-05-01' }], 'verlopen', 'verlopen', 'verlopen'],
    ['withdrawn though said to be without people', [{ ...photo, nobody: true, withdrawn: today }], 'ingetrokken', 'ingetrokken', 'ingetrokken'],
    ['of two people, one withdrew', [photo, { ...photo, id: '2', withdrawn: today }], 'ingetrokken', 'ingetrokken', 'ingetrokken'],
    ['of two people, one was only asked', [{ ...photo, id: '2', given: undefined }, photo], 'gevraagd', 'gevraagd', 'gevraagd'],
    ['with a name kept as two signs', [{ ...photo, attachment: 'a/e\u0301.jpg' }], 'mag', 'mag', 'niet-zo-ver'],
  ])('%s', (_, register, intern, partners, openbaar) => {
    expect([says(register, 'intern'), says(register, 'partners'), says(register, 'openbaar')]).toEqual([intern, partners, openbaar]);
  });
});

test('a quote and a person are found by their write-up, each on their own', () => {
  const quote: Consent = { ...photo, about: 'citaat', attachment: undefined, entry: 'e', passage: 'Wij hebben voor alles een formulier' };
  const said = registerSays([quote, { ...quote, id: 'p', about: 'persoon', withdrawn: today }], { about: 'citaat', entry: 'e' }, 'partners', today);
  expect(said).toEqual({ verdict: 'mag', consent: quote });
  expect(registerSays([quote], { about: 'citaat', entry: 'f' }, 'intern', today)).toEqual({ verdict: 'onbekend' });
});
