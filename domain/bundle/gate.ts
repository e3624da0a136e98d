import type { Judgement } from '../cards/judgement.ts';
import type { EntrySummary, Json, Sharing } from '../entries/entry.ts';
import type { Kind } from '../entries/kind.ts';
import { stretchesOf } from '../entries/sections.ts';
import type { NameList } from './class-list.ts';
import { finding, type Finding } from './gate-finding.ts';
import { looseEnds } from './loose-ends.ts';
import { nameless } from './nameless.ts';
import { findPersonalData, type PersonalData, type PersonalRule } from './personal-data.ts';
import { staysInside } from './sharing.ts';

/** A link of a write-up, and where it leads. */
export interface GateLink {
  /** As it stands in the text or the field. */
  target: string;
  field: string;
  /** Along, to what stays behind, to what stays in the house with its name, or nowhere. */
  leads: 'mee' | 'achter' | 'binnen' | 'nergens';
  /** What is left behind, by its title. */
  title?: string | undefined;
}

/** A write-up as the gate looks at it. */
export interface GateEntry {
  summary: EntrySummary;
  fields: Readonly<Record<string, Json>>;
  /** Keys no field knows. */
  unknown: readonly string[];
  judgements: readonly Judgement[];
  body: string;
  kind: Kind | undefined;
  links: readonly GateLink[];
  /** Names of the files that go along with it. */
  files: readonly string[];
  /** Titles of what is confidential. */
  confidential: readonly string[];
}

export interface GateQuestion {
  audience: Sharing;
  /** `JJJJ-MM-DD`. */
  today: string;
  names?: NameList | undefined;
}

/** Everything the gate finds in one write-up: whether it may go, personal data, loose ends. The heaviest first, then in the order of the text. */
export function checkEntry(entry: GateEntry, question: GateQuestion): Finding[] {
  const found = [
    ...consent(entry, question),
    ...personal(entry, question),
    ...textEnds(entry, question),
    ...linkEnds(entry),
    ...namesOfConfidential(entry),
    ...partEnds(entry),
  ];
  const rank = { blokkeert: 0, 'let op': 1, 'ter informatie': 2 } as const;
  return found.sort((a, b) => rank[a.severity] - rank[b.severity]);
}

function consent({ summary, fields }: GateEntry, { audience, today }: GateQuestion): Finding[] {
  const stays = staysInside(summary, fields, audience, today);
  if (!stays) return [];
  const key = stays.reason === 'conflictkopie' ? 'titel' : stays.reason;
  const value = stays.reason === 'conflictkopie' ? summary.title : textOf(fields[key] ?? '');
  return [
    finding({
      rule: stays.reason,
      severity: 'blokkeert',
      entry: summary.id,
      place: key,
      passage: value,
      from: 0,
      to: value.length,
      message: `Dit stuk ${stays.message.replace(/^(?=de toestemming|toestemming|er staat|een mislukking)/, 'mag niet mee: ')}.`,
    }),
  ];
}

const sentences: Record<PersonalRule, string> = {
  iban: 'Dit is een rekeningnummer.',
  'e-mail': 'Dit is een e-mailadres.',
  bsn: 'Dit is een burgerservicenummer; dat mag niet in een stuk staan.',
  telefoon: 'Dit is een telefoonnummer.',
  adres: 'Dit lijkt een adres van een huis.',
  geboortedatum: 'Dit lijkt een geboortedatum.',
  kenteken: 'Dit lijkt een kenteken.',
  leerlingnummer: 'Dit lijkt een nummer waaronder iemand bekend is.',
  naam: 'Deze naam staat op de lijst.',
};

const unsure: Partial<Record<PersonalRule, string>> = {
  bsn: 'Dit getal kan een burgerservicenummer zijn.',
  naam: 'Dit kan een naam van de lijst zijn.',
};

