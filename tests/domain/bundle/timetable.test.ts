import { describe, expect, it, test } from 'vitest';
import { preparationsOf, timetableOf } from '../../../domain/bundle/timetable.ts';
import type { Block } from '../../../domain/bundle/text-blocks.ts';
import type { Json } from '../../../domain/entries/entry.ts';

const line = (text: string): Block => ({ type: 'paragraph', spans: [{ type: 'text', text }] });
const session = (fields: Record<string, Json>, text = '') => ({
  fields,
  parts: [{ id: 'programma', heading: 'Programma', blocks: text === '' ? [] : [line(text)] }],
});
const rows = [
  { onderdeel: 'Inloop', minuten: 30, materialen: ['koffie', 'Naambordjes'] },
  { onderdeel: 'Rondgang', minuten: 80, werkvorm: 'w-1', materialen: ['naambordjes', 'fiches'] },
];

describe('the timetable of a session', () => {
  it('knows when each part is, from the time its text begins with', () => {
    const { parts, total, sum } = timetableOf(session({ programma: rows, minuten: 110 }, '9.45 · Opening. Een moeder las voor.'));
    expect(parts.map(({ name, time, method }) => [name, time, method])).toEqual([
      ['Inloop', '9.45–10.15', undefined],
      ['Rondgang', '10.15–11.35', 'w-1'],
    ]);
    expect(total).toBe(110);
    expect(sum).toBe('De 2 onderdelen duren samen 110 minuten; precies de tijd die er is.');
  });

  it('counts from the start when no time is told, and stops where a length is missing', () => {
    const { parts, sum } = timetableOf(
      session({ programma: [rows[0] ?? '', { onderdeel: 'Open' }, { onderdeel: 'Slot', minuten: 10 }] }, 'We beginnen op tijd.'),
    );
    expect(parts.map(({ time }) => time)).toEqual(['0–30 min', undefined, undefined]);
    expect(sum).toBe('De 3 onderdelen duren samen 40 minuten. Bij één onderdeel staat nog geen duur.');
  });

  test.each([
    [150, 'De 2 onderdelen duren samen 110 minuten van de 150; er blijven 40 minuten over.'],
    [90, 'De 2 onderdelen duren samen 110 minuten, 20 meer dan de 90 die er zijn.'],
  ])('says what is over or too much of %i minutes', (minuten, sum) => expect(timetableOf(session({ programma: rows, minuten })).sum).toBe(sum));

  it('lists what to bring along once, with what it is for', () => {
    expect(timetableOf(session({ programma: rows })).materials).toEqual([
      { name: 'fiches', parts: ['Rondgang'] },
      { name: 'koffie', parts: ['Inloop'] },
      { name: 'Naambordjes', parts: ['Inloop', 'Rondgang'] },
    ]);
  });

  it('is empty for a session without a programme, and leaves out what is no part', () => {
    expect(timetableOf(session({}))).toEqual({ parts: [], total: 0, sum: '', materials: [] });
    expect(timetableOf(session({ programma: ['los', null, { minuten: 5 }, { onderdeel: '  ' }, { onderdeel: 'A', minuten: -3 }] })).parts).toEqual([
      { name: 'A', materials: [] },
    ]);
    expect(preparationsOf({ fields: { vooropdrachten: ['Lees', '', 3] } })).toEqual(['Lees']);
    expect(preparationsOf({ fields: {} })).toEqual([]);
  });
});
