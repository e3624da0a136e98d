// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { openWindow, shelf } from './frame-window.tsx';

const template = '---\nsjabloon: Schoolbezoek\nuitleg: Voor wie meeschrijft.\nsoort: vraag\nregio: Noord\n---\n\n<!-- stil -->\n\n## Wat we zagen\n';

async function inDialog(files: Record<string, string>): Promise<Awaited<ReturnType<typeof openWindow>>> {
  const opened = await openWindow(files, '#/overzicht');
  await screen.findByRole('heading', { level: 1, name: 'Overzicht' }, { timeout: 5000 });
  await opened.user.keyboard('{Alt>}n{/Alt}');
  await screen.findByRole('dialog', undefined, { timeout: 5000 });
  return opened;
}

it('begins a new write-up with a template of the kennismap, of the kind that was chosen', async () => {
  const { user, client } = await inDialog({ ...shelf, '.oogst/sjablonen/bezoek.md': template });
  expect(screen.queryByLabelText('Begin met')).toBeNull();
  await user.selectOptions(screen.getByLabelText('Soort'), 'Vraag');
  await user.selectOptions(await screen.findByLabelText('Begin met'), 'Schoolbezoek');
  expect(screen.getByText('Voor wie meeschrijft.')).toBeDefined();
  await user.type(screen.getByLabelText('Titel'), 'Een bezoek');
  await user.click(screen.getByRole('button', { name: 'Maken' }));
  await waitFor(() => expect(window.location.hash).toMatch(/^#\/stuk\/.+\/bewerken$/));
  const made = (await client.call('entries.titles', {})).find(({ title }) => title === 'Een bezoek');
  const read = await client.call('entries.read', { id: made?.id ?? '' });
  expect(read.body).toBe('\n## Wat we zagen\n');
  expect(read.fields['regio']).toBe('Noord');
});

it('says which template cannot be used and why', async () => {
  await inDialog({ ...shelf, '.oogst/sjablonen/vreemd.md': '---\nsoort: recept\n---\n' });
  expect(await screen.findByText(/Het sjabloon “Vreemd” kan niet worden gebruikt: de soort “recept” bestaat niet\./)).toBeDefined();
});
