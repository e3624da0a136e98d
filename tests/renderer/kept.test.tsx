// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../helpers/temporary.ts';
import { openWindow, seen, shelf, type OpenWindow } from './frame-window.tsx';

const patience = { timeout: 20_000 };
const keptPart = async ({ client }: OpenWindow, part: string): Promise<string> =>
  (await client.call('drafts.list', {})).find((one) => one.part === part)?.body ?? '';

/** What is on disk now is all there is: a second program opens the same profile and folder, as after a crash. */
async function afterCrash(before: OpenWindow, profile: string, hash: string): Promise<OpenWindow> {
  cleanup();
  window.sessionStorage.clear();
  return openWindow({}, hash, { profile, dir: before.dir });
}

it('has the evidence that was being typed in the weighing again after a crash', async () => {
  const profile = await temporaryFolder();
  const before = await openWindow(shelf, '#/weging/ouderkamer?item=checklist.A1', { profile });
  const evidence = (): Promise<HTMLElement> => screen.findByRole('textbox', { name: /onderbouwing/i }, patience);
  await before.user.type(await evidence(), 'Half een reden');
  await waitFor(async () => expect(await keptPart(before, 'weging')).toContain('Half een reden'), patience);
  await afterCrash(before, profile, '#/weging/ouderkamer?item=checklist.A1');
  await waitFor(async () => expect(await evidence()).toHaveProperty('value', 'Half een reden'), patience);
});

it('has a field that was half filled in again after a crash', async () => {
  const profile = await temporaryFolder();
  const before = await openWindow(shelf, '#/overzicht', { profile });
  const body = JSON.stringify({ organisatie: { value: 'De Lindehoek en E', was: 'De Lindehoek' } });
  await before.client.call('drafts.keep', { id: 'rustplek', part: 'velden', body, base: '' });
  const after = await afterCrash(before, profile, '#/stuk/rustplek/bewerken');
  await after.user.click(await screen.findByRole('tab', { name: 'Gegevens' }, patience));
  await waitFor(() => expect(screen.getByRole('combobox', { name: 'Organisatie' })).toHaveProperty('value', 'De Lindehoek en E'), patience);
});

it('has a reflection that was being typed again after a crash, and lets go of it once it is kept', async () => {
  const profile = await temporaryFolder();
  const before = await openWindow(shelf, '#/stuk/ouderkamer', { profile });
  await before.user.click(await screen.findByRole('button', { name: 'Reflectie invullen' }, patience));
  await before.user.type(within(await screen.findByRole('dialog')).getByLabelText('Team'), 'Zuid');
  await waitFor(async () => expect(await keptPart(before, 'reflectie')).toContain('Zuid'), patience);
  const after = await afterCrash(before, profile, '#/stuk/ouderkamer');
  await seen(/“Ouderkamer op dinsdag” \(reflectie\)/);
  await after.user.click(await screen.findByRole('button', { name: 'Reflectie invullen' }, patience));
  const form = within(await screen.findByRole('dialog'));
  await waitFor(() => expect(form.getByLabelText('Team')).toHaveProperty('value', 'Zuid'), patience);
  await after.user.type(form.getByLabelText(/Deze elementen nemen we mee/), 'Soep');
  await after.user.click(form.getByRole('button', { name: 'Vastleggen' }));
  await seen(/^1 reflectie/);
  await waitFor(async () => expect(await keptPart(after, 'reflectie')).toBe(''), patience);
});
