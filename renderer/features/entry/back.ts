import { currentRoute, go } from '../../data/routes.ts';

/** Back to the list this came from, with its words and choices. */
export function back(): void {
  const at = currentRoute();
  const q = at.screen === 'stuk' ? at.q : '';
  const id = at.screen === 'stuk' || at.screen === 'weging' ? at.id : undefined;
  go({ screen: 'bibliotheek', q, sort: 'relevantie', id }, { returning: true });
}
