import { fold, tokensOf, wordsIn } from './fold.ts';
import { piecesOf, type Piece } from './query-parts.ts';

/** A query as the engine works it out. */
export type Query =
  /** `stem`: what an abbreviation in the plural (`OPP's`) is the plural of. */
  | { type: 'word'; word: string; prefix: boolean; stem?: string }
  | { type: 'phrase'; words: string[] }
  | { type: 'filter'; name: string; values: string[] }
  | { type: 'not'; part: Query }
  | { type: 'and' | 'or'; parts: Query[] };

export interface ParsedQuery {
  /** Everything at the top that must hold together. */
  parts: Query[];
  /** Folded words to mark; a word that was still being typed ends in `*`. */
  words: string[];
  hints: string[];
}

/** More than this nobody asks at once, and it keeps every answer quick: parts of a query, words of a part, and signs of all. */
const mostPieces = 60;
const mostSigns = 5000;
/** Each is looked for in every title. */
const mostTitles = 10;

/**
 * Reads a query: words (all must occur, the last may be unfinished), "a phrase", -not, OF, filters and parentheses. What cannot be read becomes a hint
 * and the rest is used. Filters with a name that `knows` does not know are looked for as words.
 */
export function parseQuery(whole: string, knows: (name: string) => boolean): ParsedQuery {
  const hints: string[] = [];
  const query = whole.slice(0, mostSigns);
  if (whole.length > mostSigns) hints.push('De zoekvraag is heel lang; alleen het begin is gebruikt.');
  const all = piecesOf(query);
  const pieces = all.slice(0, mostPieces);
  if (all.length > pieces.length) hints.push(`De zoekvraag is lang; de eerste ${mostPieces} delen zijn gebruikt.`);
  const unfinished = /[\p{L}\p{N}]\p{M}*$/u.test(query) ? all.at(-1) : undefined;
  const reader = new Reader(pieces, unfinished, knows, hints);
  const parts = reader.all();
  return { parts, words: [...new Set(reader.words)], hints: [...new Set(hints)] };
}

/** Operators of other search engines. `first`: also at the beginning; `idle`: asks for nothing. */
const and = { hint: 'EN hoeft niet: woorden worden al samen gezocht.', first: false, idle: true };
const not = { hint: 'Zet een minteken voor een woord dat er niet in mag staan: -woord.', first: true, idle: false };
const foreign: Readonly<Partial<Record<string, typeof and>>> = Object.assign(Object.create(null), {
  EN: and,
  AND: and,
  NIET: not,
  NOT: not,
  OR: { hint: 'Typ OF in hoofdletters voor het een of het ander.', first: false, idle: false },
});

class Reader {
  readonly words: string[] = [];
  readonly #pieces: readonly Piece[];
  readonly #unfinished: Piece | undefined;
  readonly #knows: (name: string) => boolean;
  readonly #hints: string[];
  #at = 0;

  constructor(pieces: readonly Piece[], unfinished: Piece | undefined, knows: (name: string) => boolean, hints: string[]) {
    this.#pieces = pieces;
    this.#unfinished = unfinished;
    this.#knows = knows;
    this.#hints = hints;
  }

