import { useSyncExternalStore } from 'react';
import { Sort } from '../../domain/search/answer.ts';

/** Where the user is. Lives in the hash of the address, so that back, forward and reload work. */
export type Route =
  | { screen: 'start' }
  | { screen: 'overzicht' }
  | { screen: 'bibliotheek'; q: string; sort: Sort; id?: string | undefined }
  | { screen: 'stuk'; id: string; edit: boolean; q: string }
  | { screen: 'versies'; id: string }
  | { screen: 'samenvoegen'; id: string }
  | { screen: 'samen'; id: string; other: string }
  | { screen: 'prullenbak' }
  | { screen: 'trefwoorden' }
  | { screen: 'kaarten'; id?: string | undefined }
  | { screen: 'weging'; id: string; item?: string | undefined }
  | { screen: 'bundels'; ids: string[]; q: string }
  | { screen: 'toestemmingen'; photo?: string | undefined; entry?: string | undefined }
  | { screen: 'importeren' }
  | { screen: 'instellingen' };

/** The route of the Bibliotheek. */
export type LibraryRoute = Extract<Route, { screen: 'bibliotheek' }>;

/** The route of a hash; anything unknown is the start, which app.tsx resolves to a screen. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const [screen, rawId = '', action] = path.split('/');
  const params = new URLSearchParams(query);
  const id = decoded(rawId);
  const q = params.get('q') ?? '';
  if (screen === 'overzicht' || screen === 'importeren' || screen === 'instellingen' || screen === 'prullenbak' || screen === 'trefwoorden')
    return { screen };
  if (screen === 'bibliotheek') {
    const sort = Sort.safeParse(params.get('sort'));
    const chosen = params.get('id');
    return { screen, q, sort: sort.success ? sort.data : 'relevantie', ...(chosen ? { id: chosen } : {}) };
  }
  if (screen === 'kaarten') return { screen, ...(id ? { id } : {}) };
  if (screen === 'stuk' && id) return { screen, id, edit: action === 'bewerken', q };
  if ((screen === 'versies' || screen === 'samenvoegen') && id) return { screen, id };
  if (screen === 'samen' && id && action) return { screen, id, other: decoded(action) };
  if (screen === 'weging' && id) return { screen, id, ...(params.get('item') ? { item: params.get('item') ?? '' } : {}) };
  if (screen === 'bundels') return { screen, ids: (params.get('ids') ?? '').split(',').filter(Boolean).map(decoded), q };
  if (screen === 'toestemmingen') {
    const [photo, entry] = [params.get('foto'), params.get('stuk')];
    return { screen, ...(photo ? { photo } : {}), ...(entry ? { entry } : {}) };
  }
  return { screen: 'start' };
}

/** The hash of a route, for an `href`. */
export function hrefOf(route: Route): string {
  const params = new URLSearchParams();
  let path: string = route.screen;
  if (route.screen === 'stuk') path += `/${encodeURIComponent(route.id)}${route.edit ? '/bewerken' : ''}`;
  if (route.screen === 'versies' || route.screen === 'samenvoegen') path += `/${encodeURIComponent(route.id)}`;
  if (route.screen === 'samen') path += `/${encodeURIComponent(route.id)}/${encodeURIComponent(route.other)}`;
  if (route.screen === 'kaarten' && route.id) path += `/${encodeURIComponent(route.id)}`;
  if (route.screen === 'weging') path += `/${encodeURIComponent(route.id)}`;
  if (route.screen === 'weging' && route.item) params.set('item', route.item);
  if (route.screen === 'bundels' && route.ids.length > 0) params.set('ids', route.ids.map(encodeURIComponent).join(','));
  if (route.screen === 'toestemmingen' && route.photo) params.set('foto', route.photo);
  if (route.screen === 'toestemmingen' && route.entry) params.set('stuk', route.entry);
  if ('q' in route && route.q) params.set('q', route.q);
  if (route.screen === 'bibliotheek') {
    if (route.sort !== 'relevantie') params.set('sort', route.sort);
    if (route.id) params.set('id', route.id);
  }
  const query = params.toString();
  return `#/${path}${query ? `?${query}` : ''}`;
}

/** How the user came to the question or screen that is shown now. */
export interface Arrival {
  /** Another number for every arrival; walking the list is none. */
  readonly count: number;
  /** On the way back, as from a write-up that was opened; not by asking again. */
  readonly returning: boolean;
}

