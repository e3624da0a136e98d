import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readFlow } from '../../../main/bundles/docx-flow.ts';
import { xmlTokens } from '../../../main/bundles/xml-tokens.ts';
import { BadZip } from '../../../main/library/zip-reading.ts';

const p = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const document = (body: string): string => `<?xml version="1.0"?><w:document><w:body>${body}</w:body></w:document>`;
const control = (tag: string, content: string, more = ''): string =>
  `<w:sdt><w:sdtPr><w:tag w:val="${tag}"/>${more}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;

describe('the text of a Word document', () => {
  it('is lines and tables, in order', () => {
    const table = `<w:tbl><w:tr><w:tc>${p('a')}${p('b')}</w:tc><w:tc>${p('c &amp; d')}</w:tc></w:tr></w:tbl>`;
    const head = '<w:p><w:pPr><w:pStyle w:val="Kop2"/><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>Kop</w:t></w:r></w:p>';
    expect(readFlow(document(`${head}${table}${p('x&#x20AC;&#65;')}`)).blocks).toEqual([
      { type: 'line', text: 'Kop', heading: true },
      { type: 'table', rows: [['a\nb', 'c & d']] },
      { type: 'line', text: 'x€A', heading: false },
    ]);
  });

  it('has the places that were filled in, around a line, within one and around lines', () => {
    const { controls, blocks } = readFlow(
      document(
        `${control('rond', p('een') + p('twee'))}<w:p>${control('in', '<w:r><w:t>drie</w:t></w:r>')}</w:p>` +
          `<w:p>${control('leeg', '<w:r><w:t>Klik hier</w:t></w:r>', '<w:showingPlcHdr/>')}</w:p>` +
          `<w:p>${control('vak', '<w:r><w:sym w:char="F0FE"/></w:r>', '<w14:checkbox><w14:checked w14:val="true"/></w14:checkbox>')}</w:p>`,
      ),
    );
    expect(Object.fromEntries(controls)).toEqual({
      rond: { text: 'een\ntwee' },
      in: { text: 'drie' },
      leeg: { text: '' },
      vak: { text: '☒', checked: true },
    });
    expect(blocks.map((block) => (block.type === 'line' ? block.text : ''))).toEqual(['een', 'twee', 'drie', '', '☒']);
  });

  it('takes no more memory for places within places', () => {
    const depth = 140;
    const tags = Array.from({ length: depth }, (_, at) => `<w:sdt><w:sdtPr><w:tag w:val="t${at}"/></w:sdtPr><w:sdtContent>`).join('');
    const { controls } = readFlow(`<d>${tags}${p('x'.repeat(4 * 1024 ** 2))}${'</w:sdtContent></w:sdt>'.repeat(depth)}</d>`);
    expect([...controls.values()].reduce((sum, { text }) => sum + text.length, 0)).toBeLessThan(5_000_000);
  });
});

describe('XML', () => {
  test.each(['<a>', '</a>', '<a></b>', '<a b=c/>', '<a b="<"/>', 'x<', '<!-- open', '<a', '<!doctype html><a/>', '<![CDATA[x', '<1/>'])(
    'is refused when it is none: %s',
    (text) => {
      expect(() => [...xmlTokens(text)]).toThrow(BadZip);
    },
  );

  it('is read or refused at once, whatever it is', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '=',
      ' ',
      'a',
      '/',
      '<a',
      '<a b="',
      '</a>',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<?',
      '?>',
      '&amp;',
      '&#x;',
      '&#99999999;',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 200 }), (pieces) => {
        try {
          expect([...xmlTokens(pieces.join(''))].length).toBeLessThanOrEqual(pieces.join('').length);
        } catch (error) {
          expect(error).toBeInstanceOf(BadZip);
        }
      }),
    );
    for (const long of [`<a ${'b="c" '.repeat(200_000)}`, `<a${' '.repeat(1_000_000)}!`, '<'.repeat(1_000_000), `<!--${'-'.repeat(1_000_000)}`])
      expect(() => [...xmlTokens(long)]).toThrow(BadZip);
  });
});
