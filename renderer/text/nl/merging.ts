import { countText } from './format.ts';

/** Making one of two write-ups. */
export const merging = {
  title: 'Twee stukken samenvoegen',
  open: 'Samenvoegen met…',
  openWith: (title: string): string => `Samenvoegen met ${title}`,
  pickTitle: 'Met welk stuk samenvoegen?',
  two: 'Samenvoegen',
  intro: (keep: string, other: string): string =>
    `“${keep}” blijft en staat links. “${other}” gaat daarna naar de prullenbak, met een verwijzing. Koppelingen naar beide leiden voortaan naar het stuk dat blijft, en het is één stap terug.`,
  kinds: 'De twee zijn van een andere soort. Het stuk dat blijft houdt zijn soort.',
  swap: 'Het andere laten blijven',
  merge: 'Samenvoegen',
  done: (keep: string, other: string): string => `“${other}” is opgegaan in “${keep}”`,
  fields: 'Kenmerken',
  text: 'Tekst',
  kept: 'Van allebei bewaard',
  growing: (judgements: number, stages: number): string =>
    `${countText(judgements, 'oordeel', 'oordelen')} en ${countText(stages, 'stap', 'stappen')} in de fasehistorie. Bijlagen gaan mee.`,
  both: 'Allebei',
  bothText: 'Allebei waar dat kan',
  rest: 'Wat nog open staat:',
  toChoose: 'nog kiezen',
  same: (heading: string): string => `${heading || 'Begin'}: in beide gelijk`,
  leaveOut: 'staat hier niet; kies dit om het weg te laten',
  nothing: 'niets',
  second: (title: string): string => `${title} (het andere)`,
  into: (title: string): string => `opgegaan in “${title}”`,
} as const;