let arrival: Arrival & { route: Route | undefined } = { count: 0, returning: false, route: undefined };

export const currentArrival = (): Arrival => arrival;

/** Screens about one write-up, which is opened from a list. */
const about: ReadonlySet<Route['screen']> = new Set(['stuk', 'weging', 'versies', 'samenvoegen', 'samen']);

const placeOf = (route: Route): string => hrefOf(route.screen === 'bibliotheek' ? { ...route, id: undefined } : route);

function arrive(returning: boolean): void {
  const route = current();
  if (arrival.route === undefined || placeOf(arrival.route) !== placeOf(route)) arrival = { count: arrival.count + 1, returning, route };
}

/** Stands with every step of the history that was shown: who comes there again is on the way back. */
const shown = { shown: true };

const listeners = new Set<() => void>();
const told = (): void => {
  for (const listen of [...listeners]) listen();
};

function followAddress(): void {
  dropTyping();
  const again = (window.history.state as { shown?: boolean } | null)?.shown === true;
  if (!again) window.history.replaceState(shown, '');
  arrive(again || (arrival.route !== undefined && about.has(arrival.route.screen)));
  told();
}

interface Going {
  /** Leaves no step to go back to, as while typing in the search field. */
  replace?: boolean;
  /** To the list as it was left. */
  returning?: boolean;
}

/** Goes somewhere. */
export function go(route: Route, { replace = false, returning = false }: Going = {}): void {
  writeAddress();
  const href = hrefOf(route);
  if (href === window.location.hash) return;
  if (replace) window.history.replaceState(shown, '', href);
  else window.history.pushState(shown, '', href);
  arrive(returning);
  told();
}

/** Where typing led to, as long as the address does not say so, and whether the screen shows it. */
let unwritten: { href: string; timer: ReturnType<typeof setTimeout>; shown: boolean } | undefined;
/** The address follows when nothing was typed for so long, in milliseconds: writing it costs a browser more than drawing the list does. */
const rest = 250;

/** While letters keep coming the screen follows at least this often, in milliseconds. */
const follows = 300;
let followed = -Infinity;

/**
 * Goes where typing leads to, without a step to go back to. The screen follows when `ready` is settled, which is when what it shows is there: so it is
 * drawn once and not twice; not at all when `overtaken` says that the next letter leads elsewhere. It waits no longer than the address does.
 */
export function goTyping(route: Route, ready: Promise<unknown>, overtaken: () => boolean = () => false): void {
  clearTimeout(unwritten?.timer);
  const typed = { href: hrefOf(route), timer: setTimeout(writeAddress, rest), shown: false };
  unwritten = typed;
  arrive(false);
  const follow = (): void => {
    if (unwritten !== typed || typed.shown) return;
    const now = performance.now();
    if (overtaken() && now - followed < follows) return;
    followed = now;
    typed.shown = true;
    told();
  };
  void ready.then(follow, follow);
}

/** Brings address and screen up to where typing led to, as when the field is left. */
export function writeAddress(): void {
  if (unwritten === undefined) return;
  const { href, timer, shown: drawn } = unwritten;
  clearTimeout(timer);
  unwritten = undefined;
  window.history.replaceState(shown, '', href);
  if (!drawn) told();
}

/** Somebody went to another address: what typing led to is of before. */
function dropTyping(): void {
  clearTimeout(unwritten?.timer);
  unwritten = undefined;
}

function subscribe(listen: () => void): () => void {
  if (listeners.size === 0) {
    window.addEventListener('hashchange', followAddress);
    window.addEventListener('popstate', followAddress);
    window.history.replaceState(shown, '');
    arrival = { count: arrival.count + 1, returning: false, route: current() };
  }
  listeners.add(listen);
  return () => {
    listeners.delete(listen);
    if (listeners.size > 0) return;
    writeAddress();
    window.removeEventListener('hashchange', followAddress);
    window.removeEventListener('popstate', followAddress);
  };
}

let latest = { hash: '#', route: parseRoute('') };
function current(): Route {
  const hash = unwritten?.href ?? window.location.hash;
  if (latest.hash !== hash) latest = { hash, route: parseRoute(hash) };
  return latest.route;
}

/** The route now; follows the address. */
export const useRoute = (): Route => useSyncExternalStore(subscribe, current);

/** The route now, outside a component. */
export const currentRoute = current;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
