import { z } from 'zod';
import { Json, Sharing } from '../entries/entry.ts';
import { resolvePath } from '../entries/text-links.ts';

/** Taking over a bundle somebody else made: what it would do, what the user chooses, what came of it. */

/** How a write-up of the bundle stands against the kennismap. */
export const ImportState = z.enum([
  'nieuw', // not here yet
  'gelijk', // here, the same bytes
  'gewijzigd', // here as it was once taken over; only theirs changed since
  'botsing', // here with other content, and nobody knows which is newer or both changed
  'geweigerd', // may not come in; `reason` says why
]);
export type ImportState = z.infer<typeof ImportState>;

/**
 * What to do with a write-up that is here already: take theirs, keep ours, keep both (theirs comes beside it as a write-up of its own), or a text and
 * fields somebody put together. What is not chosen stays as it is; only what is new comes in by itself.
 */
export const ImportChoice = z.union([
  z.enum(['theirs', 'ours', 'both']),
  z.strictObject({ body: z.string().max(20_000_000), fields: z.record(z.string().max(200), Json) }),
]);
export type ImportChoice = z.infer<typeof ImportChoice>;

export const ImportEntry = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.string(),
  /** Where it comes, from the root of the kennismap. */
  path: z.string(),
  state: ImportState,
  reason: z.string().optional(),
  /** The write-up that is here. */
  ours: z.object({ id: z.string(), title: z.string(), path: z.string() }).optional(),
  /** Files that come along and are not here yet, or are here with other content. */
  attachments: z.object({ fresh: z.number().int(), same: z.number().int(), other: z.number().int() }),
});
export type ImportEntry = z.infer<typeof ImportEntry>;

export const BundleLook = z.object({
  title: z.string(),
  /** Moment of making, ISO 8601. */
  made: z.string(),
  audience: Sharing,
  /** SHA-256 of the zip, lower-case hex; goes along with taking, so that what was looked at is what comes in. */
  hash: z.string(),
  /** When this very bundle came in before, ISO 8601. */
  before: z.string().optional(),
  entries: z.array(ImportEntry),
});
export type BundleLook = z.infer<typeof BundleLook>;

const Named = z.object({ id: z.string(), title: z.string(), path: z.string() });

export const BundleTaken = z.object({
  title: z.string(),
  fresh: z.array(Named),
  changed: z.array(Named),
  beside: z.array(Named),
  same: z.array(Named),
  /** Here with other content, and left as it is. */
  left: z.array(Named.extend({ state: ImportState })),
  refused: z.array(z.object({ title: z.string(), path: z.string(), reason: z.string() })),
  attachments: z.number().int(),
  warnings: z.array(z.string()),
  /** Id of the step that takes it back; absent when nothing was written. */
  step: z.string().optional(),
});
export type BundleTaken = z.infer<typeof BundleTaken>;

/** Where bundles came from (`.oogst/herkomst.json`): outside the write-ups, so that those stay byte for byte what was handed out. */
export const Origins = z.looseObject({
  bundels: z.array(
    z.looseObject({
      sha256: z.string(),
      titel: z.string(),
      gemaakt: z.string(),
      ingelezen: z.string(),
      /** Of every write-up that came in, by its id: path here and SHA-256 of what came in. */
      stukken: z.record(z.string(), z.looseObject({ pad: z.string(), sha256: z.string() })),
    }),
  ),
});
export type Origins = z.infer<typeof Origins>;

/** SHA-256 of a write-up as it last came in from a bundle. */
export function lastTaken(origins: Origins, id: string): string | undefined {
  return origins.bundels.findLast((bundle) => Object.hasOwn(bundle.stukken, id))?.stukken[id]?.sha256;
}

/** How theirs stands against ours. `origin` is what last came in. All are SHA-256; `ours` undefined when it is not here. */
export function stateOf(theirs: string, ours: string | undefined, origin: string | undefined): ImportState {
  if (ours === undefined) return 'nieuw';
  if (ours === theirs) return 'gelijk';
  return origin !== undefined && origin === ours ? 'gewijzigd' : 'botsing';
}

/** Folder of the write-ups in a bundle. */
const within = 'stukken/';

/** Where a file of a bundle comes in the kennismap; undefined for what may not come there. */
export function placeOf(path: string): string | undefined {
  if (!path.startsWith(within)) return undefined;
  const to = path.slice(within.length);
  return to === '' || to.split('/').some((part) => part.startsWith('.') || part === '') ? undefined : to;
}

/** Programs never come in, whatever they are called inside. */
export const isProgram = (path: string): boolean =>
  /\.(?:exe|com|bat|cmd|scr|pif|msi|ps1|vbs|vbe|js|jse|mjs|wsf|wsh|hta|lnk|url|reg|jar|app|sh|command|dll|cpl)$/i.test(path);

/** The text of a write-up with links to files that came in under another name; `moved` is by the path they were meant to have. */
export function withMovedFiles(text: string, entryPath: string, moved: ReadonlyMap<string, string>): string {
  if (moved.size === 0) return text;
  const target = (written: string): string => {
    const [, path = '', rest = ''] = /^([^#?]*)(.*)$/s.exec(written) ?? [];
    const to = moved.get(resolvePath(entryPath, path) ?? '');
    return to === undefined ? written : relativeTo(entryPath, to) + rest;
  };
  return text
    .replace(/(\]\(<)([^<>\n]{1,500})(>)/g, (_, before: string, written: string, after: string) => before + target(written) + after)
    .replace(/(\]\()([^()<>\s]{1,500})/g, (_, before: string, written: string) => before + target(written))
    .replace(/^( {0,3}\[[^\]\n]{1,200}\]:[ \t]{1,20})([^\s<>]{1,500})/gm, (_, before: string, written: string) => before + target(written));
}

/** A path from the root as a link in a file elsewhere in the kennismap. */
function relativeTo(from: string, to: string): string {
  const [here, there] = [from.split('/').slice(0, -1), to.split('/')];
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared++;
  return [...here.slice(shared).map(() => '..'), ...there.slice(shared)].map((part) => encodeURIComponent(part)).join('/');
}
