import { describe, expect, it } from 'vitest';
import { currentJudgements, verdictOn, type Judgement } from '../../../domain/cards/judgement.ts';
import { compareJudges, disputedItems } from '../../../domain/cards/judges.ts';

const say = (item: string, verdict: Judgement['verdict'], by: string, on: string): Judgement => ({ item, verdict, by, on });
const items = ['checklist.A1', 'checklist.A2', 'checklist.A3'];
const two = [
  say('A1', 'ja', 'an', '2026-01-10'),
  say('A2', 'ja', 'an', '2026-01-10'),
  say('A1', 'nee', 'bo', '2026-01-12'),
  say('checklist.A2', 'ja', 'bo', '2026-01-12'),
  say('A1', 'deels', 'an', '2026-01-20'),
];

describe('judging with two', () => {
  it('counts the newest per item and judge, and for the summary the newest of all', () => {
    expect(currentJudgements(two).map(({ item, by, verdict }) => `${item} ${by} ${verdict}`)).toEqual([
      'A2 an ja',
      'A1 bo nee',
      'checklist.A2 bo ja',
      'A1 an deels',
    ]);
    expect(verdictOn(two, 'checklist.A1')?.by).toBe('an');
  });

  it('lets the later line win on one day, also when its judge had judged before', () => {
    const day = '2026-03-01';
    expect(verdictOn([say('A1', 'ja', 'an', day), say('A1', 'nee', 'bo', day), say('A1', 'deels', 'an', day)], 'A1')?.verdict).toBe('deels');
  });

  it('lays the judges beside each other and says where they differ', () => {
    const { columns, rows, shared, agreed } = compareJudges(two, items);
    expect(columns).toEqual([{ by: 'an' }, { by: 'bo' }]);
    expect(rows.map(({ cells, agree }) => [cells.map((cell) => cell?.verdict), agree])).toEqual([
      [['deels', 'nee'], false],
      [['ja', 'ja'], true],
      [[undefined, undefined], undefined],
    ]);
    expect([shared, agreed]).toEqual([2, 1]);
    expect([...disputedItems(two)]).toEqual(['checklist.A1']);
  });

  it('takes judgements without a name as those of one judge', () => {
    expect(compareJudges([{ item: 'A1', verdict: 'ja' }, say('A1', 'ja', 'an', '2026-01-01')], items).columns).toEqual([{ by: '' }, { by: 'an' }]);
  });
});

describe('before and after', () => {
  const rows = [say('D1', 'nee', 'an', '2026-01-10'), say('D1', 'ja', 'an', '2026-02-01'), say('D2', 'deels', 'an', '2026-01-10')];

  it('splits the judgements on a meeting at its day', () => {
    const made = compareJudges(rows, ['checklist.D1', 'checklist.D2'], { by: 'datum', date: '2026-02-01' });
    expect(made.columns).toEqual([
      { by: 'an', moment: 'vooraf' },
      { by: 'an', moment: 'achteraf' },
    ]);
    expect(made.rows.map(({ cells }) => cells.map((cell) => cell?.verdict))).toEqual([
      ['nee', 'ja'],
      ['deels', undefined],
    ]);
    expect(made.shared).toBe(0);
  });

  it('holds the first time beside now where there is no day', () => {
    const made = compareJudges(rows, ['checklist.D1', 'checklist.D2'], { by: 'eerste' });
    expect(made.columns.map(({ moment }) => moment)).toEqual(['eerst', 'nu']);
    expect(made.rows[0]?.cells.map((cell) => cell?.verdict)).toEqual(['nee', 'ja']);
  });
});
