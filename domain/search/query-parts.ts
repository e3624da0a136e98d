/** The pieces of a query as typed, with their place, so that one can be taken out without touching the rest. */
export type Piece =
  | { type: 'word'; text: string; negated: boolean; from: number; to: number }
  | { type: 'phrase'; text: string; negated: boolean; closed: boolean; from: number; to: number }
  | { type: 'filter'; name: string; values: string[]; negated: boolean; closed: boolean; from: number; to: number }
  | { type: 'or' | 'open' | 'close'; negated: boolean; from: number; to: number };

/** Cuts a query into pieces: words, "phrases", name:value filters, OF, and parentheses. Linear in the length of the query; never fails. */
export function piecesOf(query: string): Piece[] {
  const out: Piece[] = [];
  let at = 0;
  while (at < query.length) {
    if (/\s/.test(query[at] ?? '')) {
      at++;
      continue;
    }
    const from = at;
    const next = query[at + 1];
    const negated = query[at] === '-' && next !== undefined && !/[\s-]/.test(next);
    if (negated) at++;
    const sign = query[at] ?? '';
    if (sign === '(' || sign === ')') {
      at++;
      out.push({ type: sign === '(' ? 'open' : 'close', negated, from, to: at });
    } else if (isQuote(sign)) {
      const read = quoted(query, at);
      at = read.to;
      out.push({ type: 'phrase', text: read.text, negated, closed: read.closed, from, to: at });
    } else {
      const piece = wordOrFilter(query, at, from, negated);
      at = piece.to;
      out.push(piece);
    }
  }
  return out;
}

const isQuote = (sign: string | undefined): boolean => sign === '"' || sign === '“' || sign === '”' || sign === '„';

function quoted(query: string, at: number): { text: string; to: number; closed: boolean } {
  let end = at + 1;
  while (end < query.length && !isQuote(query[end])) end++;
  return { text: query.slice(at + 1, end), to: Math.min(end + 1, query.length), closed: end < query.length };
}

function wordOrFilter(query: string, at: number, from: number, negated: boolean): Piece {
  let end = at;
  while (end < query.length && !/[\s()"“”„:]/.test(query[end] ?? '')) end++;
  const name = query.slice(at, end);
  const after = query[end + 1];
  if (query[end] === ':' && /^[\p{L}_]{2,30}$/u.test(name) && after !== undefined && !/[\s():]/.test(after)) {
    const read = valuesFrom(query, end + 1);
    return { type: 'filter', name: name.toLowerCase(), values: read.values, negated, closed: read.closed, from, to: read.to };
  }
  if (query[end] === ':') {
    end++;
    while (end < query.length && !/[\s()"“”„]/.test(query[end] ?? '')) end++;
  }
  const text = query.slice(at, end);
  return text === 'OF' ? { type: 'or', negated, from, to: end } : { type: 'word', text, negated, from, to: end };
}

/** `a,b,"c d"`: values up to the next space outside quotes. */
function valuesFrom(query: string, start: number): { values: string[]; to: number; closed: boolean } {
  const values: string[] = [];
  let at = start;
  let current = '';
  let closed = true;
  while (at < query.length && !/[\s()]/.test(query[at] ?? '')) {
    if (isQuote(query[at])) {
      const read = quoted(query, at);
      current += read.text;
      closed = read.closed;
      at = read.to;
    } else if (query[at] === ',') {
      values.push(current);
      current = '';
      at++;
    } else current += query[at++];
  }
  return { values: [...values, current].map((value) => value.trim()).filter((value) => value !== ''), to: at, closed };
}
