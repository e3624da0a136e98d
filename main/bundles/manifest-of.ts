import type { Finding } from '../../domain/bundle/gate-finding.ts';
import { manifestVersion, type Manifest } from '../../domain/bundle/manifest.ts';
import type { Chosen, MakingOptions, Packed } from './chosen.ts';

/** What somebody let pass, and why; never the passage, nor anything it could be found back by. */
export function acceptedIn(order: Chosen['order'], accepted: readonly Finding[]): NonNullable<Manifest['accepted']> {
  return accepted.flatMap((finding) => {
    const why = order.accepted?.[finding.id];
    return why ? [{ rule: finding.rule, entry: finding.entry, reason: why.reason, by: why.by, at: why.at }] : [];
  });
}

/** What the manifest says of a bundle. */
export function manifestOf(
  { appVersion }: Pick<MakingOptions, 'appVersion'>,
  { order, made, chapters, session, accepted }: Chosen,
  packed: readonly Packed[],
  parts: { cards: string[]; files?: Record<string, string>; products?: { id: string; files: string[] }[] },
): Manifest {
  const consent: Record<string, number> = {};
  for (const { held } of packed) {
    const given = held.read.fields['toestemming'];
    const key = typeof given === 'string' && given !== '' ? given : 'geen';
    consent[key] = (consent[key] ?? 0) + 1;
  }
  return {
    schema: 'oogst-bundel',
    version: manifestVersion,
    ...(order.bundle === undefined ? {} : { id: order.bundle }),
    title: order.title,
    made: made.toISOString(),
    app: appVersion,
    audience: order.audience,
    entries: packed.map(({ reader, files }) => ({
      id: reader.summary.id,
      kind: reader.summary.kind,
      title: reader.summary.title,
      path: reader.file,
      attachments: files.map((file) => file.path).filter((path) => path !== reader.file),
    })),
    ...(order.chapters ? { chapters: chapters.map(({ title, entries }) => ({ title, entries: entries.map(({ id }) => id) })) } : {}),
    ...(session ? { session: session.id } : {}),
    products: parts.products ?? [],
    consent: sorted(consent),
    accepted: acceptedIn(order, accepted),
    cards: parts.cards,
    files: sorted(parts.files ?? {}),
  };
}

const sorted = <T>(record: Record<string, T>): Record<string, T> => Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
