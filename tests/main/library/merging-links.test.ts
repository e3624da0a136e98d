import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openServices } from '../../helpers/open-services.ts';
import { bytesIn, leadings, library } from '../../helpers/random-library.ts';

it(
  'after making one of any two every link in the others leads where it led, or to the one that stayed; taking back restores every byte',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(library, fc.nat(5), fc.nat(5), fc.boolean(), async (files, first, second, theirTitle) => {
        const { services, dir, call } = await openServices(files);
        const open = services.session.library();
        const all = open.shelf.all();
        const [keep, other] = [all[first % all.length]!, all[second % all.length]!];
        fc.pre(keep !== other);
        const start = await bytesIn(dir);
        const before = leadings(open);
        const [stays, goes] = [keep.read.summary.path, other.read.summary.path];
        const counts = new Map(all.map(({ read }) => [read.summary.path, read.textLinks.length]));
        const own = [stays, goes].flatMap((path) => before.get(path)!.slice(0, counts.get(path)));
        const texts = own.filter((led) => led !== undefined && led !== stays && led !== goes);
        const pair = await call('relations.compare', { keep: keep.id, other: other.id });
        await call('relations.merge', {
          keep: pair.keep.id,
          keepRevision: pair.keep.revision,
          other: pair.other.id,
          otherRevision: pair.other.revision,
          body: `${pair.keep.body}\n\n${pair.body}`,
          fields: theirTitle ? { titel: pair.other.title } : {},
        });
        await call('library.rescan', {});
        const after = leadings(open);
        for (const [path, leads] of before) {
          if (path === stays || path === goes) continue;
          const wanted = leads.flatMap((led) => (led === undefined ? [] : [led === goes ? stays : led]));
          // Where both were in one list, the one that stayed is named once; so what counts is that nothing got lost or went astray.
          expect([path, [...new Set(after.get(path)?.filter((led) => led !== undefined))].sort()]).toEqual([path, [...new Set(wanted)].sort()]);
        }
        // What the texts of the two pointed at, the text that is left points at; only to itself it need not.
        const links = (path: string): number => open.shelf.at(path)?.read.textLinks.length ?? 0;
        expect(links(stays)).toBe(counts.get(stays)! + counts.get(goes)!);
        for (const led of texts) expect(after.get(stays)).toContain(led);
        await call('undo.back', {});
        expect(await bytesIn(dir)).toEqual(start);
        await services.close();
      }),
      { numRuns: 40 },
    );
  },
);
