import { diffArrays, diffWordsWithSpace } from 'diff';

/** A stretch of a comparison: in both texts, only in the new one, or only in the old one. */
export interface Stretch {
  what: 'same' | 'added' | 'removed';
  text: string;
}

/** A part of a three-way comparison. `text` is what goes into the result; a clash has none until somebody chooses. */
export type MergePart =
  | { kind: 'same'; text: string }
  | { kind: 'mine' | 'theirs' | 'both'; base: string; text: string }
  | { kind: 'clash'; base: string; mine: string; theirs: string };

export type Clash = Extract<MergePart, { kind: 'clash' }>;

/** Beyond this many differences two texts are called wholly different; comparing on would take seconds. */
const effort = { blocks: 4000, words: 6000 };

/** What changed from one text to another, word by word. Never fails; hopelessly different texts come back as one removed and one added. */
export function wordDifference(before: string, after: string): Stretch[] {
  const changes = diffWordsWithSpace(before, after, { maxEditLength: effort.words });
  if (!changes)
    return [{ what: 'removed', text: before }, { what: 'added', text: after } satisfies Stretch].filter((s) => s.text !== '') as Stretch[];
  return changes.map(({ added, removed, value }) => ({ what: added ? 'added' : removed ? 'removed' : 'same', text: value }));
}

/** Cuts a text into paragraphs, each with the empty lines after it; put together they are the text again. */
export function paragraphsOf(text: string): string[] {
  const out: string[] = [];
  const separator = /\n(?:[ \t\r]*\n)+/g;
  let from = 0;
  for (const found of text.matchAll(separator)) {
    const to = found.index + found[0].length;
    out.push(text.slice(from, to));
    from = to;
  }
  if (from < text.length) out.push(text.slice(from));
  return out;
}

/** What changed from one text to another, paragraph by paragraph: alternately equal stretches and replaced ones. */
export function paragraphDifference(before: string, after: string): { before: string; after: string; same: boolean }[] {
  const a = paragraphsOf(before);
  const b = paragraphsOf(after);
  const out: { before: string; after: string; same: boolean }[] = [];
  let at = 0;
  let other = 0;
  const equal = (to: number): void => {
    if (to > at) out.push({ before: a.slice(at, to).join(''), after: b.slice(other, other + to - at).join(''), same: true });
    other += to - at;
    at = to;
  };
  for (const edit of editsOf(a, b)) {
    equal(edit.from);
    out.push({ before: a.slice(edit.from, edit.to).join(''), after: edit.text.join(''), same: false });
    at = edit.to;
    other += edit.text.length;
  }
  equal(a.length);
  return out;
}

/**
 * Compares two texts with the one both came from, paragraph by paragraph. What one side changed is taken over, what both changed the same way as
 * well, and what they changed differently is a clash. Without clashes the texts of the parts put together are the merged text.
 */
export function mergeTexts(base: string, mine: string, theirs: string): MergePart[] {
  const blocks = { base: paragraphsOf(base), mine: paragraphsOf(mine), theirs: paragraphsOf(theirs) };
  const sides = { mine: editsOf(blocks.base, blocks.mine), theirs: editsOf(blocks.base, blocks.theirs) };
  const out: MergePart[] = [];
  const at = { base: 0, mine: 0, theirs: 0 };
  const keep = (to: number): void => {
    for (; at.base < to; at.base++, at.mine++, at.theirs++) {
      const own = blocks.mine[at.mine] ?? '';
      // Paragraphs are the same apart from empty lines after them; the side that changed those is followed.
      out.push({ kind: 'same', text: own === blocks.base[at.base] ? (blocks.theirs[at.theirs] ?? '') : own });
    }
  };
  for (const region of regionsOf(sides.mine, sides.theirs)) {
    keep(region.from);
    const original = blocks.base.slice(region.from, region.to).join('');
    const texts = (['mine', 'theirs'] as const).map((side) => {
      const length = region.to - region.from + region[side].reduce((sum, edit) => sum + edit.text.length - (edit.to - edit.from), 0);
      const text = blocks[side].slice(at[side], at[side] + length).join('');
      at[side] += length;
      return text;
    });
    out.push(decided(original, texts[0] ?? '', texts[1] ?? '', region.mine.length > 0, region.theirs.length > 0));
    at.base = region.to;
  }
  keep(blocks.base.length);
  return gathered(out);
}

