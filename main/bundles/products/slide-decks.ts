import { daySlides, practiceSlides, type Slide } from '../../../domain/bundle/slide-content.ts';
import { sessionPlan } from '../../../domain/bundle/session-plan.ts';
import { fileNames, practicesIn } from './file-names.ts';
import type { ProductContext, ProductEntry, ProductFile, ProductInput } from './product.ts';
import { slidesFile } from './slides-file.ts';

/** A presentation per practice, and one for the whole day. */
export async function slideDecks(input: ProductInput, { step }: ProductContext): Promise<ProductFile[]> {
  const practices = practicesIn(input);
  const total = practices.length + 1;
  const names = fileNames(practices, 'pptx');
  const deck = (title: string, slides: readonly Slide[]): Promise<Uint8Array> =>
    slidesFile({ title, made: input.made, style: input.style, logo: input.logo, pictures: input.pictures, slides });
  await step(0, total, input.title);
  const files: ProductFile[] = [{ name: 'studiedag.pptx', bytes: await deck(input.title, daySlides(dayOf(input), input.cards, input.worksheet)) }];
  for (const [at, practice] of practices.entries()) {
    await step(at + 1, total, practice.title);
    files.push({ name: names[at] ?? '', bytes: await deck(practice.title, practiceSlides(practice, input.cards, input.worksheet)) });
  }
  await step(total, total, '');
  return files;
}

function dayOf(input: ProductInput): Parameters<typeof daySlides>[0] {
  return {
    title: input.title,
    house: input.style.name,
    date: input.date,
    programme: input.session ? programmeRows(input.session) : [],
    chapters: input.chapters.map(({ title, entries }) => ({ title, practices: entries.filter(({ kind }) => kind === 'praktijk') })),
    ...(input.subtitle === undefined ? {} : { subtitle: input.subtitle }),
  };
}

const programmeRows = (session: ProductEntry): [string, string, string][] =>
  sessionPlan(session).parts.map(({ name, time, minutes }) => [time ?? '', name, minutes === undefined ? '' : `${minutes} minuten`]);
