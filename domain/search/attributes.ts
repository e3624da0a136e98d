import { IntList } from './byte-store.ts';
import type { SearchDocument } from './engine.ts';
import { foldValue } from './fold.ts';

/** A value of a filter that some document has or had. */
export interface Attribute {
  name: string;
  value: string;
  folded: string;
}

/** Values and verdicts of all documents as numbers, so that filters and facets look at each different value once. */
export class Attributes {
  readonly all: Attribute[] = [];
  held = new IntList();
  starts = new IntList();
  readonly #byName = new Map<string, number[]>();
  readonly #ids = new Map<string, number>();

  put(document: Pick<SearchDocument, 'values' | 'verdicts'>): void {
    this.starts.push(this.held.length);
    for (const [name, values] of Object.entries(document.values)) {
      const seen = new Set<string>();
      if (!this.#byName.has(name)) this.#byName.set(name, []);
      for (const value of values) {
        const id = this.attribute(name, value);
        const folded = this.all[id]?.folded ?? '';
        // Spellings that differ in capitals or accents are one value.
        if (!seen.has(folded)) this.held.push(id);
        seen.add(folded);
      }
    }
    for (const [item, verdict] of Object.entries(document.verdicts)) {
      // An item of the checklist goes by its short name; its full name says the same again.
      const short = item.startsWith('checklist.') ? item.slice('checklist.'.length) : item;
      if (short === item || document.verdicts[short] !== verdict) this.held.push(this.attribute(`criterium:${item}`, verdict));
    }
  }

  /** Number of a value. */
  attribute(name: string, value: string): number {
    const key = `${name}\u0000${value}`;
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.all.push({ name, value, folded: foldValue(value) }) - 1;
    this.#ids.set(key, id);
    const named = this.#byName.get(name);
    if (named) named.push(id);
    else this.#byName.set(name, [id]);
    return id;
  }

  /** Whether some document has or had values under this name. */
  knows(name: string): boolean {
    return this.#byName.has(name);
  }

  names(): string[] {
    return [...this.#byName.keys()];
  }

  /** Makes a name known that may have no values. */
  name(name: string): void {
    if (!this.#byName.has(name)) this.#byName.set(name, []);
  }

  /** Numbers of the values under a name. */
  under(name: string): readonly number[] {
    return this.#byName.get(name) ?? [];
  }

  /** Where the values of a document end in {@link held}. */
  end(slot: number): number {
    return slot + 1 < this.starts.length ? this.starts.at(slot + 1) : this.held.length;
  }

  /** How often each value occurs among these documents. */
  count(slots: Int32Array): Int32Array {
    const counts = new Int32Array(this.all.length);
    const held = this.held.data;
    for (let n = 0; n < slots.length; n++) {
      const slot = slots[n] ?? 0;
      const end = this.end(slot);
      for (let i = this.starts.at(slot); i < end; i++) {
        const id = held[i] ?? 0;
        counts[id] = (counts[id] ?? 0) + 1;
      }
    }
    return counts;
  }

  /** Marks the documents that have one of these values. */
  mark(wanted: Uint8Array, slots: number, out: Uint8Array): void {
    const held = this.held.data;
    for (let slot = 0; slot < slots; slot++) {
      const end = this.end(slot);
      for (let i = this.starts.at(slot); i < end; i++) {
        if (wanted[held[i] ?? 0] === 1) {
          out[slot] = 1;
          break;
        }
      }
    }
  }

  /** Keeps the values of these documents, in order, under new numbers. */
  compact(keep: readonly number[]): void {
    const held = new IntList();
    const starts = new IntList();
    for (const slot of keep) {
      starts.push(held.length);
      for (let i = this.starts.at(slot); i < this.end(slot); i++) held.push(this.held.at(i));
    }
    this.held = held;
    this.starts = starts;
  }

  clear(): void {
    this.all.length = 0;
    this.held.length = 0;
    this.starts.length = 0;
    this.#byName.clear();
    this.#ids.clear();
  }
}
