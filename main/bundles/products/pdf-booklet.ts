import type { Typesetter } from '../typesetting.ts';
import { entryData, sharedData, sharedFiles } from './pdf-data.ts';
import { typeset } from './pdf-setting.ts';
import type { MakeProduct } from './product.ts';

/** Everything in one booklet: cover, contents, a chapter per write-up, colophon. */
export function booklet(typesetter: Typesetter): MakeProduct {
  return async (input, { step, signal }) => {
    const chapters = input.chapters.filter(({ entries }) => entries.length > 0);
    const count = chapters.reduce((sum, { entries }) => sum + entries.length, 0);
    if (count === 0) return [];
    await step(0, 1, input.title);
    const data = {
      ...sharedData(input, input.title),
      divided: chapters.some(({ title }) => title !== ''),
      count,
      chapters: chapters.map(({ title, entries }) => ({ title, entries: entries.map(entryData) })),
    };
    const bytes = await typeset(typesetter, { template: 'boekje', data, files: sharedFiles(input) }, signal);
    await step(1, 1, '');
    return [{ name: 'boekje.pdf', bytes }];
  };
}