  all(): Query[] {
    const parts: Query[] = [];
    while (this.#at < this.#pieces.length) {
      parts.push(...this.#together(0));
      if (this.#pieces[this.#at]?.type === 'close') {
        this.#hints.push('Er staat een haakje te veel.');
        this.#at++;
      }
    }
    return parts;
  }

  /** Parts that must hold together, with OF binding the two beside it, up to a closing parenthesis. */
  #together(depth: number): Query[] {
    const out: Query[] = [];
    let joining = false;
    for (let piece = this.#pieces[this.#at]; piece && piece.type !== 'close'; piece = this.#pieces[this.#at]) {
      this.#at++;
      if (piece.type === 'or') {
        const next = this.#pieces[this.#at];
        if (out.length === 0 || !next || next.type === 'close') this.#hints.push('Aan beide kanten van OF hoort een woord.');
        else joining = true;
        continue;
      }
      const between = out.length > 0 && this.#pieces[this.#at] !== undefined && this.#pieces[this.#at]?.type !== 'close';
      if (piece.type === 'word' && !piece.negated && this.#isOperator(piece.text, between)) continue;
      const part = this.#part(piece, depth);
      if (!part) continue;
      const before = joining ? out.pop() : undefined;
      joining = false;
      out.push(before ? { type: 'or', parts: before.type === 'or' ? [...before.parts, part] : [before, part] } : part);
    }
    return out;
  }

  /** Gives a hint at words in capitals that are operators elsewhere; true for those that ask for nothing here. OR is also a council, and stays a word. */
  #isOperator(text: string, between: boolean): boolean {
    const hint = foreign[text];
    if (hint === undefined || !(between || (hint.first && this.#pieces[this.#at] !== undefined))) return false;
    this.#hints.push(hint.hint);
    return hint.idle;
  }

  #part(piece: Piece, depth: number): Query | undefined {
    const before = this.words.length;
    const part = this.#plain(piece, depth);
    if (!part || !piece.negated) return part;
    this.words.length = before; // what must not occur is not marked
    return { type: 'not', part };
  }

  #plain(piece: Piece, depth: number): Query | undefined {
    switch (piece.type) {
      case 'open':
        return this.#group(depth);
      case 'word':
        return this.#compared(piece.text) ?? this.#spoken(piece.text, piece === this.#unfinished);
      case 'phrase': {
        if (!piece.closed) this.#hints.push('Het aanhalingsteken wordt niet gesloten; de rest is als één zin gezocht.');
        const words = wordsIn(piece.text).slice(0, mostPieces);
        this.words.push(...words);
        return words.length === 0 ? undefined : { type: 'phrase', words };
      }
      case 'filter':
        return this.#filter(piece);
      default:
        return undefined;
    }
  }

  #group(depth: number): Query | undefined {
    // Deeper than anybody types: read on as if the parenthesis were not there.
    if (depth > 20) return undefined;
    const parts = this.#together(depth + 1);
    if (this.#pieces[this.#at]?.type === 'close') this.#at++;
    else this.#hints.push('Er ontbreekt een haakje.');
    return parts.length === 0 ? undefined : { type: 'and', parts };
  }

  /** `herzien<2026-09` and `A4=nee` are filters of which somebody forgot the colon. */
  #compared(text: string): Query | undefined {
    const [, name = '', sign = '', value = ''] = /^([\p{L}_]{2,30}|[a-d]\d)(<=|>=|<|>|=)([^<>=]+)$/iu.exec(text) ?? [];
    const item = /^[a-d]\d$/i.test(name);
    const filter = item ? 'criterium' : name.toLowerCase();
    if (value === '' || (item && sign !== '=') || !this.#knows(filter)) return undefined;
    const values = [item ? text : sign === '=' ? value : sign + value];
    this.#hints.push(`“${text}” is gelezen als ${filter}:${values.join('')}.`);
    return { type: 'filter', name: filter, values };
  }

  #spoken(text: string, unfinished: boolean): Query | undefined {
    const all = tokensOf(text).slice(0, mostPieces);
    // One letter is the beginning of anything: nothing is asked yet.
    const tokens = unfinished && /^\p{L}$/u.test(all.at(-1)?.word ?? '') ? all.slice(0, -1) : all;
    const last = tokens.at(-1);
    if (last === undefined) return undefined;
    const prefix = unfinished && tokens === all && last.word.length >= 2;
    const words = tokens.map(({ word }) => word);
    this.words.push(...words.slice(0, -1), prefix ? `${last.word}*` : last.word);
    const parts = tokens.map((token): Query => {
      const stem = /^(?:(\p{L}{2,6})['’]|(\p{Lu}{2,6}))s$/u.exec(text.slice(token.from, token.to));
      return { type: 'word', word: token.word, prefix: prefix && token === last, ...(stem ? { stem: fold(stem[1] ?? stem[2] ?? '') } : {}) };
    });
    const [only] = parts;
    // `VO-school` is two words that stand together.
    return parts.length === 1 ? only : { type: 'and', parts };
  }

  #filter(piece: Extract<Piece, { type: 'filter' }>): Query | undefined {
    if (!piece.closed) this.#hints.push('Het aanhalingsteken wordt niet gesloten; de rest hoort nu bij het filter.');
    if (piece.name === 'titel' && piece.values.length > 0) {
      // The filter takes the beginning of a word of the title, so that is what is marked.
      const values = piece.values.slice(0, mostTitles);
      this.words.push(...values.flatMap(wordsIn).map((word) => `${word}*`));
      return { type: 'filter', name: piece.name, values };
    }
    if (piece.name === 'titel' || this.#knows(piece.name))
      return piece.values.length === 0 ? undefined : { type: 'filter', name: piece.name, values: piece.values.slice(0, mostPieces) };
    this.#hints.push(`“${piece.name}:” is geen bekend filter; er is op de woorden zelf gezocht.`);
    const parts = [piece.name, ...piece.values].flatMap(wordsIn).map((word): Query => ({ type: 'word', word, prefix: false }));
    this.words.push(...parts.map((part) => (part.type === 'word' ? part.word : '')));
    return parts.length === 0 ? undefined : { type: 'and', parts };
  }
}
