import type { LeftOut } from '../../domain/bundle/manifest.ts';
import { programmeOf } from '../../domain/bundle/programme.ts';
import { needsSession, type ProductId } from '../../domain/bundle/products.ts';
import { staysInside } from '../../domain/bundle/sharing.ts';
import type { OpenLibrary } from '../library/open-library.ts';
import type { Shelved } from '../library/shelf.ts';
import type { Going } from './outgoing.ts';

interface Choosing extends Going {
  /** Id of the session somebody named. */
  session?: string | undefined;
  /** Ids of the write-ups, in their order. */
  asked: readonly string[];
}

/** The session a bundle is for: the one named, else the first among the write-ups with a programme, else the first. `stays` says of one that may not go along why. */
export function sessionOf(
  library: OpenLibrary,
  { session, asked, audience, today }: Choosing,
): { session: Shelved | undefined; stays: LeftOut | undefined } {
  const sessions = sessionsIn(library, session === undefined ? asked : [session]);
  const held = sessions.find(({ read }) => programmeOf(read.fields).parts.length > 0) ?? sessions[0];
  const stays = held && staysInside(library.shelf.summary(held), held.read.fields, audience, today);
  return { session: stays ? undefined : held, stays };
}

interface Made {
  order: { session?: string | undefined; products?: readonly ProductId[] | undefined };
  chapters: readonly { entries: readonly Shelved[] }[];
  session: Shelved | undefined;
}

/** What somebody should know of the session nobody named, or of the programme that is missing. */
export function aboutSession(library: OpenLibrary, { order, chapters, session }: Made): string[] {
  if (!order.products?.some((id) => needsSession.has(id))) return [];
  if (!session) return ['Er is geen sessie gekozen, dus is er geen programma.'];
  const sessions = sessionsIn(
    library,
    chapters.flatMap(({ entries }) => entries.map(({ id }) => id)),
  );
  if (order.session !== undefined || sessions.length < 2) return [];
  return [`Er zitten ${sessions.length} sessies in de bundel en er is er geen gekozen; het programma is dat van ‘${session.read.summary.title}’.`];
}

const sessionsIn = (library: OpenLibrary, ids: readonly string[]): Shelved[] =>
  ids.map((id) => library.shelf.find(id)).filter((one): one is Shelved => one?.read.summary.kind === 'sessie');
