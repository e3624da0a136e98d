import { describe, expect, it, test } from 'vitest';
import { csvCell } from '../../../main/bundles/products/overview-file.ts';
import { officeProducts } from '../../../main/bundles/products/office-products.ts';
import { exampleInput, quietContext } from '../../helpers/example-input.ts';

describe('a cell of the overview', () => {
  test.each([
    ['gewoon', 'gewoon'],
    ['een; twee', '"een; twee"'],
    ['zij zei "ja"', '"zij zei ""ja"""'],
    ['=cmd|calc', "'=cmd|calc"],
    ['+31 6', "'+31 6"],
    ['-1', "'-1"],
    ['@SOM(A1)', "'@SOM(A1)"],
    ['  =1+1', "'  =1+1"],
    ['\u00a0=1+1', "'\u00a0=1+1"],
    ['\u200b=1+1', "'\u200b=1+1"],
    ['\ufeff=1+1', "'\ufeff=1+1"],
    ['\t=1+1', '"\'\t=1+1"'],
    ['\tgewoon', '"\'\tgewoon"'],
    ['"=1+1"', '"\'""=1+1"""'],
    ["'=1+1", "''=1+1"],
    ['＝1+1', "'＝1+1"],
    ['goed\n=fout', '"goed\n\'=fout"'],
    ['goed\r\n  -fout\r@x', '"goed\n\'  -fout\n\'@x"'],
    ['\u0000=1', "'=1"],
    ['3 van 5', '3 van 5'],
    ['10-12', '10–12'],
    ['4 - 6', '4–6'],
    ['1/2', "'1/2"],
    ['1e5', "'1e5"],
    ['0612345678', "'0612345678"],
    ['123456789012', "'123456789012"],
    ['06-12345678', '06-12345678'],
    ['2026-11-26', '2026-11-26'],
    ['12', '12'],
    ['', ''],
  ])('P12: %j becomes %j', (text, cell) => expect(csvCell(text)).toBe(cell));
});

/** Reads a table as RFC 4180 says, with semicolons. */
function rowsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const found of text.replace(/\r\n$/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^;\r\n]*))(;|\r\n|$)/g)) {
    if (found[0] === '') break;
    rows.at(-1)?.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === '\r\n') rows.push([]);
  }
  return rows;
}

describe('the overview', () => {
  it('has a row per write-up, with its stage, its verdicts and where to find it', async () => {
    const [file] = await officeProducts.overzicht(await exampleInput(), quietContext);
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(file?.bytes);
    expect(file?.name).toBe('overzicht.csv');
    expect(text.startsWith('\ufeffNummer;Titel;')).toBe(true);
    const [header = [], ...rows] = rowsOf(text.slice(1));
    expect(rows).toHaveLength(13);
    expect(rows.every((row) => row.length === header.length)).toBe(true);
    const at = (row: readonly string[] | undefined, column: string): string => row?.[header.indexOf(column)] ?? '?';
    const row = rows.find((one) => at(one, 'Titel') === 'Buurt in bloei');
    expect(at(row, 'Fase')).toBe('Implementeer');
    expect(at(row, 'Fase sinds')).toBe('2026-01-26');
    expect(at(row, 'A2 Ontwikkelproces inzichtelijk')).toBe('niet te beoordelen');
    expect(at(row, 'A4 Meerdere perspectieven')).toBe('nee');
    expect(at(row, 'Voldoet aan')).toBe('1 van 7');
    expect(at(row, 'Succesfactoren')).toBe('bewoners en ondernemers in hetzelfde netwerk');
    expect(at(row, 'Vindplaats in de bundel')).toBe('index.html#/stuk/vb-buurt-in-bloei');
  });

  it('lets no formula through, whatever a write-up says', async () => {
    const files = {
      'praktijken/kwaad.md': '---\nid: p-kwaad\nsoort: praktijk\ntitel: "=HYPERLINK(1)"\nsamenvatting: "goed\\n=fout"\ncontact: "@x"\n---\n',
    };
    const [file] = await officeProducts.overzicht(await exampleInput({}, files), quietContext);
    const cells = rowsOf(new TextDecoder().decode(file?.bytes)).flat();
    expect(cells.flatMap((cell) => cell.split('\n')).filter((line) => /^\s*[=+\-@]/.test(line))).toEqual([]);
    expect(cells).toContain("'=HYPERLINK(1)");
  });
});