/** Compares two texts nobody knows the origin of: everything that differs is a clash, so that nothing is decided unseen. */
export const compareTexts = (mine: string, theirs: string): MergePart[] =>
  paragraphDifference(theirs, mine).map((piece) =>
    piece.same ? { kind: 'same', text: piece.before } : { kind: 'clash', base: '', mine: piece.after, theirs: piece.before },
  );

/** The merged text; `choose` gives the text for each clash, counted from 0. */
export function mergedText(parts: readonly MergePart[], choose: (clash: Clash, index: number) => string): string {
  let index = 0;
  return parts.map((part) => (part.kind === 'clash' ? choose(part, index++) : part.text)).join('');
}

/** Both texts of a clash, one after the other, with an empty line in between. */
export const bothOf = (clash: Clash): string => joined(clash.mine, clash.theirs);

export const hasClash = (parts: readonly MergePart[]): boolean => parts.some((part) => part.kind === 'clash');

function joined(first: string, second: string): string {
  if (first === '' || second === '') return first + second;
  return first.replace(/\s*$/, '\n\n') + second;
}

function decided(base: string, mine: string, theirs: string, byMe: boolean, byThem: boolean): MergePart {
  if (!byThem) return { kind: 'mine', base, text: mine };
  if (!byMe) return { kind: 'theirs', base, text: theirs };
  if (mine.trimEnd() === theirs.trimEnd()) return { kind: 'both', base, text: mine };
  return { kind: 'clash', base, mine, theirs };
}

/** A replaced stretch of the base, in paragraphs. */
interface Edit {
  from: number;
  to: number;
  text: string[];
}

function editsOf(base: readonly string[], other: readonly string[]): Edit[] {
  const changes = diffArrays([...base], [...other], { comparator: (a, b) => a.trimEnd() === b.trimEnd(), maxEditLength: effort.blocks });
  if (!changes) return [{ from: 0, to: base.length, text: [...other] }];
  const edits: Edit[] = [];
  let at = 0;
  let open: Edit | undefined;
  for (const change of changes) {
    if (!change.added && !change.removed) {
      at += change.value.length;
      open = undefined;
      continue;
    }
    if (!open) edits.push((open = { from: at, to: at, text: [] }));
    if (change.added) open.text.push(...change.value);
    else open.to = at += change.value.length;
  }
  return edits;
}

interface Region {
  from: number;
  to: number;
  mine: Edit[];
  theirs: Edit[];
}

/** Edits of both sides that touch the same paragraphs, taken together; in order. */
function regionsOf(mine: readonly Edit[], theirs: readonly Edit[]): Region[] {
  const all = [...mine.map((edit) => ({ edit, side: 'mine' as const })), ...theirs.map((edit) => ({ edit, side: 'theirs' as const }))].sort(
    (a, b) => a.edit.from - b.edit.from || a.edit.to - b.edit.to,
  );
  const out: Region[] = [];
  for (const { edit, side } of all) {
    const last = out.at(-1);
    // Two insertions at one place clash as well; an insertion beside a replaced paragraph does not.
    const touches = last && (edit.from < last.to || (edit.from === last.from && edit.to === last.to));
    const region = touches ? last : { from: edit.from, to: edit.to, mine: [], theirs: [] };
    region.to = Math.max(region.to, edit.to);
    region[side].push(edit);
    if (!touches) out.push(region);
  }
  return out;
}

/** Puts equal neighbours together. */
function gathered(parts: readonly MergePart[]): MergePart[] {
  const out: MergePart[] = [];
  for (const part of parts) {
    const last = out.at(-1);
    if (part.kind === 'same' && last?.kind === 'same') last.text += part.text;
    else out.push({ ...part });
  }
  return out;
}
