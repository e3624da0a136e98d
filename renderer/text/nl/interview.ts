import { countText } from './format.ts';

/** Answering the questions of a write-up one by one, and how far its parts are. */
export const interview = {
  title: 'Interview',
  open: 'Interview',
  openHint: 'De vragen een voor een beantwoorden (F4)',
  progress: (now: number, total: number): string => `Vraag ${now} van ${total}`,
  answered: (count: number, total: number): string => `${count} van ${total} beantwoord`,
  lands: (name: string, section: string): string => `Je antwoord komt in de tekst bij ${section}, onder het kopje “${name}”.`,
  landsPlain: (section: string): string => `Je antwoord is de tekst bij ${section}.`,
  beside: (section: string): string => `Dit staat er al bij ${section}`,
  previous: 'Vorige',
  next: 'Volgende',
  finish: 'Afronden',
  back: 'Terug naar de tekst',
  steps: 'Alle vragen',
  stepAnswered: 'beantwoord',
  stepOpen: 'nog open',
  meter: (full: number, total: number, thin: number, empty: number): string =>
    [`${full} van ${countText(total, 'deel', 'delen')} vol`, ...(thin > 0 ? [`${thin} dun`] : []), ...(empty > 0 ? [`${empty} leeg`] : [])].join(
      ', ',
    ),
  meterHint: (words: number): string => `Een deel is vol vanaf ${countText(words, 'woord', 'woorden')}.`,
} as const;
