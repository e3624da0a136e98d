/** What a picture says about who made it, where and with what; not what is in the picture. */
export interface PictureData {
  /** The place on earth where it was made is in it. */
  place: boolean;
  author?: string;
  camera?: string;
  /** Words in the file that nobody sees: remarks, captions. */
  text?: string;
}

const jpegStart = [0xff, 0xd8, 0xff];
const pngStart = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const begins = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((byte, at) => bytes[at] === byte);

/** Reads what a JPEG or PNG tells beside its picture; undefined for anything else. Never throws. */
export function pictureData(bytes: Uint8Array): PictureData | undefined {
  if (begins(bytes, jpegStart)) return jpegData(bytes);
  if (begins(bytes, pngStart)) return pngData(bytes);
  return undefined;
}

/** The same picture without what {@link pictureData} finds; how it must be turned stays known. Other files come back as they are. */
export function withoutMetadata(bytes: Uint8Array): Uint8Array {
  if (begins(bytes, jpegStart)) return strippedJpeg(bytes);
  if (begins(bytes, pngStart))
    return joined([
      bytes.subarray(0, 8),
      ...pngChunks(bytes)
        .filter(({ type }) => !textChunks.has(type))
        .map((one) => one.whole),
    ]);
  return bytes;
}

interface Segment {
  marker: number;
  content: Uint8Array;
  whole: Uint8Array;
}

/** The segments before the picture itself, and where that begins. */
function jpegSegments(bytes: Uint8Array): { segments: Segment[]; rest: number } {
  const segments: Segment[] = [];
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === 0xda || marker === 0xd9 || (marker >= 0xd0 && marker <= 0xd7)) break;
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    if (length < 2 || at + 2 + length > bytes.length) break;
    segments.push({ marker, content: bytes.subarray(at + 4, at + 2 + length), whole: bytes.subarray(at, at + 2 + length) });
    at += 2 + length;
  }
  return { segments, rest: at };
}

const app1 = 0xe1;
const app13 = 0xed;
const remark = 0xfe;

function jpegData(bytes: Uint8Array): PictureData | undefined {
  const found: PictureData = { place: false };
  for (const { marker, content } of jpegSegments(bytes).segments) {
    if (marker === app1 && latin(content.subarray(0, 6)) === 'Exif\0\0') Object.assign(found, exifOf(content.subarray(6)));
    else if (marker === app1) fromXmp(found, latin(content));
    else if (marker === app13) found.text ??= 'bijschrift van een fotoprogramma';
    else if (marker === remark) found.text = utf8(content).slice(0, 200);
  }
  return told(found);
}

function fromXmp(found: PictureData, packet: string): void {
  if (/GPSLatitude|Iptc4xmpCore:Location|photoshop:City/.test(packet)) found.place = true;
  const author = /<dc:creator>[^<]{0,50}(?:<rdf:[^<>]{1,50}>\s{0,50}){1,2}([^<]{1,200})/.exec(packet)?.[1]?.trim();
  if (author) found.author ??= author;
}

function strippedJpeg(bytes: Uint8Array): Uint8Array {
  const { segments, rest } = jpegSegments(bytes);
  const exif = segments.find(({ marker, content }) => marker === app1 && latin(content.subarray(0, 6)) === 'Exif\0\0');
  const turn = exif ? tiffOf(exif.content.subarray(6))?.main.get(0x0112)?.number : undefined;
  const kept = segments.filter(({ marker }) => marker !== app1 && marker !== app13 && marker !== remark).map((one) => one.whole);
  const turned = turn !== undefined && turn > 1 && turn <= 8 ? [orientation(turn)] : [];
  // JFIF must be the first segment of a file.
  const jfif = kept[0]?.[1] === 0xe0 ? kept.splice(0, 1) : [];
  return joined([bytes.subarray(0, 2), ...jfif, ...turned, ...kept, bytes.subarray(rest)]);
}

/** An EXIF segment that says only how the picture must be turned. */
const orientation = (turn: number): Uint8Array =>
  Uint8Array.from([
    ...[0xff, app1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8],
    ...[0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0, 0, 0, 0, 0],
  ]);

