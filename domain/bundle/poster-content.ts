import type { Json } from '../entries/entry.ts';
import { clipped } from './handout-content.ts';
import { sentencesOf } from './sentences.ts';
import { blockText, type Block } from './text-blocks.ts';
import { proposedElements } from './worksheet-questions.ts';

/** What a poster is made from: a write-up as products get it. */
export interface PosterSource {
  title: string;
  kindName: string;
  summary: string;
  organisation?: string;
  contact?: string;
  fields: Readonly<Record<string, Json>>;
  facts: readonly { key: string; label: string; value: string }[];
  parts: readonly { id?: string; item?: string; heading: string; blocks: readonly Block[] }[];
  stage?: { name: string };
}

/** A practice to be read from two metres. */
export interface PosterContent {
  title: string;
  kicker: string;
  summary: string;
  picture?: { path: string; alt: string };
  points: string[];
  quote?: string;
  facts: { label: string; value: string }[];
}

const shownFacts: ReadonlySet<string> = new Set(['doelgroep', 'onderwijsomgeving', 'regio', 'thema']);

/** Little, and short: a summary, a picture, three points, what somebody said. `has` tells whether a picture can be shown. */
export function posterContent(source: PosterSource, has: (path: string) => boolean): PosterContent {
  const blocks = source.parts.flatMap((part) => part.blocks);
  const picture = picturesAmong(blocks).find(({ path }) => has(path));
  const quote = blocks.find((block) => block.type === 'quote');
  const said = quote?.type === 'quote' ? blockText(quote.blocks).replace(/\s+/g, ' ').trim() : '';
  return {
    title: clipped(source.title, 160),
    kicker: [source.kindName.charAt(0).toLocaleUpperCase('nl') + source.kindName.slice(1), source.organisation].filter(Boolean).join(' · '),
    summary: clipped(source.summary, 320),
    points: pointsIn(source),
    facts: [
      ...source.facts.filter(({ key }) => shownFacts.has(key)).map(({ label, value }) => ({ label, value: clipped(value, 90) })),
      ...(source.stage ? [{ label: 'Fase', value: source.stage.name }] : []),
      ...(source.contact === undefined ? [] : [{ label: 'Meer weten', value: clipped(source.contact, 90) }]),
    ],
    ...(picture ? { picture } : {}),
    ...(said === '' ? {} : { quote: clipped(said, 260) }),
  };
}

/** Tips first, for those are whole sentences; what helped when there are none. */
function pointsIn(source: PosterSource): string[] {
  const tips = proposedElements({ ...source, fields: {} });
  return (tips.length > 0 ? tips : proposedElements(source)).slice(0, 3).map((one) => clipped(sentencesOf(one)[0] ?? one, 120));
}

function picturesAmong(blocks: readonly Block[]): { path: string; alt: string }[] {
  return blocks.flatMap((block) => (block.type === 'picture' ? [{ path: block.path, alt: block.alt }] : []));
}
