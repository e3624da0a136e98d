/**
 * The signs of a text as numbers (UTF-16 units). Whoever looks at every sign of a long text several times is served much sooner by these than by the text,
 * which may be put together of pieces.
 */
export class Units {
  text = '';
  data = new Uint16Array(64);
  length = 0;

  constructor(text = '') {
    this.load(text);
  }

  /** Takes another text in the place of the one before. */
  load(text: string): void {
    const { length } = text;
    if (this.data.length < length) this.data = new Uint16Array(Math.max(length, this.data.length * 2));
    this.text = text;
    this.length = length;
    const { data } = this;
    if (length >= atOnce.least && length <= atOnce.most && writeUnits(text, data)) return;
    for (let i = 0; i < length; i++) data[i] = text.charCodeAt(i);
  }
}

/** Lengths of texts that are sooner written as UTF-8 and read back than asked for sign by sign, which the engine makes slow work of now and then. */
const atOnce = { least: 40, most: 1 << 20 };

const encoder = new TextEncoder();
let bytes = new Uint8Array(1 << 14);

/** Writes the units of a text; false when it holds half a sign, or the one that stands for such, and they are to be asked for. */
function writeUnits(text: string, units: Uint16Array): boolean {
  if (bytes.length < text.length * 3) bytes = new Uint8Array(text.length * 3);
  const { written } = encoder.encodeInto(text, bytes);
  if (written === text.length) {
    units.set(bytes.subarray(0, written));
    return true;
  }
  const from = bytes;
  let to = 0;
  for (let at = 0; at < written;) {
    const first = from[at++] ?? 0;
    if (first < 0x80) units[to++] = first;
    else if (first < 0xe0) units[to++] = ((first & 31) << 6) | ((from[at++] ?? 0) & 63);
    else if (first < 0xf0) {
      const unit = ((first & 15) << 12) | (((from[at] ?? 0) & 63) << 6) | ((from[at + 1] ?? 0) & 63);
      if (unit === 0xfffd) return false;
      units[to++] = unit;
      at += 2;
    } else {
      const sign = ((first & 7) << 18) | (((from[at] ?? 0) & 63) << 12) | (((from[at + 1] ?? 0) & 63) << 6) | ((from[at + 2] ?? 0) & 63);
      units[to++] = 0xd7c0 + (sign >>> 10);
      units[to++] = 0xdc00 | (sign & 1023);
      at += 3;
    }
  }
  return true;
}
