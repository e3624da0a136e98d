import type { Json } from '../entries/entry.ts';
import { bodyOf, replaceBody } from '../entries/file-text.ts';
import { setKeys } from '../entries/front-matter-edit.ts';

/** Keys about how the house works, for nobody outside it. */
export const ofTheHouse: readonly string[] = ['eigenaar', 'herzien_voor'];

/**
 * A write-up as it leaves the house for partners or everybody: without comments, without keys Oogst does not know, without who keeps it up, and of
 * the judgements only what was judged how and when. Everything else stays as it was written. Throws what editing the header throws.
 */
export function bareCopy(text: string, fields: Readonly<Record<string, Json>>, unknown: readonly string[]): string {
  const gone: Record<string, Json> = {};
  for (const key of [...unknown, ...ofTheHouse.filter((one) => fields[one] !== undefined)]) gone[key] = null;
  const verdicts = fields['oordelen'];
  if (Array.isArray(verdicts)) gone['oordelen'] = verdicts.map(bareVerdict);
  const bared = Object.keys(gone).length === 0 ? text : setKeys(text, gone);
  const body = bodyOf(bared);
  const clean = withoutComments(body);
  return clean === body ? bared : replaceBody(bared, clean);
}

function bareVerdict(verdict: Json): Json {
  if (typeof verdict !== 'object' || verdict === null || Array.isArray(verdict)) return verdict;
  return Object.fromEntries(Object.entries(verdict).filter(([key]) => ['item', 'oordeel', 'op'].includes(key)));
}

/** Takes `<!-- -->` and `%% %%` out, with the line they fill; what stands in code stays. Linear in the length of the text. */
export function withoutComments(body: string): string {
  const out: string[] = [];
  let fence: string | undefined;
  let inside: '-->' | '%%' | undefined;
  for (const line of body.split('\n')) {
    const mark = inside ? undefined : /^ {0,3}(```+|~~~+)/.exec(line)?.[1];
    if (mark && !fence) fence = mark;
    else if (fence && mark && mark[0] === fence[0] && mark.length >= fence.length) fence = undefined;
    if (fence || mark) {
      out.push(line);
      continue;
    }
    const cut = cutLine(line, inside);
    inside = cut.inside;
    // A line that was only a comment goes whole; one that merely was empty stays.
    if (cut.text.trim() !== '' || line.trim() === '') out.push(cut.text === line ? line : cut.text.trimEnd());
  }
  return out.join('\n');
}

function cutLine(line: string, open: '-->' | '%%' | undefined): { text: string; inside: '-->' | '%%' | undefined } {
  let text = '';
  let inside = open;
  for (let at = 0; at < line.length;) {
    if (inside) {
      const end = line.indexOf(inside, at);
      if (end < 0) return { text, inside };
      at = end + inside.length;
      inside = undefined;
      continue;
    }
    const next = /<!--|%%|`+/g;
    next.lastIndex = at;
    const found = next.exec(line);
    if (!found) return { text: text + line.slice(at), inside };
    if (found[0].startsWith('`')) {
      const close = line.indexOf(found[0], found.index + found[0].length);
      const to = close < 0 ? found.index + found[0].length : close + found[0].length;
      text += line.slice(at, to);
      at = to;
    } else {
      text += line.slice(at, found.index);
      at = found.index + found[0].length;
      inside = found[0] === '%%' ? '%%' : '-->';
    }
  }
  return { text, inside };
}