interface Tag {
  number: number;
  text: string;
}

interface Tiff {
  main: Map<number, Tag>;
  gps: boolean;
}

/** The first directory of a TIFF header, as EXIF holds it; sizes and places that do not fit are passed over. */
function tiffOf(bytes: Uint8Array): Tiff | undefined {
  const order = latin(bytes.subarray(0, 2));
  if (bytes.length < 8 || (order !== 'II' && order !== 'MM')) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = order === 'II';
  const main = new Map<number, Tag>();
  const start = view.getUint32(4, little);
  const count = start + 2 <= bytes.length ? view.getUint16(start, little) : 0;
  for (let n = 0, at = start + 2; n < Math.min(count, 500) && at + 12 <= bytes.length; n++, at += 12) {
    const type = view.getUint16(at + 2, little);
    const length = view.getUint32(at + 4, little);
    const from = type === 2 && length > 4 ? view.getUint32(at + 8, little) : at + 8;
    const text =
      type === 2 && from + length <= bytes.length
        ? utf8(bytes.subarray(from, from + Math.min(length, 300)))
            .split('\0')[0]
            ?.trim()
        : '';
    main.set(view.getUint16(at, little), { number: type === 3 ? view.getUint16(at + 8, little) : view.getUint32(at + 8, little), text: text ?? '' });
  }
  const pointer = main.get(0x8825)?.number;
  return { main, gps: pointer !== undefined && pointer + 2 <= bytes.length && view.getUint16(pointer, little) > 0 };
}

function exifOf(bytes: Uint8Array): Partial<PictureData> {
  const tiff = tiffOf(bytes);
  if (!tiff) return {};
  const text = (tag: number): string => tiff.main.get(tag)?.text ?? '';
  const author = text(0x013b) || text(0x8298);
  const camera = [text(0x010f), text(0x0110)].filter((part) => part !== '').join(' ');
  const words = text(0x010e);
  return { place: tiff.gps, ...(author ? { author } : {}), ...(camera ? { camera } : {}), ...(words ? { text: words } : {}) };
}

const textChunks = new Set(['tEXt', 'iTXt', 'zTXt', 'eXIf', 'tIME']);

interface Chunk {
  type: string;
  content: Uint8Array;
  whole: Uint8Array;
}

function pngChunks(bytes: Uint8Array): Chunk[] {
  const chunks: Chunk[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 8; at < bytes.length;) {
    const length = at + 12 <= bytes.length ? view.getUint32(at) : bytes.length;
    const end = at + 12 + length;
    // What cannot be cut stays in one piece, so that a damaged picture is not damaged further.
    if (end > bytes.length) return [...chunks, { type: '', content: new Uint8Array(), whole: bytes.subarray(at) }];
    chunks.push({ type: latin(bytes.subarray(at + 4, at + 8)), content: bytes.subarray(at + 8, end - 4), whole: bytes.subarray(at, end) });
    at = end;
  }
  return chunks;
}

function pngData(bytes: Uint8Array): PictureData | undefined {
  const found: PictureData = { place: false };
  for (const { type, content } of pngChunks(bytes)) {
    if (type === 'eXIf') Object.assign(found, exifOf(content));
    if (type !== 'tEXt' && type !== 'iTXt' && type !== 'zTXt') continue;
    const [key = '', ...rest] = utf8(content.subarray(0, 2000)).split('\0');
    const value = rest.join(' ').trim();
    if (/^author|^artist/i.test(key)) found.author = value.slice(0, 200);
    else if (/^xml:/i.test(key)) fromXmp(found, utf8(content));
    else found.text ??= `${key}: ${type === 'zTXt' ? '…' : value}`.slice(0, 200);
  }
  return told(found);
}

const told = (found: PictureData): PictureData | undefined =>
  found.place || found.author !== undefined || found.camera !== undefined || found.text !== undefined ? found : undefined;

const latin = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
const utf8 = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');

const joined = (parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts);
