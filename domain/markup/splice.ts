import { printItem, printLine, printRow, printBlock, type Manner } from './print.ts';
import { hunksOf } from './differences.ts';
import { lineEdits, type Edit } from './line-splice.ts';
import type { Reading } from './reading.ts';
import { settledKey } from './settled.ts';
import { isCell, isList, isTextBlock, meantAttrs, type MarkupNode } from './tree.ts';

/**
 * The source of a block with only the changed places written anew: an item, a row, a word. `now` must be settled. Undefined when the change cannot be
 * made in places. The answer is a proposal: whether it means what was edited has to be proven.
 */
export function splicedBlock(reading: Reading, old: MarkupNode, now: MarkupNode, manner: Manner): string | undefined {
  const origin = reading.origins.get(old);
  if (!origin || old.type !== now.type || old.type === 'locked') return undefined;
  const splicer = new Splicer(reading, manner);
  if (!splicer.change(old, now)) return undefined;
  let text = reading.source.slice(origin.from, origin.to);
  for (const edit of splicer.edits.sort((a, b) => b.from - a.from || b.to - a.to))
    text = text.slice(0, edit.from - origin.from) + edit.text + text.slice(edit.to - origin.from);
  return text;
}

/** What a next line has to begin with to stand under a place: the quote signs and the room of its line. */
export function marginAt(source: string, at: number): string {
  const line = source.slice(source.lastIndexOf('\n', at - 1) + 1, at);
  return line.replace(/\[[ xX]\][ \t]+$/, '').replace(/[^>\s]/g, ' ');
}

const attrsKey = (node: MarkupNode): string => JSON.stringify(meantAttrs(node) ?? {});

class Splicer {
  readonly edits: Edit[] = [];
  private readonly reading: Reading;
  private readonly manner: Manner;

  constructor(reading: Reading, manner: Manner) {
    this.reading = reading;
    this.manner = manner;
  }

  /** Changes one node into another in place; false when that cannot be done. */
  change(old: MarkupNode, now: MarkupNode, inCell = false): boolean {
    if (settledKey(old) === settledKey(now)) return true;
    const sameKind = old.type === now.type && attrsKey(old) === attrsKey(now);
    const before = this.edits.length;
    if (sameKind && isTextBlock(old) && this.line(old, now, inCell)) return true;
    if (old.type === 'taskItem' && now.type === 'taskItem' && !sameKind && !this.tick(old, now)) return false;
    const holds = (sameKind || old.type === 'taskItem') && old.type !== 'codeBlock' && !isTextBlock(old) && old.content !== undefined;
    if (holds && this.kids(old, now, isCell(old))) return true;
    this.edits.length = before;
    return this.again(old, now);
  }

  private line(old: MarkupNode, now: MarkupNode, inCell: boolean): boolean {
    const origin = this.reading.origins.get(old);
    if (!origin) return false;
    const margin = marginAt(this.reading.source, origin.from);
    const edits = lineEdits(origin, now, { ...this.manner, inCell }, margin);
    if (edits) this.edits.push(...edits);
    else if (origin.line) this.edits.push({ ...origin.line, text: withMargin(printLine(now, this.manner, inCell), margin) });
    return edits !== undefined || origin.line !== undefined;
  }

  private tick(old: MarkupNode, now: MarkupNode): boolean {
    const from = this.reading.origins.get(old)?.from ?? 0;
    const box = /^(?:[-*+]|\d{1,9}[.)])[ \t]+\[/.exec(this.reading.source.slice(from, from + 30))?.[0];
    if (!box) return false;
    const at = from + box.length;
    this.edits.push({ from: at, to: at + 1, text: now.attrs?.['checked'] === true ? 'x' : ' ' });
    return true;
  }

  /** Writes a whole node anew where the old one stood. */
  private again(old: MarkupNode, now: MarkupNode): boolean {
    const origin = this.reading.origins.get(old);
    if (!origin || isCell(old) || isCell(now) || old.type.endsWith('Item')) return false;
    const text = now.type === 'tableRow' ? printRow(now, this.manner) : printBlock(now, this.manner);
    this.edits.push({ from: origin.from, to: origin.to, text: withMargin(text, marginAt(this.reading.source, origin.from)) });
    return true;
  }

