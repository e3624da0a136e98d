import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Block, Span } from '../../../domain/bundle/text-blocks.ts';
import { createPdfProducts } from '../../../main/bundles/products/pdf-products.ts';
import type { Picture, ProductEntry, ProductInput } from '../../../main/bundles/products/product.ts';
import { exampleInput, quietContext } from '../../helpers/example-input.ts';
import { openTypesetter, readPdf } from '../../helpers/pdf.ts';

const products = createPdfProducts(openTypesetter());
const evil = '#read("/etc/passwd") $x^2$ @ref <label> *ster* `#eval("1")` \\ #set text(red) // weg /* ook */ [a](b) #panic()';
const address = `https://voorbeeld.example/${'een-heel-lang-pad-zonder-einde/'.repeat(12)}`;
const word = 'meervoudigepersoonlijkheidsontwikkelingsmogelijkheden'.repeat(4);
const text = (value: string, marks: object = {}): Span => ({ type: 'text', text: value, ...marks });
const paragraph = (...spans: Span[]): Block => ({ type: 'paragraph', spans });

const columns = 12;
const wide: Block = {
  type: 'table',
  align: Array.from({ length: columns }, (_, at) => (['left', 'center', 'right'] as const)[at % 3] ?? 'left'),
  header: Array.from({ length: columns }, (_, at) => [text(`Kolom ${at + 1}`)]),
  rows: Array.from({ length: 60 }, (_, row) => Array.from({ length: columns }, (__, at) => [text(at === 3 ? word : `cel ${row}-${at}`)])),
};

const blocks: Block[] = [
  paragraph(text(evil)),
  paragraph(text(evil, { code: true }), { type: 'break' }, text(address, { href: address }), {
    type: 'note',
    blocks: [paragraph(text(`Noot ${evil}`)), wide],
  }),
  { type: 'heading', level: 3, spans: [text(word)] },
  { type: 'heading', level: 6, spans: [text(evil)] },
  { type: 'code', text: `${evil}\n${word}${word}` },
  { type: 'quote', blocks: [paragraph(text(word)), { type: 'list', ordered: true, start: 7, items: [{ blocks: [] }] }] },
  {
    type: 'list',
    ordered: false,
    start: 1,
    items: [
      { checked: true, blocks: [paragraph(text(evil))] },
      { checked: false, blocks: [wide] },
    ],
  },
  wide,
  { type: 'table', align: [], header: [], rows: [] },
  { type: 'table', align: ['left'], header: [[]], rows: [] },
  { type: 'picture', path: 'groot.png', alt: evil },
  { type: 'picture', path: 'kapot.png', alt: 'Een beeld dat kapot is' },
  { type: 'picture', path: 'weg.png', alt: 'Een beeld dat er niet is' },
  { type: 'picture', path: 'smal.png', alt: '' },
  paragraph({ type: 'picture', path: 'groot.png', alt: 'klein in de regel' }, text(' \u0000\u0007\u202e\ufffe 👩‍👩‍👧 ‏שלום 漢字')),
  { type: 'rule' },
  paragraph(),
];

const hostile = (entry: ProductEntry): ProductEntry => ({
  ...entry,
  title: `${entry.title} ${evil}`,
  summary: `${evil} ${word}`,
  organisation: evil,
  contact: address,
  facts: [{ key: 'regio', label: evil, value: word }],
  fields: { ...entry.fields, succesfactoren: [evil, word, ''], knelpunten: [address] },
  parts: [...entry.parts, { id: 'tips', heading: evil, blocks }, { heading: '', blocks: [] }],
  sources: [{ title: evil, makers: evil, year: '2020', link: address }],
});

/** A grey PNG of so many pixels. */
function png(width: number, height: number): Picture {
  const chunk = (name: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const out = Buffer.alloc(body.length + 8);
    out.writeUInt32BE(data.length);
    body.copy(out, 4);
    out.writeUInt32BE(crc(body), body.length + 4);
    return out;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  const rows = deflateSync(Buffer.alloc((width + 1) * height, 0));
  const bytes = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
  return { bytes, type: 'image/png', width, height };
}

function crc(bytes: Buffer): number {
  let value = ~0;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return ~value >>> 0;
}

async function hostileInput(): Promise<ProductInput> {
  const input = await exampleInput({ title: `Dag ${evil}` });
  const entries = input.chapters.flatMap((chapter) => chapter.entries).slice(0, 2);
  const broken = { ...png(20, 20), bytes: png(20, 20).bytes.subarray(0, 50) };
  return {
    ...input,
    subtitle: word,
    style: { ...input.style, name: evil, accent: '#ffff00', font: 'schreef' },
    logo: broken,
    chapters: [{ title: evil, entries: entries.map(hostile) }],
    pictures: new Map([
      ['groot.png', png(4000, 3000)],
      ['smal.png', png(20, 4000)],
      ['kapot.png', broken],
    ]),
    ...(input.session
      ? {
          session: {
            ...hostile(input.session),
            fields: {
              programma: [{ onderdeel: evil, minuten: 'veel', materialen: [word, '=1+1'] }, { onderdeel: word }, 3],
              vooropdrachten: [address],
            },
          },
        }
      : {}),
  };
}

describe('hostile texts on paper', { timeout: 120_000 }, () => {
  it('stand there as they were written, within the page, in every product', async () => {
    const input = await hostileInput();
    for (const [id, make] of Object.entries(products)) {
      const files = await make(input, quietContext);
      expect(files.length, id).toBeGreaterThan(0);
      for (const { name, bytes } of files.filter((file) => file.name.endsWith('.pdf'))) {
        const read = await readPdf(bytes);
        const words = read.pages.join('\n').replace(/\s+/g, '');
        expect(words, name).toContain('#read("/etc/passwd")');
        // No letter loses its meaning in any of the fonts.
        expect(words, name).not.toMatch(/asswd(?<!passwd)/);
        expect(words, name).not.toContain('root:x:0');
        expect(read.outside, name).toEqual([]);
        expect(
          read.pages.filter((page) => page.trim() === ''),
          name,
        ).toEqual([]);
      }
    }
  });

  it('leave a picture that cannot be printed to its description', async () => {
    const [file] = (await products.boekje?.(await hostileInput(), quietContext)) ?? [];
    const words = (await readPdf(file?.bytes ?? new Uint8Array())).pages.join('\n').replace(/\s+/g, ' ');
    expect(words).toContain('[afbeelding: Een beeld dat kapot is]');
    expect(words).toContain('[afbeelding: Een beeld dat er niet is]');
  });

  it('leave out what a write-up does not have', async () => {
    const input = await exampleInput();
    const [first] = input.chapters.flatMap((chapter) => chapter.entries);
    const bare: ProductEntry = {
      id: 'a',
      kind: 'praktijk',
      kindName: 'praktijk',
      title: 'Leeg',
      summary: '',
      facts: [],
      parts: [],
      verdicts: [],
      sources: [],
      fields: {},
    };
    const { logo: _, ...rest } = { ...input, chapters: [{ title: '', entries: first ? [bare] : [] }], session: { ...bare, kind: 'sessie' } };
    for (const [id, make] of Object.entries(products)) {
      const [file] = await make(rest, quietContext);
      const read = await readPdf(file?.bytes ?? new Uint8Array());
      expect(read.pages.join('\n'), id).toContain('Leeg');
      expect(
        read.pages.every((page) => page.trim() !== ''),
        id,
      ).toBe(true);
    }
  });
});
