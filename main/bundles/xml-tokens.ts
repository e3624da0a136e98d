import { BadZip } from '../library/zip-reading.ts';

/** A piece of XML. Names are without their prefix: `w:p` is `p`. */
export type XmlToken =
  | { type: 'open'; name: string; /** Has no contents. */ empty: boolean; attribute(name: string): string | undefined }
  | { type: 'close'; name: string }
  | { type: 'text'; text: string };

const mostTokens = 2_000_000;
const deepest = 300;
const piece =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/gy;

/** Reads XML piece by piece, and nothing from anywhere else: what declares a document type is refused. Throws {@link BadZip}. */
export function* xmlTokens(xml: string): Generator<XmlToken> {
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) throw new BadZip('er staat een DOCTYPE in');
  const open: string[] = [];
  const reading = new RegExp(piece);
  for (let at = xml.startsWith('\ufeff') ? 1 : 0, count = 0; at < xml.length; count++) {
    reading.lastIndex = at;
    const found = reading.exec(xml);
    if (!found || count > mostTokens) throw new BadZip('het bestand is beschadigd');
    at = reading.lastIndex;
    const [, data, slash, name = '', attributes = '', end, text] = found;
    if (data !== undefined) yield { type: 'text', text: data };
    else if (text !== undefined) yield { type: 'text', text: unescaped(text) };
    else if (slash === '/') {
      if (open.pop() !== name) throw new BadZip('het bestand is beschadigd');
      yield { type: 'close', name: bare(name) };
    } else if (slash === '') {
      if (end === '') open.push(name);
      if (open.length > deepest) throw new BadZip('het bestand is te diep genest');
      yield { type: 'open', name: bare(name), empty: end === '/', attribute: (wanted) => attributeOf(attributes, wanted) };
    }
  }
  if (open.length > 0) throw new BadZip('het bestand is afgebroken');
}

const bare = (name: string): string => name.slice(name.indexOf(':') + 1);

function attributeOf(attributes: string, wanted: string): string | undefined {
  for (const [, name = '', double, single] of attributes.matchAll(/([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    if (bare(name) === wanted) return unescaped(double ?? single ?? '');
  return undefined;
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return named[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
