import { describe, expect, test } from 'vitest';
import {
  clean,
  count,
  emptyOutcome,
  judgeFile,
  lostMarks,
  lostSaves,
  touchesOnePlace,
  verdict,
  versionText,
  wholeVersion,
} from '../../faults/judging.ts';
import { inMoment, judgePair, lostOutside, tokenOf, type Outside, type PairLog } from '../../faults/pair-judging.ts';

const log = (more: Partial<PairLog>): PairLog => ({ marks: [], bodies: [], created: [], failures: {}, unexpected: [], moments: [], ...more });

describe('judging a file after a break', () => {
  const whole = versionText(7, 3000);

  test('knows a whole version by its own sum', () => {
    expect(wholeVersion(whole)).toBe(7);
    expect(judgeFile(whole, 7, 8)).toBe('good');
    expect(judgeFile(whole, 6, 7)).toBe('good');
  });

  test.each([
    ['cut', whole.slice(0, -1)],
    ['cut in half', whole.slice(0, 1500)],
    ['empty', ''],
    ['filled with zeros', '\0'.repeat(whole.length)],
    ['one sign different', whole.replace('regel', 'Regel')],
    ['two versions in one', whole.slice(0, 1500) + versionText(8, 3000).slice(1500)],
    ['a version nobody began', versionText(9, 10)],
  ])('reports a torn file: %s', (_, text) => {
    expect(judgeFile(text, 7, 8)).toBe('torn');
  });

  test('reports a lost save: an older version, or no file', () => {
    expect(judgeFile(versionText(6, 10), 7, 8)).toBe('lost');
    expect(judgeFile(undefined, 0, 1)).toBe('lost');
    expect(judgeFile(undefined, -1, 1)).toBe('good');
  });

  test('makes a run that found something not clean', () => {
    for (const judged of ['torn', 'lost'] as const) {
      const outcome = emptyOutcome('proef');
      count(outcome, judged, 'hier');
      expect(clean(outcome)).toBe(false);
      expect(outcome.notes).toHaveLength(1);
    }
    for (const key of ['strays', 'other'] as const) expect(clean({ ...emptyOutcome('proef'), [key]: 1 })).toBe(false);
    expect(clean({ ...emptyOutcome('proef'), cases: 3, skipped: 1 })).toBe(true);
  });
});

describe('the verdict over a run', () => {
  const good = { ...emptyOutcome('goed deel'), cases: 3 };

  test('passes when every part had cases and nothing was lost', () => {
    expect(verdict([good])).toEqual({ passed: true, text: 'Niets verloren.' });
    expect(verdict([good, { ...good, lost: 1 }])).toEqual({ passed: false, text: 'NIET GOED: zie hierboven.' });
  });

  test('does not pass when a part could not be run, and names it', () => {
    const skipped = { ...emptyOutcome('stroom eraf'), skipped: 20, notes: ['overgeslagen: geen rechten'] };
    const { passed, text } = verdict([good, skipped]);
    expect(passed).toBe(false);
    expect(text).toContain('NIET GEDRAAID, dus niet bewezen: stroom eraf (overgeslagen: geen rechten).');
    expect(text).not.toMatch(/^Niets verloren/);
    expect(verdict([]).passed).toBe(false);
  });
});

describe('judging two writers', () => {
  const saves = [
    { token: 'A-1', basedOn: 'begin' },
    { token: 'B-1', basedOn: 'A-1' },
  ];

  test('takes a save that was replaced knowingly for kept', () => {
    expect(lostSaves(saves, 'B-1')).toEqual([]);
  });

  test('reports a save that another one on the same base replaced, and one that went back', () => {
    expect(lostSaves([...saves, { token: 'B-2', basedOn: 'A-1' }], 'B-2')).toEqual(['B-1']);
    expect(lostSaves(saves, 'begin')).toEqual(['B-1']);
  });

  test('reports fields, files and texts that are gone', () => {
    const files = new Map([['s', ['v_A_1: A-1\n---\nteken: B-1\n']]]);
    const good = log({ marks: [{ id: 's', mark: 'v_A_1: A-1\n' }], bodies: saves.map((save) => ({ id: 's', ...save })) });
    expect(judgePair([good], files)).toEqual([]);
    expect(judgePair([log({ marks: [{ id: 's', mark: 'v_A_2: A-2\n' }] })], files)).toHaveLength(1);
    expect(judgePair([log({ created: ['weg'] })], files)).toEqual(['weg staat 0 keer in de map']);
    expect(judgePair([log({ bodies: [{ id: 's', token: 'A-9', basedOn: 'B-1' }] })], files)).toHaveLength(1);
    expect(judgePair([], new Map([['s', ['a', 'b']]]))).toHaveLength(1);
    expect(lostMarks(['x'], 'y')).toEqual(['x']);
  });

  test('reports an outside write that was replaced without being read', () => {
    const write: Outside = { token: 'extern-1', seen: 'A-2', at: [10, 10.1] };
    expect(lostOutside([write], [{ token: 'A-2', basedOn: 'extern-1' }])).toEqual([]);
    expect(lostOutside([write], [{ token: 'A-2', basedOn: 'extern-0' }])).toEqual([write]);
    expect(inMoment(write, [log({ moments: [[10.05, 10.2]] })])).toBe(true);
    expect(
      inMoment(write, [
        log({
          moments: [
            [9, 9.9],
            [10.2, 11],
          ],
        }),
      ]),
    ).toBe(false);
    expect(tokenOf('---\n---\nteken: A-2\n')).toBe('A-2');
  });
});

describe('judging an edit', () => {
  const before = '---\na: 1\nb: 2\nc: 3\n---\nb\n';

  test('allows the lines of one key, and reports any other', () => {
    expect(touchesOnePlace(before, before.replace('b: 2', 'b: 5'), 'b')).toBe(true);
    expect(touchesOnePlace(before, before.replace('c: 3\n', 'c: 3\nd: 4\n'), 'd')).toBe(true);
    expect(touchesOnePlace(before, before.replace('a: 1', 'a: 9'), 'b')).toBe(false);
    expect(touchesOnePlace(before, before.replace('b: 2', 'b: 5').replace('c: 3', 'c: 4'), 'b')).toBe(false);
  });
});
