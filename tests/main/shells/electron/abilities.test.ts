import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CallContext, Handlers, LibraryState, Method } from '../../../../domain/api/contract.ts';
import { createAbilities } from '../../../../main/shells/electron/abilities.ts';
import { menuTemplate } from '../../../../main/shells/electron/menu.ts';

const context: CallContext<Method> = { signal: new AbortController().signal, report: () => undefined };
const report = { path: '/elders/bundel.zip', bytes: 1, entries: 1, files: 1, leftOut: [], warnings: [], products: [] };
const open: LibraryState = { state: 'ready', dir: '/kennis/map', name: 'map', entries: 1, readOnly: false, example: false, missing: 0 };

function desktop(state: LibraryState): { handlers: Partial<Handlers>; shown: string[] } {
  const shown: string[] = [];
  const handlers = createAbilities(
    { version: '1', pickFolder: async (title) => (title === 'weg' ? undefined : '/gekozen'), reveal: (path) => shown.push(path), state: () => state },
    { 'bundles.export': async () => report },
  );
  return { handlers, shown };
}

describe('what Electron can do for the window', () => {
  test('is said, so that the window need not guess', async () => {
    expect(await desktop(open).handlers['shell.abilities']?.({}, context)).toEqual({
      shell: 'electron',
      version: '1',
      pickFolder: true,
      reveal: true,
      download: false,
    });
  });

  test('a folder that was not chosen is null', async () => {
    const { handlers } = desktop(open);
    expect(await handlers['shell.pickFolder']?.({ title: 'Kies' }, context)).toEqual({ path: '/gekozen' });
    expect(await handlers['shell.pickFolder']?.({ title: 'weg' }, context)).toEqual({ path: null });
  });

  test('only files of the kennismap are shown in the file manager', async () => {
    const { handlers, shown } = desktop(open);
    await handlers['shell.reveal']?.({ path: join(open.dir, 'stuk.md') }, context);
    await handlers['shell.reveal']?.({ path: open.dir }, context);
    for (const path of ['/etc/passwd', '/kennis/map2/x.md', '/kennis/map/../geheim', report.path])
      await expect(handlers['shell.reveal']?.({ path }, context)).rejects.toMatchObject({ code: 'shell.unable' });
    expect(shown).toEqual([join(open.dir, 'stuk.md'), open.dir]);
  });

  test('a bundle that was just made is shown too', async () => {
    const { handlers, shown } = desktop({ state: 'none' });
    await handlers['bundles.export']?.({ title: 'B', ids: [], audience: 'intern', out: report.path }, context);
    await handlers['shell.reveal']?.({ path: report.path }, context);
    expect(shown).toEqual([report.path]);
  });
});

describe('the menu', () => {
  test.each([true, false])('is Dutch down to the last item (mac: %s)', (mac) => {
    const items = menuTemplate({ openLibrary: () => undefined, showLibrary: () => undefined }, mac).flatMap((menu) => [
      menu,
      ...(Array.isArray(menu.submenu) ? menu.submenu : []),
    ]);
    expect(items.filter((item) => item.type !== 'separator' && !item.label)).toEqual([]);
    expect(items.map((item) => item.role)).not.toContain('toggleDevTools');
  });

  test('opens a kennismap', () => {
    let opened = 0;
    const [file] = menuTemplate({ openLibrary: () => void opened++, showLibrary: () => undefined }, false);
    const [first] = Array.isArray(file?.submenu) ? file.submenu : [];
    (first?.click as (() => void) | undefined)?.();
    expect(opened).toBe(1);
  });
});
