// @vitest-environment jsdom
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import { ClientProvider } from '../../renderer/data/client.tsx';
import { useFilling } from '../../renderer/features/entry/form/use-filling.ts';
import { useDraft } from '../../renderer/features/entry/use-draft.ts';
import { openWindow, practice } from './frame-window.tsx';

const start = '## Waarom\n\nEen.\n';

it('goes on with what is typed when a reading of before the last save comes in late', async () => {
  const { client, dir, read } = await openWindow({ 'x.md': practice('Stuk', { id: 'x', body: start }) });
  const fresh = () => client.call('entries.read', { id: 'x' });
  const wrapper = ({ children }: { children: ReactNode }): ReactNode => <ClientProvider client={client}>{children}</ClientProvider>;
  const { result, rerender } = renderHook(({ entry }) => useDraft(entry, dir), { wrapper, initialProps: { entry: await fresh() } });
  const write = async (text: string): Promise<void> => {
    act(() => result.current.type(text));
    await act(() => result.current.save());
  };
  await write(`${start}\nTwee.\n`);
  const late = await fresh();
  await write(`${start}\nTwee.\n\nDrie.\n`);
  const typed = `${start}\nTwee.\n\nDrie.\n\nVier.\n`;
  act(() => result.current.type(typed));
  await act(async () => {
    rerender({ entry: late });
    // Long enough for whatever the late reading brings about.
    await fresh();
    await fresh();
  });
  expect(result.current.draft).toMatchObject({ text: typed, conflict: undefined });
  await act(() => result.current.save());
  await waitFor(async () => expect(await read('x.md')).toContain('Vier.'));
});

it('sets aside what another program wrote while something is typed', async () => {
  const { client, dir, outside, read } = await openWindow({ 'x.md': practice('Stuk', { id: 'x', body: start }) });
  const fresh = () => client.call('entries.read', { id: 'x' });
  const wrapper = ({ children }: { children: ReactNode }): ReactNode => <ClientProvider client={client}>{children}</ClientProvider>;
  const { result, rerender } = renderHook(({ entry }) => useDraft(entry, dir), { wrapper, initialProps: { entry: await fresh() } });
  act(() => result.current.type(`${start}\nVan mij.\n`));
  await outside('x.md', (await read('x.md')).replace('Een.', 'Van een ander.'));
  rerender({ entry: await fresh() });
  await waitFor(() => expect(result.current.draft.conflict?.body).toContain('Van een ander.'));
});

/** The form of fields on a write-up with this in its header; `fill` fills in its summary and saves. */
async function filling(head: string) {
  const { client, read, outside } = await openWindow({ 'x.md': practice('Stuk', { id: 'x', body: start, head }) });
  const fresh = () => client.call('entries.read', { id: 'x' });
  const wrapper = ({ children }: { children: ReactNode }): ReactNode => <ClientProvider client={client}>{children}</ClientProvider>;
  const { result, rerender } = renderHook(({ entry }) => useFilling(entry), { wrapper, initialProps: { entry: await fresh() } });
  const fill = async (value: string): Promise<void> => {
    act(() => result.current.fill('samenvatting', value, 'leave'));
    await act(() => result.current.save());
  };
  return { result, rerender, fill, fresh, read, outside };
}

it('fills in a field on top of its own last save when readings of before it come in late', async () => {
  const { result, rerender, fill, fresh, read, outside } = await filling('');
  await fill('Een.');
  const late = await fresh();
  await fill('Twee.');
  rerender({ entry: { ...late } });
  rerender({ entry: { ...late } });
  await fill('Drie.');
  expect(result.current.state).toBe('saved');
  expect(await read('x.md')).toContain('Drie.');
  await outside('x.md', (await read('x.md')).replace('Drie.', 'Van een ander.'));
  await fill('Vier.');
  expect(result.current.state).toBe('clash');
  expect(await read('x.md')).toContain('Van een ander.');
});

it('shows what was taken back in a field when the reading after the save never came', async () => {
  const { result, rerender, fill, fresh, read, outside } = await filling('samenvatting: Eerst.\n');
  await fill('Daarna.');
  await outside('x.md', (await read('x.md')).replace('Daarna.', 'Eerst.'));
  rerender({ entry: await fresh() });
  await waitFor(() => expect(result.current.valueOf('samenvatting')).toBe('Eerst.'));
  await fill('Daarna.');
  expect(result.current.state).toBe('saved');
  expect(await read('x.md')).toContain('Daarna.');
});
