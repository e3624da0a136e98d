import { readableAccent } from '../../../domain/bundle/house-style.ts';
import { longDate } from '../../../domain/bundle/long-date.ts';
import type { ProductEntry, ProductInput } from './product.ts';
import type { TypesetInput } from '../typesetting.ts';
import type { PictureData } from './pdf-setting.ts';

const verdictWords = { ja: 'ja', deels: 'deels', nee: 'nee', 'niet-te-beoordelen': 'niet te beoordelen' } as const;
const audienceWords = { intern: 'voor de eigen organisatie', partners: 'voor partners', openbaar: 'voor iedereen' } as const;

/** What every template is given: title, day, look of the house, pictures by their path in the kennismap; `only` limits those to some texts. */
export function sharedData(input: ProductInput, title: string, only?: ReadonlySet<string>): PictureData & Record<string, unknown> {
  const { style, date, subtitle, logo, audience, pictures } = input;
  return {
    title,
    subtitle: subtitle ?? '',
    date,
    day: date.split('-').map(Number),
    style: { name: style.name, font: style.font, accent: readableAccent(style.accent) },
    voor: audienceWords[audience],
    ...(logo ? { logo: `/logo.${logo.type === 'image/png' ? 'png' : 'jpg'}` } : {}),
    pictures: Object.fromEntries(
      [...pictures].flatMap(([path, { type, width, height }], at) =>
        only && !only.has(path) ? [] : [[path, { file: `/beeld-${at}.${type === 'image/png' ? 'png' : 'jpg'}`, width, height }]],
      ),
    ),
  };
}

/** The bytes the shared data names; `only` limits the pictures to those of some texts. */
export function sharedFiles({ logo, pictures }: ProductInput, only?: ReadonlySet<string>): TypesetInput['files'] {
  const out = [...pictures].flatMap(([path, { bytes, type }], at) =>
    only && !only.has(path) ? [] : [{ path: `/beeld-${at}.${type === 'image/png' ? 'png' : 'jpg'}`, bytes }],
  );
  return logo ? [...out, { path: `/logo.${logo.type === 'image/png' ? 'png' : 'jpg'}`, bytes: logo.bytes }] : out;
}

/** One write-up as the templates walk it. */
export function entryData(entry: ProductEntry): Record<string, unknown> {
  const { title, kindName, organisation, date, summary, parts, facts, stage, sources, contact, verdicts } = entry;
  return {
    title,
    kicker: [kindName.charAt(0).toLocaleUpperCase('nl') + kindName.slice(1), organisation, date && longDate(date)].filter(Boolean).join(' · '),
    summary,
    parts: parts.filter(({ blocks }) => blocks.length > 0).map(({ heading, blocks }) => ({ heading, blocks })),
    facts: facts.map(({ label, value }) => ({ label, value })),
    stage: stage ? stage.name + (stage.since === undefined ? '' : ` (sinds ${longDate(stage.since)})`) : '',
    verdicts: verdicts.map(({ name, verdict }) => ({ name, verdict: verdictWords[verdict] })),
    sources: sources.map(({ title: named, makers = '', year = '', link = '' }) => ({ title: named, makers, year, link })),
    contact: contact ?? '',
  };
}
