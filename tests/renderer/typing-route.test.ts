// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { currentRoute, go, goTyping, useRoute, writeAddress, type Route } from '../../renderer/data/routes.ts';

const list = (q: string): Route => ({ screen: 'bibliotheek', q, sort: 'relevantie' });

/** An answer that comes or fails when somebody says so. */
function answer(): { ready: Promise<void>; comes(): Promise<void>; fails(): Promise<void> } {
  let resolve = (): void => undefined;
  let reject = (_reason: Error): void => undefined;
  const promise = new Promise<void>((done, failed) => {
    resolve = done;
    reject = failed;
  });
  const after = (settle: () => void) => (): Promise<void> =>
    act(async () => {
      settle();
      await promise.catch(() => undefined);
    });
  return { ready: promise, comes: after(() => resolve()), fails: after(() => reject(new Error('mislukt'))) };
}

function openList(): { shown(): Route; drawn(): number } {
  window.history.replaceState(null, '', '#/bibliotheek?q=a');
  let drawn = 0;
  const { result } = renderHook(() => {
    drawn++;
    return useRoute();
  });
  return { shown: () => result.current, drawn: () => drawn };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  writeAddress();
  vi.useRealTimers();
});

test('the screen follows what is typed when its answer is there, drawn once, and the address when the typing rests', async () => {
  const { shown, drawn } = openList();
  const [first, second] = [answer(), answer()];
  const before = { drawn: drawn(), steps: window.history.length };
  goTyping(list('ab'), first.ready);
  expect(currentRoute()).toEqual(list('ab'));
  expect(shown()).toEqual(list('a'));
  goTyping(list('abc'), second.ready);
  await first.comes();
  expect(shown()).toEqual(list('a'));
  await second.comes();
  expect(shown()).toEqual(list('abc'));
  expect(drawn()).toBe(before.drawn + 1);
  expect(window.location.hash).toBe('#/bibliotheek?q=a');
  vi.advanceTimersByTime(300);
  expect(window.location.hash).toBe('#/bibliotheek?q=abc');
  expect(window.history.length).toBe(before.steps);
  expect(drawn()).toBe(before.drawn + 1);
});

test('an answer that the next letter leads away from is not drawn, unless nothing was drawn for a while', async () => {
  const { shown, drawn } = openList();
  const answers = [answer(), answer(), answer()] as const;
  const before = drawn();
  vi.advanceTimersByTime(1000);
  goTyping(list('ab'), answers[0].ready, () => true);
  await answers[0].comes();
  expect(shown()).toEqual(list('ab'));
  goTyping(list('abc'), answers[1].ready, () => true);
  await answers[1].comes();
  expect(shown()).toEqual(list('ab'));
  goTyping(list('abcd'), answers[2].ready, () => false);
  await answers[2].comes();
  expect(shown()).toEqual(list('abcd'));
  expect(drawn()).toBe(before + 2);
});

test('an answer that was not drawn is, when no other comes', async () => {
  const { shown } = openList();
  const answers = [answer(), answer()] as const;
  vi.advanceTimersByTime(10_000);
  goTyping(list('ab'), answers[0].ready, () => true);
  await answers[0].comes();
  goTyping(list('abc'), answers[1].ready, () => true);
  await answers[1].comes();
  expect(shown()).toEqual(list('ab'));
  act(() => void vi.advanceTimersByTime(300));
  expect(shown()).toEqual(list('abc'));
});

test('the screen follows also when the answer fails', async () => {
  const { shown } = openList();
  const { ready, fails } = answer();
  goTyping(list('ab'), ready);
  await fails();
  expect(shown()).toEqual(list('ab'));
});

test('who goes elsewhere while an answer is under way is not called back, and finds on the way back what was typed last', async () => {
  const { shown } = openList();
  const { ready, comes } = answer();
  goTyping(list('ab'), ready);
  act(() => go({ screen: 'overzicht' }));
  await comes();
  expect(shown()).toEqual({ screen: 'overzicht' });
  vi.useRealTimers();
  const back = new Promise((done) => window.addEventListener('popstate', done, { once: true }));
  await act(async () => {
    window.history.back();
    await back;
  });
  expect(shown()).toEqual(list('ab'));
});

test('the screen waits no longer for an answer when the field is left, nor when the typing rests', async () => {
  const { shown, drawn } = openList();
  const slow = [answer(), answer()] as const;
  goTyping(list('ab'), slow[0].ready);
  act(() => writeAddress());
  expect(shown()).toEqual(list('ab'));
  expect(window.location.hash).toBe('#/bibliotheek?q=ab');
  goTyping(list('abc'), slow[1].ready);
  act(() => void vi.advanceTimersByTime(300));
  expect(shown()).toEqual(list('abc'));
  const before = drawn();
  await slow[0].comes();
  await slow[1].comes();
  expect(drawn()).toBe(before);
});

test('an address that somebody else chose goes before what was typed', async () => {
  const { shown } = openList();
  const { ready, comes } = answer();
  goTyping(list('ab'), ready);
  await act(async () => {
    window.location.hash = '#/instellingen';
    window.dispatchEvent(new HashChangeEvent('hashchange'));
  });
  await comes();
  vi.advanceTimersByTime(300);
  expect(shown()).toEqual({ screen: 'instellingen' });
  expect(window.location.hash).toBe('#/instellingen');
});