function personal(entry: GateEntry, { names }: GateQuestion): Finding[] {
  const out: Finding[] = [];
  const add = (place: string, hit: PersonalData): void => {
    const message = (hit.severity === 'blokkeert' ? undefined : unsure[hit.rule]) ?? sentences[hit.rule];
    out.push(finding({ ...hit, entry: entry.summary.id, place, message }));
  };
  for (const { place, text, label } of placesOf(entry)) {
    // The key says what the value is: `bsn: 123…`.
    const lead = `${label}: `;
    for (const hit of findPersonalData(lead + text, { names })) {
      const [from, to] = [hit.from - lead.length, hit.to - lead.length];
      if (from >= 0) add(place, { ...hit, from, to, severity: isContact(label, hit) ? 'ter informatie' : hit.severity });
    }
  }
  const headings = headingsIn(entry.body);
  for (const hit of findPersonalData(entry.body, { names })) add(headingAt(headings, hit.from), hit);
  return out;
}

/** Whom to ask is meant to be known. */
const isContact = (label: string, { rule }: PersonalData): boolean => label === 'contact' && (rule === 'e-mail' || rule === 'telefoon');

interface TextPlace {
  place: string;
  text: string;
  label: string;
}

function placesOf({ summary, fields, judgements, files }: GateEntry): TextPlace[] {
  const out: TextPlace[] = [];
  const add = (place: string, text: string | undefined, label = place): void => void (text && out.push({ place, text, label }));
  add('titel', summary.title);
  for (const [key, value] of Object.entries(fields)) {
    if (key === 'titel' || key === 'oordelen' || key === 'id') continue;
    for (const leaf of leaves(value, key, 0)) add(leaf.place, leaf.text, leaf.place.split('.').at(-1));
  }
  for (const judgement of judgements) {
    add(`oordelen.${judgement.item}`, judgement.evidence, 'onderbouwing');
    add(`oordelen.${judgement.item}`, judgement.passage, 'passage');
    add(`oordelen.${judgement.item}`, judgement.by, 'door');
  }
  for (const file of [summary.path, ...files]) add('bestand', file.replace(/\.[a-z0-9]{1,5}$/i, ''));
  return out;
}

function* leaves(value: Json, place: string, depth: number): Generator<{ place: string; text: string }> {
  if (typeof value === 'string' || typeof value === 'number') yield { place, text: String(value) };
  else if (Array.isArray(value) && depth < 20) for (const one of value) yield* leaves(one, place, depth + 1);
  else if (value !== null && typeof value === 'object' && !Array.isArray(value) && depth < 20)
    for (const [key, one] of Object.entries(value)) yield* leaves(one, `${place}.${key}`, depth + 1);
}

function textEnds({ summary, body, kind, unknown, fields }: GateEntry, { audience }: GateQuestion): Finding[] {
  const headings = headingsIn(body);
  const ends = looseEnds(body, kind, audience).map((end) =>
    finding({ ...end, entry: summary.id, place: headingAt(headings, end.from), passage: body.slice(end.from, end.to) }),
  );
  const keys = unknown.map((key) => {
    const passage = textOf(fields[key] ?? null);
    const [severity, message] =
      audience === 'intern'
        ? (['let op', `Het veld ‘${key}’ kent Oogst niet; niemand ziet het, maar het gaat mee in het bronbestand.`] as const)
        : (['ter informatie', `Het veld ‘${key}’ kent Oogst niet; het gaat niet mee.`] as const);
    return finding({ rule: 'onbekend-veld', severity, entry: summary.id, place: key, passage, from: 0, to: passage.length, message });
  });
  return [...ends, ...keys];
}

