// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openWindow, practice, type OpenWindow } from './frame-window.tsx';

const many = Object.fromEntries(
  Array.from({ length: 50 }, (_, n) => [`${n}.md`, practice(`Ouders ${n + 10}`, { id: `k${n}`, head: 'samenvatting: Op de gang.\n' })]),
);
const field = (): HTMLInputElement => screen.getByRole('combobox', { name: 'Zoeken in de hele kennismap' });
const list = (): HTMLElement => document.querySelector<HTMLElement>('.hits') ?? document.body;
const drawn = (): string[] => [...document.querySelectorAll('.hits li')].map((row) => row.getAttribute('data-index') ?? '');
const focused = (): string | null | undefined => document.activeElement?.closest('li')?.getAttribute('data-index');

// A window without layout: rows have a height, and the list shows a few of them.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockImplementation(function (this: HTMLElement) {
    return this.tagName === 'LI' ? 136 : 900;
  });
});
afterEach(() => vi.restoreAllMocks());

async function open(hash: string): Promise<OpenWindow> {
  const opened = await openWindow(many, hash);
  await waitFor(() => expect(drawn()).toContain('0'));
  return opened;
}

/** Moves the list, as a wheel would. */
async function scroll(to: number): Promise<void> {
  list().scrollTop = to;
  fireEvent.scroll(list());
  await waitFor(() => expect(drawn()).not.toContain('1'));
}

async function ask(text: string): Promise<void> {
  fireEvent.change(field(), { target: { value: text } });
  await waitFor(() => expect(window.location.hash).toBe(`#/bibliotheek?q=${text}`));
}

function follow(href: string): void {
  act(() => {
    window.location.hash = href;
  });
}

it('begins at the top when a question is asked again', async () => {
  const { user } = await open('#/bibliotheek?q=ouders');
  await scroll(3000);
  await ask('gang');
  await waitFor(() => expect(list().scrollTop).toBe(0));
  await ask('ouders');
  await user.type(field(), '{Enter}');
  expect(list().scrollTop).toBe(0);
});

it('begins at the top when it is asked again from another screen', async () => {
  const { user } = await open('#/bibliotheek?q=ouders');
  await scroll(3000);
  follow('#/overzicht');
  await waitFor(() => expect(document.querySelector('.hits')).toBeNull());
  await user.type(field(), 'ouders{Enter}');
  await waitFor(() => expect(drawn()).toContain('0'));
  expect(drawn()).toContain('1');
});

it('is where it was on the way back', async () => {
  await open('#/bibliotheek?q=ouders');
  await scroll(3000);
  follow('#/bibliotheek?q=gang');
  await waitFor(() => expect(list().scrollTop).toBe(0));
  window.history.back();
  await waitFor(() => expect(list().scrollTop).toBe(3000));
});

it('is reached with the arrow from the search field, also when it is scrolled away from its first row', async () => {
  const { user } = await open('#/bibliotheek?q=ouders');
  await scroll(3000);
  await user.click(field());
  await user.keyboard('{ArrowDown}');
  expect(focused()).toBe('0');
});

it('is reached with the arrow from the search field once the suggestions are put away with Escape', async () => {
  const { user } = await open('#/bibliotheek');
  await user.type(field(), 'gang{Enter}');
  await user.keyboard('{ArrowDown}');
  expect(focused()).toBe('0');
  await user.clear(field());
  await user.click(field());
  await screen.findByRole('option', { name: 'gang' });
  await user.keyboard('{Escape}{ArrowDown}');
  expect(focused()).toBe('0');
  await user.type(field(), 'organis');
  await screen.findByRole('option', { name: /^organisatie:/ });
});

it('is reached with the arrow from the search field after a search for what is also the start of a filter', async () => {
  const { user } = await open('#/bibliotheek');
  await user.type(field(), 'o{Enter}');
  await waitFor(() => expect(drawn()).toContain('0'));
  await user.keyboard('{ArrowDown}');
  expect(focused()).toBe('0');
});
