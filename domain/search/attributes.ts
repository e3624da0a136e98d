import { IntList } from './byte-store.ts';
import type { SearchDocument } from './engine.ts';
import { foldValue } from './fold.ts';

/** A value of a filter that some document has or had. */
export class Attribute {
  readonly name: string;
  readonly value: string;
  #folded: string | undefined;

  constructor(name: string, value: string) {
    this.name = name;
    this.value = value;
  }

  /** What values are compared by; made when somebody asks, as most are ids and dates that nobody asks for. */
  get folded(): string {
    this.#folded ??= foldValue(this.value);
    return this.#folded;
  }
}

/** The values under a name: their numbers, and the number of each by itself, made when it is first asked for. */
interface Named {
  all: number[];
  ids: Map<string, number> | undefined;
}

/** Values and verdicts of documents as numbers of a list that goes along; plain data. */
export interface NumberedValues {
  names: string[];
  all: { name: string; value: string }[];
  held: Int32Array;
  starts: Int32Array;
}

/** Values and verdicts of all documents as numbers, so that filters and facets look at each different value once. */
export class Attributes {
  readonly all: Attribute[] = [];
  held = new IntList();
  starts = new IntList();
  readonly #byName = new Map<string, Named>();

  put(document: Pick<SearchDocument, 'values' | 'verdicts'>): void {
    this.starts.push(this.held.length);
    for (const [name, values] of Object.entries(document.values)) {
      this.name(name);
      // Spellings that differ in capitals or accents are one value.
      const seen = values.length > 1 ? new Set<string>() : undefined;
      for (const value of values) {
        const id = this.attribute(name, value);
        const folded = this.all[id]?.folded ?? '';
        if (!seen?.has(folded)) this.held.push(id);
        seen?.add(folded);
      }
    }
    for (const [item, verdict] of Object.entries(document.verdicts)) {
      // An item of the checklist goes by its short name; its full name says the same again.
      const short = item.startsWith('checklist.') ? item.slice('checklist.'.length) : item;
      if (short === item || document.verdicts[short] !== verdict) this.held.push(this.attribute(`criterium:${item}`, verdict));
    }
  }

  /** What was put, as plain data for another thread. */
  numbered(): NumberedValues {
    const all = this.all.map(({ name, value }) => ({ name, value }));
    return { names: this.names(), all, held: this.held.used().slice(), starts: this.starts.used().slice() };
  }

  /** Takes in values that were numbered elsewhere; what it gives keeps those of one document, by its place and its id here. Until {@link clear}. */
  take({ names, all, held, starts }: NumberedValues): (n: number, id: string) => void {
    const known = new Int32Array(all.length).fill(-1);
    for (const name of names) this.name(name);
    return (n, id) => {
      this.starts.push(this.held.length);
      const end = starts[n + 1] ?? held.length;
      for (let i = starts[n] ?? 0; i < end; i++) {
        const number = held[i] ?? 0;
        const { name, value } = all[number] ?? { name: '', value: '' };
        if (name === 'id') this.held.push(this.attribute(name, id));
        else this.held.push((known[number] ?? -1) >= 0 ? (known[number] ?? 0) : (known[number] = this.attribute(name, value)));
      }
    };
  }

  /** Number of a value. */
  attribute(name: string, value: string): number {
    const named = this.name(name);
    named.ids ??= new Map(named.all.map((id) => [this.all[id]?.value ?? '', id]));
    const known = named.ids.get(value);
    if (known !== undefined) return known;
    const id = this.all.push(new Attribute(name, value)) - 1;
    named.ids.set(value, id);
    named.all.push(id);
    return id;
  }

  /** Takes over values that were saved, in the order of {@link all}, with the number of the name of each; and what the documents hold of them. */
  restore(names: readonly string[], values: readonly string[], nameOf: Int32Array, held: IntList, starts: IntList): void {
    this.clear();
    const named = names.map((name) => this.name(name));
    for (let id = 0; id < values.length; id++) {
      const n = nameOf[id] ?? 0;
      this.all.push(new Attribute(names[n] ?? '', values[id] ?? ''));
      named[n]?.all.push(id);
    }
    this.held = held;
    this.starts = starts;
  }

  /** Whether some document has or had values under this name. */
  knows(name: string): boolean {
    return this.#byName.has(name);
  }

  names(): string[] {
    return [...this.#byName.keys()];
  }

  /** Makes a name known that may have no values. */
  name(name: string): Named {
    const held = this.#byName.get(name);
    if (held) return held;
    const made: Named = { all: [], ids: undefined };
    this.#byName.set(name, made);
    return made;
  }

  /** Numbers of the values under a name. */
  under(name: string): readonly number[] {
    return this.#byName.get(name)?.all ?? [];
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
  }
}
