import type { Service } from '../../domain/api/contract.ts';
import { localDate } from '../library/stage-record.ts';
import type { Session } from '../library/session.ts';
import { foundIn, selectEntries } from './bundle-contents.ts';
import { bundlesHolding } from './export-log.ts';
import type { MakingOptions } from './chosen.ts';
import { makeBundle, warningsFor } from './making.ts';

export interface BundlesOptions extends MakingOptions {
  session: Session;
}

/** Choosing what goes along and making the bundle. */
export function createBundlesService(options: BundlesOptions): Pick<Service<'bundles'>, 'bundles.check' | 'bundles.export' | 'bundles.handedOut'> {
  const { session, clock } = options;
  return {
    'bundles.check': async ({ audience, ...asked }) => {
      const library = session.library();
      const chapters = foundIn(library, asked);
      const ids = chapters.flatMap(({ items }) => items.flat());
      const { ready, leftOut } = selectEntries(library, ids, audience, localDate(clock()));
      return {
        ready: ready.map((held) => library.shelf.summary(held)),
        leftOut,
        warnings: ready.flatMap((held) => warningsFor(library, held)),
        found: chapters.map(({ items }) => items),
      };
    },
    'bundles.handedOut': async ({ entry }) =>
      (await bundlesHolding(session.library()))({ entry }).flatMap(({ at, ...holder }) => (at === undefined ? [] : [{ ...holder, at }])),
    'bundles.export': async (order, context) => makeBundle(options, session.library(), order, context),
  };
}
