// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { openWindow, practice } from './frame-window.tsx';

const files = {
  'praktijken/een.md': practice('Een praktijk', { id: 'een', head: 'delen: openbaar\ntoestemming: verkregen\n' }),
  'praktijken/twee.md': practice('Twee praktijk', { id: 'twee', head: 'delen: partners\ntoestemming: nvt\n' }),
};

beforeEach(() => window.sessionStorage.clear());

it('shows beside the choices how a product gets, and follows them', async () => {
  const { user } = await openWindow(files, '#/bundels?ids=een,twee');
  await waitFor(() => expect(document.querySelectorAll('.drag-name a')).toHaveLength(2));
  await user.click(screen.getByRole('button', { name: 'Voorbeeld bekijken' }));
  const pane = await screen.findByRole('region', { name: 'Voorbeeld bekijken' });
  await user.selectOptions(within(pane).getByLabelText('Wat'), 'overzicht');
  const table = await within(pane).findByRole('table');
  expect(within(table).getAllByRole('row')).toHaveLength(3);
  await user.click(screen.getByRole('radio', { name: /Iedereen/ }));
  await waitFor(() => expect(within(pane).getAllByRole('row')).toHaveLength(2), { timeout: 15_000 });
  await user.selectOptions(within(pane).getByLabelText('Wat'), 'reader');
  await within(pane).findByText(/^Zo ziet een lezer dit stuk/);
  expect(pane.querySelector('.preview-reader h1')?.textContent).toBe('Een praktijk');
  await user.click(within(pane).getByRole('button', { name: 'Groter tonen' }));
  const large = await screen.findByRole('dialog');
  await waitFor(() => expect(large.querySelector('.preview-reader h1')?.textContent).toBe('Een praktijk'));
  await user.click(within(large).getByRole('button', { name: 'Sluiten' }));
  await user.click(within(pane).getByRole('button', { name: 'Sluiten' }));
  expect(screen.queryByRole('region', { name: 'Voorbeeld bekijken' })).toBeNull();
});