  private kids(old: MarkupNode, now: MarkupNode, inCell: boolean): boolean {
    const olds = old.content ?? [];
    const nows = now.content ?? [];
    const hunks = hunksOf(olds.map(settledKey), nows.map(settledKey));
    return hunks.every(({ from, to, start, end }) => {
      const pairs = Math.min(to - from, end - start);
      for (let k = 0; k < pairs; k++) if (!this.pair(old, from + k, now, start + k, inCell)) return false;
      for (let k = from + pairs; k < to; k++) if (!this.remove(old, k)) return false;
      return end - start <= pairs || this.insert(old, to, now, start + pairs, end);
    });
  }

  private pair(old: MarkupNode, k: number, now: MarkupNode, at: number, inCell: boolean): boolean {
    const [one, other] = [old.content?.[k], now.content?.[at]];
    if (!one || !other) return false;
    if (this.change(one, other, inCell)) return true;
    const origin = this.reading.origins.get(one);
    if (!origin || !isList(now) || !isList(old)) return false;
    this.edits.push({ ...origin, text: withMargin(printItem(now, at, this.manner), marginAt(this.reading.source, origin.from)) });
    return true;
  }

  private remove(old: MarkupNode, k: number): boolean {
    const origin = (at: number): { from: number; to: number } | undefined => {
      const kid = old.content?.[at];
      return kid && this.reading.origins.get(kid);
    };
    const [before, own, after] = [origin(k - 1), origin(k), origin(k + 1)];
    if (!own || (old.type === 'table' && k === 0) || isCell(old.content?.[k] ?? old)) return false;
    if (after && this.lineEmptyBefore(own.from, after.from)) this.edits.push({ from: own.from, to: after.from, text: '' });
    else if (!before) return false;
    else if (old.type === 'table' && k === 1)
      this.edits.push({ from: this.reading.source.slice(0, own.from).trimEnd().length, to: own.to, text: '' });
    else this.edits.push({ from: before.to, to: own.to, text: '' });
    return true;
  }

  /** Whether two nodes begin in the same way, so that one can be taken away up to the other. */
  private lineEmptyBefore(one: number, other: number): boolean {
    return marginAt(this.reading.source, one) === marginAt(this.reading.source, other);
  }

  /** Sets new children before the old child `k`, or behind the last one. */
  private insert(old: MarkupNode, k: number, now: MarkupNode, start: number, end: number): boolean {
    const [beside, after] = [old.content?.[k - 1], old.content?.[k]];
    const place = (node: MarkupNode | undefined): { from: number; to: number } | undefined => node && this.reading.origins.get(node);
    const header = old.type === 'table' && k === 1;
    const anchor = place(beside) ?? place(after);
    if (!anchor || (old.type === 'table' && k === 0) || old.type === 'tableRow') return false;
    const margin = marginAt(this.reading.source, anchor.from);
    const texts = (now.content ?? []).slice(start, end).map((kid, n) => {
      const text = isList(now) ? printItem(now, start + n, this.manner) : printBlock(kid, this.manner);
      return { text: withMargin(text, margin), gap: this.gap(old, margin, kid) };
    });
    const front = place(after);
    if (front && (header || !place(beside))) {
      this.edits.push({ from: front.from, to: front.from, text: texts.map(({ text, gap }) => text + gap).join('') });
      return true;
    }
    const at = header ? place(old)?.to : place(beside)?.to;
    if (at === undefined) return false;
    this.edits.push({ from: at, to: at, text: texts.map(({ text, gap }) => gap + text).join('') });
    return true;
  }

  private gap(old: MarkupNode, margin: string, kid: MarkupNode): string {
    if (old.type === 'table') return `\n${margin}`;
    const empty = `\n${margin.trimEnd()}\n${margin}`;
    if (!isList(old)) return old.type.endsWith('Item') && isList(kid) && !this.manner.style.loose ? `\n${margin}` : empty;
    const [one, two] = (old.content ?? []).map((item) => this.reading.origins.get(item));
    if (!one || !two) return this.manner.style.loose ? empty : `\n${margin}`;
    return this.reading.source.slice(one.to, two.from).split('\n').length > 2 ? empty : `\n${margin}`;
  }
}

const withMargin = (text: string, margin: string): string =>
  text.replace(/\n(?=([^\n]?))/g, (_, next: string) => `\n${next === '' ? margin.trimEnd() : margin}`);
