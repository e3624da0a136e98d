import type { FacetPlan, SearchDocument } from '../../domain/search/engine.ts';
import { seeded, type Chance } from './seeded.ts';

/** Words of the field, the frequent ones first, for key words and titles. */
const topics =
  'ouderbetrokkenheid begeleiding taalbeleid leesbevordering rekenverbetering kwaliteitszorg burgerschap werkplekleren samenwerking kennisdeling intervisie professionalisering jeugdhulp revalidatie mantelzorg verzuim toetsing overgang thuiszitters hoogbegaafdheid meertaligheid stage pleegzorg wijkteam logopedie bewegen participatie netwerk monitoring preventie reflectie leiderschap werkdruk rouw armoede digitalisering techniek muziek voeding slaap rooster huisvesting inkoop privacy draagvlak communicatie evaluatie onderzoek training coaching vrijwilligers inclusie veiligheid pesten spel motoriek geletterdheid loopbaan mentoraat cliëntenraad'.split(
    ' ',
  );
const headings = ['Aanleiding', 'Context', 'Aanpak', 'Uitvoering', 'Resultaten', 'Wat we leerden', 'Randvoorwaarden', 'Vervolg', 'Betrokkenen'];
const stages = ['verspreid', 'verzameld', 'gewogen', 'gedeeld', 'toegepast', 'geborgd'];
const kinds = ['praktijk', 'opbrengst', 'vraag', 'groep', 'bron'];
const criteria = Array.from({ length: 10 }, (_, n) => `A${n + 1}`);

/** What is counted with every answer. */
export const countedFacets: FacetPlan[] = ['soort', 'fase', 'trefwoord', 'jaar', ...criteria.slice(0, 4).map((item) => `criterium:${item}`)].map(
  (name) => ({
    name,
    labels: {},
  }),
);

/**
 * Documents made of runs of paragraphs as they follow each other in real text, about 700 words each. The first thousand are the same whatever the number,
 * so that one set of queries serves all sizes.
 */
export function* collection(count: number, sources: readonly (readonly string[])[], seed = 20260901): Generator<SearchDocument> {
  const chance = seeded(seed);
  for (let n = 0; n < count; n++) yield oneDocument(n, sources, chance);
}

function oneDocument(n: number, sources: readonly (readonly string[])[], chance: Chance): SearchDocument {
  const paragraphs = run(Math.min(2500, Math.max(150, Math.exp(Math.log(560) + 0.45 * chance.bell()))), sources, chance);
  const keywords = [...new Set([topic(chance), topic(chance), topic(chance)])];
  const count = Math.min(paragraphs.length, 3 + chance.below(4));
  const per = Math.ceil(paragraphs.length / count);
  const first = paragraphs[0]!.split(' ');
  const year = String(2026 - Math.min(14, chance.below(4) * chance.below(5)));
  return {
    id: `p${String(n).padStart(6, '0')}`,
    title: `${chance.next() < 0.5 ? `${keywords[0]!}: ` : ''}${first.slice(0, 4 + chance.below(5)).join(' ')}`,
    summary: paragraphs[Math.min(1, paragraphs.length - 1)]!.slice(0, 320),
    keywords,
    fields: [{ label: 'Organisatie', text: `Stichting ${invented(chance.below(150))}` }],
    sections: Array.from({ length: count }, (_, k) => ({
      name: headings[(k + n) % headings.length]!,
      text: paragraphs.slice(k * per, (k + 1) * per).join(' '),
    })),
    values: { soort: [chance.pick(kinds)], fase: [stages[Math.min(chance.below(6), chance.below(6))]!], trefwoord: keywords, jaar: [year] },
    verdicts: Object.fromEntries(criteria.map((item) => [item, chance.pick(['ja', 'ja', 'deels', 'nee', 'geen'])])),
    date: `${year}-0${1 + chance.below(9)}-1${chance.below(10)}`,
    completeness: chance.next(),
  };
}

/** Frequent topics often, the others now and then. */
const topic = (chance: Chance): string => topics[Math.floor(topics.length * chance.next() ** 2.5)]!;

/** Paragraphs that follow each other, from one place in one source until the length is reached, with now and then a word nobody used before. */
function run(words: number, sources: readonly (readonly string[])[], chance: Chance): string[] {
  const out: string[] = [];
  let [source, at] = start(sources, chance);
  for (let length = 0; length < words; at++) {
    if (at >= source.length || chance.next() < 0.04) [source, at] = start(sources, chance);
    const text = source[at]!.split(' ');
    // About one word in sixteen comes from the long tail, so that the vocabulary goes on growing as that of real text does.
    for (let rare = Math.round(text.length / 16); rare > 0; rare--) text.splice(chance.below(text.length), 0, invented(tail(chance)));
    out.push(text.join(' '));
    length += text.length;
  }
  return out;
}

function start(sources: readonly (readonly string[])[], chance: Chance): [readonly string[], number] {
  const source = chance.pick(sources);
  return [source, chance.below(source.length)];
}

/** A rank out of a Zipf tail without an end. */
const tail = (chance: Chance): number => 150 + Math.min(0x7fffffff, Math.floor((1 - chance.next()) ** -4));

const onsets = 'b br d dr f g gl h j k kl kr l m n p pl pr r s sch sl sp st str t tr v vl w z'.split(' ');
const cores = 'a aa e ee i ie o oe oo u ui ij ei ou'.split(' ');
const codas = ['', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'nd', 'rt', 'lf'];

/** A word that could be Dutch; each number its own. */
export function invented(rank: number): string {
  let rest = Math.imul(rank + 1, 2654435761) >>> 0;
  let word = '';
  for (let syllable = 0; syllable < 2 || rest > 0; syllable++) {
    for (const part of [onsets, cores, codas]) {
      word += part[rest % part.length]!;
      rest = Math.floor(rest / part.length);
    }
  }
  return word;
}

export const queryKinds = ['1-2 letters', 'woorden', 'zinsdelen', 'tikfouten'] as const;

export interface TimedQuery {
  kind: (typeof queryKinds)[number];
  text: string;
}
