import type { Query } from './query.ts';

/** Says in Dutch what a query asks for; `question` has the words that count when it was taken as a whole sentence. */
export function explanationOf(parts: readonly Query[], question?: readonly string[]): string {
  const filters = parts.filter((part) => part.type === 'filter');
  const others = parts.filter((part) => part.type !== 'filter' && part.type !== 'not' && !(question && isLoose(part)));
  const without = parts.filter((part) => part.type === 'not');
  const asked = [...(others.length === 0 ? [] : [joined(others, 'en')]), ...[...without, ...filters].map((part) => spoken(part))];
  if (question) return `Gezocht als vraag: ${[question.slice(0, 12).join(', '), ...asked].join('; ')}.`;
  return asked.length === 0 ? 'Alles, op titel.' : `Gezocht: ${asked.join('; ')}${asked.at(-1)?.endsWith('…') ? '' : '.'}`;
}

const isLoose = (part: Query): boolean => part.type === 'word' || (part.type === 'and' && part.parts.every(({ type }) => type === 'word'));

/** Deeper than this nobody reads on. */
const deepest = 12;

export function spoken(query: Query, depth = 0): string {
  if (depth > deepest) return '…';
  switch (query.type) {
    case 'word':
      return query.prefix ? `${query.word}…` : query.word;
    case 'phrase':
      return `“${query.words.join(' ')}”`;
    case 'not':
      // A form of the word may still be there.
      return query.part.type === 'word' ? `zonder het woord ${query.part.word}` : `zonder ${bracketed(query.part, depth)}`;
    case 'or':
      return joined(query.parts, 'of', depth + 1);
    case 'and':
      return joined(query.parts, 'en', depth + 1);
    case 'filter':
      return `${query.name} ${query.values.map(value).join(' of ')}`;
  }
}

/** Without parentheses around a single thing. */
function bare(query: Query): Query {
  let out = query;
  while ((out.type === 'and' || out.type === 'or') && out.parts.length === 1 && out.parts[0]) out = out.parts[0];
  return out;
}

function bracketed(given: Query, depth: number): string {
  const query = bare(given);
  const said = spoken(query, depth + 1);
  return query.type === 'and' || query.type === 'or' ? `(${said})` : said;
}

function joined(parts: readonly Query[], word: 'en' | 'of', depth = 0): string {
  const shown = parts.slice(0, 12).map((part) => (parts.length > 1 ? bracketed(part, depth) : spoken(bare(part), depth + 1)));
  return shown.join(` ${word} `) + (parts.length > 12 ? ' …' : '');
}

const signs: Readonly<Record<string, string>> = { '>': 'na', '<': 'vóór', '>=': 'vanaf', '<=': 'tot en met' };

/** A value that is compared with: the sign in a word (`vóór`), and with what. */
export function comparisonIn(value: string): { sign: string; bound: string } | undefined {
  const [, sign = '', bound = ''] = /^(>=|<=|>|<)(.+)$/.exec(value) ?? [];
  return bound === '' ? undefined : { sign: signs[sign] ?? '', bound };
}

function value(text: string): string {
  const compared = comparisonIn(text);
  return compared ? `${compared.sign} ${compared.bound}` : text;
}
