import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** What a file says, as JSON in UTF-8 that nobody has taken apart yet. */
export interface Said {
  json(): Buffer;
}

/** As it came: a stretch of bytes that others may have a part in. */
export class SaidAsIs implements Said {
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  json(): Buffer {
    return Buffer.from(this.#bytes.buffer, this.#bytes.byteOffset, this.#bytes.length);
  }
}

/** So many are deflated together: more takes less room, but all of them are inflated for one. */
const together = 8;

/** Bytes that are made room for at a time; what is left over lies there until all is done. */
const roomAtOnce = 8192;

/** In which they are put together: a new one for each group would lie there until all is done. */
let scratch = Buffer.alloc(0);

/** What some files say, deflated together: a sixth of the room it takes as it is. */
export class SaidGroup {
  /** The one that was inflated last: who reads many mostly reads them in order. */
  static #open: { group: SaidGroup; json: Buffer } | undefined;
  readonly bytes: Uint8Array;
  /** Where each ends when they are inflated. */
  readonly ends: readonly number[];

  constructor(bytes: Uint8Array, ends: readonly number[]) {
    this.bytes = bytes;
    this.ends = ends;
  }

  static of(said: readonly Said[]): SaidGroup {
    let end = 0;
    const ends = said.map((one) => {
      const json = one.json();
      if (end + json.length > scratch.length) scratch = Buffer.concat([scratch], (end + json.length) * 2);
      scratch.set(json, end);
      return (end += json.length);
    });
    return new SaidGroup(new Uint8Array(deflateRawSync(scratch.subarray(0, end), { level: 4, chunkSize: roomAtOnce })), ends);
  }

  /** What one of them says. */
  at(n: number): Buffer {
    const open = SaidGroup.#open?.group === this ? SaidGroup.#open : { group: this, json: inflateRawSync(this.bytes, { chunkSize: 4 * roomAtOnce }) };
    SaidGroup.#open = open;
    return open.json.subarray(this.ends[n - 1] ?? 0, this.ends[n]);
  }

  /** Each of them on its own. */
  each(): SaidTogether[] {
    return this.ends.map((_, n) => new SaidTogether(this, n));
  }
}

/** One of a group. */
export class SaidTogether implements Said {
  readonly group: SaidGroup;
  readonly n: number;

  constructor(group: SaidGroup, n: number) {
    this.group = group;
    this.n = n;
  }

  json(): Buffer {
    return this.group.at(this.n);
  }
}

/** What files say, as plain data for another thread: as JSON in UTF-8 one after another, or deflated in groups. */
export interface ManySaid {
  bytes: Uint8Array;
  /** Where each ends when nothing is deflated. */
  ends: Int32Array;
  /** Where each group ends in the bytes; all but the last are of {@link together} files. */
  groupEnds?: Int32Array;
}

/** Puts what files say together; `deflated` takes a sixth of the room and a little time. */
export function saidTogether(each: readonly Buffer[], deflated: boolean): ManySaid {
  const summed = (parts: readonly Uint8Array[]): Int32Array => {
    let end = 0;
    return Int32Array.from(parts, (part) => (end += part.length));
  };
  const ends = summed(each);
  if (!deflated) return { bytes: Buffer.concat(each), ends };
  const groups = [...inGroups(each.map((json) => new SaidAsIs(json)))].map(({ bytes }) => bytes);
  return { bytes: Buffer.concat(groups), ends, groupEnds: summed(groups) };
}

/** What each file says, of which the bytes stay where they are. */
export function eachSaid({ bytes, ends, groupEnds }: ManySaid): Said[] {
  if (!groupEnds) return [...ends].map((end, n) => new SaidAsIs(bytes.subarray(ends[n - 1] ?? 0, end)));
  return [...groupEnds].flatMap((groupEnd, n) => {
    const before = ends[n * together - 1] ?? 0;
    const mine = [...ends.subarray(n * together, (n + 1) * together)].map((end) => end - before);
    return new SaidGroup(bytes.subarray(groupEnds[n - 1] ?? 0, groupEnd), mine).each();
  });
}

/** Puts what files say in groups, in order. A group that still stands there whole is taken over as it is, unless it became small. */
export function* inGroups(said: readonly Said[]): Generator<SaidGroup> {
  let waiting: Said[] = [];
  for (let at = 0; at < said.length;) {
    const whole = wholeAt(said, at);
    if (!whole) waiting.push(...said.slice(at, ++at));
    if (waiting.length === together || (waiting.length > 0 && (whole || at === said.length))) {
      yield SaidGroup.of(waiting);
      waiting = [];
    }
    if (!whole) continue;
    yield whole;
    at += whole.ends.length;
  }
}

/** The group of which all stand here one after another. */
function wholeAt(said: readonly Said[], at: number): SaidGroup | undefined {
  const first = said[at];
  if (!(first instanceof SaidTogether)) return undefined;
  const { group } = first;
  if (group.ends.length * 2 < together) return undefined;
  const stands = (one: Said | undefined, n: number): boolean => one instanceof SaidTogether && one.group === group && one.n === n;
  return group.ends.every((_, n) => stands(said[at + n], n)) ? group : undefined;
}
