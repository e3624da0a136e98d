// @vitest-environment jsdom
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Sort } from '../../domain/search/answer.ts';
import { hrefOf, parseRoute, type Route } from '../../renderer/data/routes.ts';

const text = fc.string({ maxLength: 40, unit: 'grapheme' });
const id = fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' });
const route: fc.Arbitrary<Route> = fc.oneof(
  fc.record({ screen: fc.constant('bibliotheek' as const), q: text, sort: fc.constantFrom(...Sort.options) }),
  fc.record({ screen: fc.constant('bibliotheek' as const), q: text, sort: fc.constantFrom(...Sort.options), id }),
  fc.record({ screen: fc.constant('stuk' as const), id, edit: fc.boolean(), q: text }),
  fc.record({ screen: fc.constant('weging' as const), id }),
  fc.record({ screen: fc.constant('bundels' as const), ids: fc.array(id, { maxLength: 5 }), q: text }),
  fc.constantFrom<Route>({ screen: 'overzicht' }, { screen: 'importeren' }, { screen: 'instellingen' }),
);

it('finds every route back in its own address', () => {
  fc.assert(
    fc.property(route, (there) => {
      expect(parseRoute(hrefOf(there))).toEqual(there);
    }),
  );
});

it('takes an address nobody made for the start, and never throws', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (hash) => {
      expect(parseRoute(`#/zomaar/${hash}`)).toEqual({ screen: 'start' });
      parseRoute(hash);
    }),
  );
});
