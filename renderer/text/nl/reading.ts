import { countText } from './format.ts';

const tenths = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 0 });

/** How a text reads. */
export const reading = {
  title: 'Lengte en leesbaarheid',
  count: (words: number, sentences: number): string => `${countText(words, 'woord', 'woorden')} in ${countText(sentences, 'zin', 'zinnen')}`,
  levels: { kort: 'te kort om te zeggen', b1: 'leest vlot', boven: 'wat moeilijker dan B1', 'ver-boven': 'veel moeilijker dan B1' },
  longSentences: (count: number): string => countText(count, 'lange zin', 'lange zinnen'),
  measured: (sentenceLength: number, longWords: number): string =>
    `Gemiddeld ${tenths.format(sentenceLength)} woorden per zin; ${tenths.format(longWords * 100)} op de 100 woorden zijn lang.`,
  hint: 'Een vingerwijzing, geteld aan zinnen en lange woorden. Richtpunt is taalniveau B1.',
} as const;
