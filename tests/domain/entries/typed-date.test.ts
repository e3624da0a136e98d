import { expect, it } from 'vitest';
import { readTypedDate, typedDate } from '../../../domain/entries/typed-date.ts';

const today = '2026-11-23';

it.each([
  ['22-11-2026', '2026-11-22'],
  ['2-1-26', '2026-01-02'],
  ['22/11/2026', '2026-11-22'],
  ['22.11.2026', '2026-11-22'],
  ['22 november 2026', '2026-11-22'],
  ['zondag 22 november 2026', '2026-11-22'],
  ['22 mrt. 2024', '2024-03-22'],
  ['1 maart', '2026-03-01'],
  ['3 sept 2025', '2025-09-03'],
  ['2026-11-22', '2026-11-22'],
  ['2026-1-2', '2026-01-02'],
  ['24-12', '2026-12-24'],
  ['vandaag', '2026-11-23'],
  [' Gisteren ', '2026-11-22'],
  ['29-2-2028', '2028-02-29'],
])('reads %s as a day', (typed, day) => {
  expect(readTypedDate(typed, today)).toBe(day);
});

it.each(['', '31-2-2026', 'ergens in mei', '2026', '22-13-2026', '22 foo 2026', '0-1-2026', '22-11-202'])('finds no day in “%s”', (typed) => {
  expect(readTypedDate(typed, today)).toBeUndefined();
});

it('shows a day as it is typed in Dutch, and what is no day as it stands', () => {
  expect(typedDate('2026-11-22')).toBe('22-11-2026');
  expect(typedDate('mei 2026')).toBe('mei 2026');
});
