// @vitest-environment jsdom
import { act, fireEvent, renderHook, screen, waitFor } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Stepper } from '../../renderer/data/stepper.ts';
import { useSettled } from '../../renderer/data/use-settled.ts';
import { openWindow, practice, type OpenWindow } from './frame-window.tsx';

describe('what is typed, in steps', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  /** Types letters this far apart, or with these pauses between them; gives the value after each step and how long after the last letter it came. */
  function typed(text: string, apart: number | readonly number[]): { steps: string[]; late: number } {
    const steps: string[] = [];
    const { rerender } = renderHook(
      ({ value }) => {
        const settled = useSettled(value);
        if (settled !== (steps.at(-1) ?? '')) steps.push(settled);
      },
      { initialProps: { value: '' } },
    );
    for (let end = 1; end <= text.length; end++) {
      rerender({ value: text.slice(0, end) });
      if (end < text.length) act(() => void vi.advanceTimersByTime(typeof apart === 'number' ? apart : (apart[end - 1] ?? 0)));
    }
    let late = 0;
    for (; steps.at(-1) !== text && late < 1000; late++) act(() => void vi.advanceTimersByTime(1));
    act(() => void vi.advanceTimersByTime(1000));
    return { steps, late };
  }

  it.each([0, 5, 10, 20, 30, 40, 50])('makes at most three of ten letters that come %i ms apart, and has the last within 60 ms', (apart) => {
    const { steps, late } = typed('ouderkamer', apart);
    expect(steps[0]).toBe('o');
    expect(steps.at(-1)).toBe('ouderkamer');
    expect(steps.length).toBeLessThanOrEqual(3);
    expect(late).toBeLessThanOrEqual(60);
  });

  it('waits less long behind letters that come faster', () => {
    expect(typed('ouderkamer', 5).late).toBeLessThan(30);
    expect(typed('ouderkamer', 20).late).toBeLessThan(30);
  });

  it('does not wait as long again behind a pause that was none', () => {
    const { steps, late } = typed('ouderkamer', [15, 15, 15, 15, 15, 15, 15, 26, 4]);
    expect(steps).toEqual(['o', 'ouderkam', 'ouderkamer']);
    expect(late).toBeLessThan(35);
  });

  it('waits no longer behind one letter that took much longer than the others, as one with an accent does', () => {
    const { steps, late } = typed('ouderenquê', [20, 20, 20, 20, 20, 20, 20, 20, 50]);
    expect(steps).toEqual(['o', 'ouderenqu', 'ouderenquê']);
    expect(late).toBeLessThan(40);
  });

  it('waits no longer after steps that cost no search', () => {
    /** How long after the last letter its step came. */
    const late = (costs: (text: string) => boolean): number => {
      const steps: string[] = [];
      const stepper = new Stepper((text) => {
        steps.push(text);
        return costs(text);
      });
      for (const [n, pause] of [20, 20, 20, 20, 21, 21, 30, 41, 6, 0].entries()) {
        stepper.type('ouderkamer'.slice(0, n + 1), steps.at(-1) ?? '');
        vi.advanceTimersByTime(pause);
      }
      let waited = 0;
      for (; steps.at(-1) !== 'ouderkamer' && waited < 1000; waited++) vi.advanceTimersByTime(1);
      vi.advanceTimersByTime(1000);
      return waited;
    };
    expect(late((text) => text.length > 1)).toBeLessThan(late(() => true));
  });

  it('is not led astray by letters that come now fast, now slow', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 12, max: 20 }), { minLength: 9, maxLength: 9 }), (pauses) => {
        const { steps, late } = typed('ouderkamer', pauses);
        expect(steps.length).toBeLessThanOrEqual(3);
        expect(late).toBeLessThan(60);
      }),
      { numRuns: 60 },
    );
  });

  it('follows every letter at once when they come slowly', () => {
    expect(typed('ouder', 100)).toEqual({ steps: ['o', 'ou', 'oud', 'oude', 'ouder'], late: 0 });
  });

  it('keeps following somebody who never pauses', () => {
    const { steps } = typed('ouderkamer'.repeat(10), 30);
    expect(steps.length).toBeGreaterThanOrEqual(10);
    expect(steps.length).toBeLessThanOrEqual(50);
  });

  it('makes no step for a letter that is taken away again', () => {
    const seen: string[] = [];
    const { rerender } = renderHook(({ value }) => seen.push(useSettled(value)), { initialProps: { value: '' } });
    for (const value of ['o', 'ou', 'o']) rerender({ value });
    act(() => void vi.advanceTimersByTime(1000));
    expect(new Set(seen)).toEqual(new Set(['', 'o']));
  });
});

/** Questions that the window asked, other than the counts of everything. */
function searches(client: OpenWindow['client']): string[] {
  const asked: string[] = [];
  const { call } = client;
  client.call = (method, input, options) => {
    if (method === 'search.query' && 'query' in input && input.query) asked.push(input.query);
    return call(method, input, options);
  };
  return asked;
}

const titled = Object.fromEntries(['Ouderavond', 'Ouderkamer', 'Ouderraad'].map((title) => [`${title}.md`, practice(title)]));

it('searches less often than letters are typed in the Bibliotheek, and shows the answer to the last', async () => {
  const { client } = await openWindow(titled, '#/bibliotheek');
  const field = await screen.findByRole('combobox', { name: 'Zoeken in de hele kennismap' });
  await screen.findByRole('link', { name: /Ouderraad/ });
  const asked = searches(client);
  for (let end = 1; end <= 10; end++) fireEvent.change(field, { target: { value: 'ouderkamer'.slice(0, end) } });
  await waitFor(() => expect(screen.queryByRole('link', { name: /Ouderraad/ })).toBeNull());
  await screen.findByRole('link', { name: /^Ouderkamer/ });
  expect(asked[0]).toBe('o');
  expect(asked.at(-1)).toBe('ouderkamer');
  // How many there are depends on how fast this machine draws; the steps themselves are counted above.
  expect(asked.length).toBeLessThan(8);
});

it('searches for what was just typed as soon as the field is left', async () => {
  await openWindow(titled, '#/bibliotheek');
  const field = await screen.findByRole('combobox', { name: 'Zoeken in de hele kennismap' });
  await screen.findByRole('link', { name: /Ouderraad/ });
  fireEvent.focus(field);
  for (const value of ['o', 'ou', 'ouderk']) fireEvent.change(field, { target: { value } });
  fireEvent.blur(field);
  expect(window.location.hash).toContain('q=ouderk');
  expect(field).toHaveProperty('value', 'ouderk');
});

it('keeps what was just typed when a facet is ticked right after it', async () => {
  await openWindow(titled, '#/bibliotheek');
  const field = await screen.findByRole('combobox', { name: 'Zoeken in de hele kennismap' });
  const facet = await screen.findByRole('checkbox', { name: /praktijk, 3 stukken/i });
  fireEvent.focus(field);
  for (const value of ['o', 'ou', 'ouderk']) fireEvent.change(field, { target: { value } });
  fireEvent.blur(field);
  fireEvent.click(facet);
  expect(decodeURIComponent(window.location.hash)).toBe('#/bibliotheek?q=ouderk+soort:praktijk');
  expect(field).toHaveProperty('value', 'ouderk');
});
