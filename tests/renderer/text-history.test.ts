import { describe, expect, test } from 'vitest';
import { TextSteps } from '../../renderer/features/entry/text-history.ts';

describe('what was typed in one way of writing', () => {
  test('is taken back in another, step by step, and done again', () => {
    const steps = new TextSteps();
    steps.moveTo('opmaak');
    steps.typed('', 1000);
    steps.typed('a', 5000);
    steps.moveTo('bron');
    expect(steps.back('ab')).toBe('a');
    expect(steps.back('a')).toBe('');
    expect(steps.back('')).toBeUndefined();
    expect(steps.forward('')).toBe('a');
    expect(steps.forward('a')).toBe('ab');
    expect(steps.forward('ab')).toBeUndefined();
  });

  test('is one step while somebody types on', () => {
    const steps = new TextSteps();
    steps.moveTo('opmaak');
    for (let n = 0; n < 10; n++) steps.typed('x'.repeat(n), 1000 + n * 100);
    steps.moveTo('bron');
    expect(steps.back('x'.repeat(10))).toBe('');
    expect(steps.back('')).toBeUndefined();
  });

  test('is not done again after something else was typed', () => {
    const steps = new TextSteps();
    steps.moveTo('opmaak');
    steps.typed('', 1000);
    steps.moveTo('bron');
    expect(steps.back('a')).toBe('');
    steps.typed('', 9000);
    expect(steps.forward('b')).toBeUndefined();
  });

  test('takes no more room than for three hundred steps', () => {
    const steps = new TextSteps();
    steps.moveTo('opmaak');
    for (let n = 0; n < 400; n++) steps.typed(String(n), n * 1000);
    steps.moveTo('bron');
    let count = 0;
    while (steps.back('') !== undefined) count++;
    expect(count).toBe(300);
  });
});

describe('taking back and doing again by turns', () => {
  test('ends where it began, in whichever way of writing', () => {
    const steps = new TextSteps();
    steps.moveTo('opmaak');
    steps.typed('a', 1000);
    steps.moveTo('bron');
    steps.typed('ab', 5000);
    // The source took back its own, which is typing as well.
    steps.typed('abc', 9000);
    expect(steps.back('ab')).toBe('a');
    expect(steps.forward('a')).toBe('ab');
    steps.moveTo('opmaak');
    expect(steps.back('ab')).toBe('a');
    expect(steps.back('a')).toBeUndefined();
  });
});
