import { handoutBudgets, handoutContent, handoutWords, sparing, type HandoutContent } from '../../../domain/bundle/handout-content.ts';
import { longDate } from '../../../domain/bundle/long-date.ts';
import { picturesIn } from '../product-input.ts';
import type { Typesetter } from '../typesetting.ts';
import { sharedData, sharedFiles } from './pdf-data.ts';
import { typesetWithin } from './pdf-fitting.ts';
import { pdfPerPractice } from './pdf-per-practice.ts';
import type { SettingOrder } from './pdf-setting.ts';
import type { MakeProduct, ProductEntry, ProductInput } from './product.ts';

/** A sheet on both sides. */
const mostPages = 2;

/** Letters in points: larger when there is room. */
const sizes = [11.5, 10.7, 10];
const smallest = 10;

/** A practice on one sheet: as much of the text as goes on it, in whole sentences. */
export function handouts(typesetter: Typesetter): MakeProduct {
  return pdfPerPractice((entry, input, signal) => typesetWithin(mostPages, orders(entry, input), typesetter, signal));
}

function* orders(entry: ProductEntry, input: ProductInput): Generator<SettingOrder> {
  const parts = input.cards.find(({ id }) => id === 'checklist')?.parts ?? [];
  const ofItems = parts.find(({ id }) => id === 'A')?.items.length ?? 0;
  const whole = handoutContent(entry, handoutBudgets[0], ofItems);
  for (const size of sizes) if (mayFit(whole, size)) yield order(whole, input, size);
  for (const budget of handoutBudgets.slice(1)) {
    const content = handoutContent(entry, budget, ofItems);
    if (mayFit(content, smallest)) yield order(content, input);
  }
  const least = handoutContent(entry, Math.min(...handoutBudgets), ofItems);
  for (const signs of [160, 80]) yield order(sparing(least, signs), input);
}

/** Setting pages and pages only to count them takes seconds; two full ones hold some 1600 words in the smallest letters. */
const mayFit = (content: HandoutContent, size: number): boolean => handoutWords(content) < 1700 * (smallest / size) ** 2;

function order(content: HandoutContent, input: ProductInput, size = smallest): SettingOrder {
  const used = new Set(content.parts.flatMap(({ blocks }) => picturesIn(blocks)));
  return {
    template: 'handout',
    data: { ...sharedData(input, content.title, used), size, handout: handoutData(content) },
    files: sharedFiles(input, used),
  };
}

function handoutData({ weighed, stage, contact, ...content }: HandoutContent): Record<string, unknown> {
  const on = weighed?.on === undefined ? '' : `, op ${longDate(weighed.on)}`;
  return {
    ...content,
    stage: stage ?? '',
    contact: contact ?? '',
    weighed: weighed ? `op ${weighed.yes} van de ${weighed.of} criteria ja${on}` : '',
  };
}
