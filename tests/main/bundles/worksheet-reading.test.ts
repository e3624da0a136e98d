import { describe, expect, it, test } from 'vitest';
import { officeProducts } from '../../../main/bundles/products/office-products.ts';
import { readWorksheet } from '../../../main/bundles/worksheet-reading.ts';
import { exampleInput, quietContext } from '../../helpers/example-input.ts';
import { filledIn, flattened, withParts, zipOf } from '../../helpers/filled-worksheet.ts';

const texts = {
  'oogst:team': 'Onderbouw',
  'oogst:C1:mark': '7',
  'oogst:C1:strong': 'Rust & orde <bij ons>',
  'oogst:C2:appeals': 'Eerste regel\nTweede regel',
  'oogst:C3:1:why': 'past bij ons',
  'oogst:C3:7:text': 'Eigen idee',
  'oogst:C3:2:why': 'nog geen tijd',
  'oogst:C5:steps': 'Morgen bellen',
};
const ticks = ['oogst:C3:1:ja', 'oogst:C3:3:nee', 'oogst:C3:7:ja', 'oogst:C3:7:nee'];
const expected = {
  practice: 'vb-koffie-poort',
  mark: 7,
  strong: 'Rust & orde <bij ons>',
  appeals: 'Eerste regel\nTweede regel',
  elements: [
    { text: 'Op tijd gestopt', take: 'ja', why: 'past bij ons' },
    { text: 'Navraag gedaan bij ouders', take: 'misschien', why: 'nog geen tijd' },
    { text: 'Stel vooraf de vraag aan drie mensen die je niet kent', take: 'nee' },
    { text: 'Eigen idee', take: 'misschien' },
  ],
  steps: 'Morgen bellen',
};

let kept: Promise<Uint8Array> | undefined;
/** Made once: the same input gives the same file. */
const worksheet = (): Promise<Uint8Array> => (kept ??= makeWorksheet());

async function makeWorksheet(): Promise<Uint8Array> {
  const files = await officeProducts.werkblad(await exampleInput(), quietContext);
  const file = files.find(({ name }) => name.includes('koffie'));
  if (!file) throw new Error('no worksheet');
  return file.bytes;
}

const changed = async (change: (document: string) => string): Promise<Uint8Array> =>
  withParts(await worksheet(), (text, path) => (path === 'word/document.xml' ? change(text) : text));
const filled = (): Promise<Uint8Array> => changed((document) => filledIn(document, texts, ticks));

describe('a worksheet that comes back', () => {
  it('gives what was filled in, and whose practice it is about', async () => {
    const found = await readWorksheet(await filled());
    expect(found).toEqual({
      schema: 'oogst-reflectie',
      version: 1,
      bundle: { title: 'Ouders als partner', made: '2026-11-26T12:00:00.000Z' },
      session: 'vb-studiedag-ouders',
      team: 'Onderbouw',
      answers: [expected],
      saved: '2026-11-26T12:00:00.000Z',
    });
  });

  it('gives the same when a program threw the places away and left their words', async () => {
    const found = await readWorksheet(await changed((document) => flattened(filledIn(document, texts, ticks))));
    expect(found).toMatchObject({ team: 'Onderbouw', answers: [expected] });
  });

  it('gives the same when a program kept the places but threw away their marks, as LibreOffice 7.4 does', async () => {
    const unmarked = (document: string): string => document.replace(/<w:(?:tag|lock) [^>]*\/>|<w:showingPlcHdr\/>/g, '');
    const found = await readWorksheet(await changed((document) => unmarked(filledIn(document, texts, ticks))));
    expect(found).toMatchObject({ team: 'Onderbouw', answers: [expected] });
  });

  it('is known by its last line when a program threw the properties away', async () => {
    const bare = await withParts(await filled(), (text, path) => {
      if (path === 'docProps/custom.xml') return undefined;
      return path === '_rels/.rels' ? text.replace(/<Relationship [^>]*custom-properties[^>]*>/, '') : text;
    });
    const found = await readWorksheet(bare);
    expect(found).toMatchObject({
      bundle: { title: 'Ouders als partner' },
      session: 'vb-studiedag-ouders',
      answers: [{ practice: 'vb-koffie-poort' }],
    });
  });

  it('leaves out what was deleted with changes tracked, and keeps what was typed beside a place', async () => {
    const found = await readWorksheet(
      await changed((document) =>
        filledIn(document, texts, ticks)
          .replace(
            '<w:t xml:space="preserve">Morgen bellen</w:t>',
            '<w:t>Morgen </w:t></w:r><w:del><w:r><w:delText>niet </w:delText></w:r></w:del><w:r><w:t>bellen</w:t>',
          )
          .replace(/(Tweede regel.*?<\/w:sdt>)/s, '$1<w:r><w:t xml:space="preserve"> en meer</w:t></w:r>'),
      ),
    );
    expect(found.answers[0]).toMatchObject({ steps: 'Morgen bellen', appeals: 'Eerste regel\nTweede regel en meer' });
  });

  it('says so when nothing was filled in', async () => {
    await expect(readWorksheet(await worksheet())).rejects.toThrow('er is niets ingevuld');
  });
});

describe('a file that is no worksheet', () => {
  const entity = '<!DOCTYPE a [<!ENTITY x "yyyy">]>';
  test.each<[string, () => Uint8Array | Promise<Uint8Array>, RegExp]>([
    ['no zip', () => Buffer.from('zomaar tekst, geen zip'), /geen zipbestand/],
    ['an old Word file', () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), /wachtwoord|oude Word/],
    ['a zip of something else', () => zipOf(new Map([['leesmij.txt', 'hallo']])), /geen Word-bestand/],
    ['a document type', () => changed((document) => document.replace('?>', `?>${entity}`)), /DOCTYPE/],
    ['a document that breaks off', () => changed((document) => document.slice(0, -40)), /beschadigd|afgebroken/],
    ['tags that do not match', () => changed((document) => document.replace('</w:p>', '</w:x>')), /beschadigd/],
    [
      'nesting without end',
      () => changed((d) => d.replace('<w:body>', `<w:body>${'<w:p>'.repeat(500)}`).replace('</w:body>', `${'</w:p>'.repeat(500)}</w:body>`)),
      /genest/,
    ],
    ['a bomb', () => changed((document) => document.replace('</w:body>', `${' '.repeat(24 * 1024 ** 2)}</w:body>`)), /samengeperst|te groot/],
    [
      'a Word file of another kind',
      () => zipOf(new Map([['word/document.xml', '<w:document><w:body><w:p/></w:body></w:document>']])),
      /geen werkblad van Oogst/,
    ],
    ['an id that is none', async () => withParts(await filled(), (text) => text.replaceAll('vb-koffie-poort', '../../x')), /geen werkblad van Oogst/],
  ])('is refused with a reason: %s', async (_, file, reason) => {
    await expect(async () => readWorksheet(await file())).rejects.toThrow(reason);
  });
});
