import { posterContent, type PosterContent } from '../../../domain/bundle/poster-content.ts';
import type { Typesetter } from '../typesetting.ts';
import { sharedData, sharedFiles } from './pdf-data.ts';
import { typesetWithin } from './pdf-fitting.ts';
import { pdfPerPractice } from './pdf-per-practice.ts';
import type { SettingOrder } from './pdf-setting.ts';
import type { MakeProduct, ProductInput } from './product.ts';

/** Sizes of the letters, from what is read at two metres to what still goes on one sheet. */
const scales = [1.3, 1.15, 1, 0.92, 0.84, 0.76];

/** A sheet of A3 per practice for on the wall. */
export function posters(typesetter: Typesetter): MakeProduct {
  return pdfPerPractice((entry, input, signal) => {
    const content = posterContent(entry, (path) => input.pictures.has(path));
    return typesetWithin(1, orders(content, input), typesetter, signal);
  });
}

function* orders(content: PosterContent, input: ProductInput): Generator<SettingOrder> {
  if (isSparse(content)) yield order(content, 1.6, input);
  for (const scale of scales) yield order(content, scale, input);
  const { quote: _, ...unquoted } = content;
  for (const scale of scales) yield order(unquoted, scale, input);
  const { picture: __, ...bare } = unquoted;
  for (const scale of [0.84, 0.7, 0.5]) yield order({ ...bare, facts: bare.facts.slice(0, 4) }, scale, input);
}

/** Whether there is nothing to read but a title and perhaps a summary. */
const isSparse = ({ points, picture, quote }: PosterContent): boolean => points.length === 0 && !picture && quote === undefined;

function order(poster: PosterContent, scale: number, input: ProductInput): SettingOrder {
  const { title, picture, quote, ...content } = poster;
  const used = new Set(picture ? [picture.path] : []);
  const data = {
    ...sharedData(input, title, used),
    ...content,
    practice: title,
    bundle: input.title,
    scale,
    sparse: isSparse(poster),
    picture: picture ?? null,
    quote: quote ?? '',
    pointsTitle: content.points.length === 1 ? 'Om mee te nemen' : `${content.points.length === 2 ? 'Twee' : 'Drie'} dingen om mee te nemen`,
  };
  return { template: 'poster', data, files: sharedFiles(input, used) };
}
