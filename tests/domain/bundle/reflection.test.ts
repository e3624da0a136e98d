import { describe, expect, test } from 'vitest';
import { looksLikeReflection, readReflection } from '../../../domain/bundle/reflection.ts';

const file = {
  schema: 'oogst-reflectie',
  version: 1,
  bundle: { title: 'Ouders als partner', made: '2026-11-20T12:00:00.000Z' },
  session: 'studiedag',
  team: 'Team onderbouw',
  answers: [{ practice: 'startgesprek', mark: 6, elements: [{ text: 'Thuis beginnen', take: 'ja', why: 'Kan morgen' }], steps: 'Bellen' }],
  saved: '2026-11-20T15:00:00.000Z',
};
const read = (change: object): ReturnType<typeof readReflection> => readReflection(JSON.stringify({ ...file, ...change }));

describe('a reflection file', () => {
  test('is read with what was filled in, and without what was left empty', () => {
    expect(readReflection(JSON.stringify(file))).toEqual(file);
    expect(read({ role: '  ', answers: [{ ...file.answers[0], strong: '', needs: null }] })).toEqual(file);
    expect(readReflection(`\ufeff${JSON.stringify(file)}`)).toEqual(file);
  });

  test('loses keys nobody knows and answers that say nothing', () => {
    expect(
      read({
        later: 1,
        answers: [
          { practice: 'leeg', elements: [] },
          { ...file.answers[0], kleur: 'rood' },
        ],
      }),
    ).toEqual(file);
    expect(read({ answers: [{ practice: 'leeg' }] })).toEqual({ fault: 'er is niets ingevuld' });
  });

  test.each<[string, object, string]>([
    ['of something else', { schema: 'oogst-bundel' }, 'het is geen reflectiebestand van Oogst'],
    ['of a newer version', { version: 2 }, 'het is gemaakt met een nieuwere versie van Oogst'],
    ['with a mark of eleven', { answers: [{ practice: 'a', mark: 11 }] }, 'er staat iets in dat er niet hoort (answers.0.mark)'],
    ['with a path as practice', { answers: [{ practice: '../buiten', mark: 1 }] }, 'er staat iets in dat er niet hoort (answers.0.practice)'],
    ['with an endless text', { answers: [{ practice: 'a', steps: 'x'.repeat(5001) }] }, 'er staat iets in dat er niet hoort (answers.0.steps)'],
    ['with a moment that is none', { saved: 'gisteren' }, 'er staat iets in dat er niet hoort (saved)'],
  ])('%s is refused with a reason', (_, change, fault) => expect(read(change)).toEqual({ fault }));

  test('is told from other files by how it begins', () => {
    expect(looksLikeReflection(JSON.stringify(file).slice(0, 100))).toBe(true);
    expect(looksLikeReflection('{"schema":"oogst-bundel"}')).toBe(false);
    expect(looksLikeReflection('# "oogst-reflectie"')).toBe(false);
  });
});