function linkEnds({ summary, links, body }: GateEntry): Finding[] {
  const headings = headingsIn(body);
  let seen = 0;
  return links.flatMap(({ target, field, leads, title }) => {
    // Links come in the order of the text, so that looking goes on where the one before was.
    const at = field === 'tekst' ? body.indexOf(target, seen) : 0;
    if (field === 'tekst' && at >= 0) seen = at + target.length;
    if (leads === 'mee') return [];
    const from = Math.max(0, at);
    const place = field === 'tekst' ? headingAt(headings, from) : field;
    const passage = at < 0 ? '' : target;
    const named = leads === 'achter' && title !== undefined ? { message: `Deze koppeling leidt naar “${title}”, dat niet in de bundel zit.` } : {};
    return [finding({ ...leading[leads], ...named, entry: summary.id, place, passage, from, to: from + passage.length })];
  });
}

const leading = {
  achter: { rule: 'koppeling-buiten', severity: 'ter informatie', message: 'Deze koppeling leidt naar een stuk dat niet in de bundel zit.' },
  binnen: {
    rule: 'koppeling-binnen',
    severity: 'let op',
    message: `Deze koppeling leidt naar een stuk dat binnen blijft. In de bundel staat er ‘${nameless}’; in een gegeven valt zij weg.`,
  },
  nergens: { rule: 'koppeling-stuk', severity: 'let op', message: 'Deze koppeling leidt nergens heen.' },
} as const;

/** Titles of what is confidential that stand in the text as words; nobody can tell whether they are meant. Shorter ones are everyday words. */
function namesOfConfidential({ summary, body, fields, confidential, links }: GateEntry): Finding[] {
  const headings = headingsIn(body);
  const places = [
    { place: 'titel', text: summary.title },
    { place: 'samenvatting', text: textOf(fields['samenvatting'] ?? '') },
    { place: undefined, text: body },
  ].map((one) => ({ ...one, lower: one.text.toLowerCase() }));
  const linked = new Set(links.filter(({ leads }) => leads === 'binnen').map(({ target }) => target.toLowerCase()));
  return confidential.flatMap((title) => {
    const wanted = title.toLowerCase();
    if (wanted.length < 8 || title === summary.title) return [];
    return places.flatMap(({ place, text, lower }) => {
      const from = lower.indexOf(wanted);
      // What stands in a link is taken out, and said of the link.
      if (from < 0 || lower.length !== text.length || (place === undefined && linked.has(wanted))) return [];
      const to = from + title.length;
      const message = 'Hier staat de titel van een vertrouwelijk stuk.';
      const where = place ?? headingAt(headings, from);
      return [
        finding({
          rule: 'naam-vertrouwelijk',
          severity: 'let op',
          entry: summary.id,
          place: where,
          passage: text.slice(from, to),
          from,
          to,
          message,
        }),
      ];
    });
  });
}

function partEnds({ summary }: GateEntry): Finding[] {
  const here = { entry: summary.id, passage: '', from: 0, to: 0 };
  if (summary.parts.length > 0 && summary.parts.every((part) => part.state === 'ontbreekt'))
    return [finding({ ...here, rule: 'leeg', severity: 'let op', place: '', message: 'Geen van de onderdelen van dit stuk is geschreven.' })];
  return summary.parts.flatMap((part) => {
    const place = part.heading;
    if (part.state === 'vol') return [];
    return part.state === 'dun'
      ? [finding({ ...here, rule: `dun:${part.id}`, severity: 'ter informatie', place, message: `‘${part.heading}’ is dun: ${part.words} woorden.` })]
      : [finding({ ...here, rule: `leeg:${part.id}`, severity: 'let op', place, message: `‘${part.heading}’ ontbreekt.` })];
  });
}

function headingsIn(body: string): { heading: string; at: number }[] {
  const lineStarts = [0];
  for (let at = body.indexOf('\n'); at >= 0; at = body.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  return stretchesOf(body).map((stretch) => ({ heading: stretch.heading, at: lineStarts[stretch.line - 1] ?? 0 }));
}

const headingAt = (headings: readonly { heading: string; at: number }[], offset: number): string =>
  headings.findLast((one) => one.at <= offset)?.heading ?? '';

const textOf = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));
