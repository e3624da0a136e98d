import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bodyOf } from '../../../domain/entries/file-text.ts';
import { linksInText } from '../../../domain/entries/text-links.ts';
import { openServices } from '../../helpers/open-services.ts';
import { bytesIn, leadings, library, names } from '../../helpers/random-library.ts';

const renames = fc.array(
  fc.record({
    which: fc.nat(5),
    title: fc.constantFrom(...names),
    file: fc.option(fc.constantFrom('rustplek', 'nieuw', 'ouderkamer'), { nil: undefined }),
  }),
  { minLength: 1, maxLength: 3 },
);

it(
  'no link that led somewhere leads elsewhere or nowhere after any renaming, and taking back restores every byte',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(library, renames, async (files, steps) => {
        const { services, dir, call } = await openServices(files);
        const open = services.session.library();
        const start = await bytesIn(dir);
        for (const { which, title, file: name } of steps) {
          const all = open.shelf.all();
          const held = all[which % all.length]!;
          const before = leadings(open);
          const from = held.read.summary.path;
          const { path: to } = await call('entries.rename', { id: held.id, title, ...(name === undefined ? {} : { file: name }) });
          await call('library.rescan', {});
          const moved = (path: string | undefined): string | undefined => (path === from ? to : path);
          const after = leadings(open);
          for (const [path, leads] of before) {
            const now = after.get(moved(path) ?? '') ?? [];
            for (const [n, led] of leads.entries()) if (led !== undefined) expect([path, n, now[n]]).toEqual([path, n, moved(led)]);
          }
        }
        while ((await call('undo.state', {})).undo) await call('undo.back', {});
        expect(await bytesIn(dir)).toEqual(start);
        await services.close();
      }),
      { numRuns: 60 },
    );
  },
);

it('counts the links of a text the same whatever stands around them', () => {
  const text =
    '\uFEFF---\r\nid: a\r\n---\r\nZie [[Een]].\r\n```\r\n[[Twee]]\r\n```\r\n![f](<x y.bijlagen/a (1).png>) <img src="x.bijlagen/b.png">\r\n[1]: x.md "Naam"\r\n';
  expect(linksInText(bodyOf(text), 4).map(({ target: to, kind, line }) => `${line} ${kind} ${to}`)).toEqual([
    '4 wikilink Een',
    '8 bijlage x y.bijlagen/a (1).png',
    '8 bijlage x.bijlagen/b.png',
    '9 bestand x.md',
  ]);
});
