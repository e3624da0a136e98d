import { describe, expect, test } from 'vitest';
import { Echo } from '../../renderer/features/entry/writing/echo.ts';

describe('what an editor handed over', () => {
  test('is known again when it comes back late, also after more was handed over', () => {
    const echo = new Echo('a');
    echo.sent('ab');
    echo.sent('abc');
    expect(echo.isOwn('a')).toBe(true);
    expect(echo.isOwn('ab')).toBe(true);
    expect(echo.isOwn('abc')).toBe(true);
    expect(echo.isOwn('abc')).toBe(true);
  });

  test('is from elsewhere once a later text came back', () => {
    const echo = new Echo('a');
    echo.sent('ab');
    expect(echo.isOwn('ab')).toBe(true);
    expect(echo.isOwn('a')).toBe(false);
    echo.taken('a');
    expect(echo.isOwn('a')).toBe(true);
    expect(echo.latest).toBe('a');
  });
});
