import { describe, expect, it } from 'vitest';
import { blockText } from '../../../domain/bundle/text-blocks.ts';
import { pictureSize } from '../../../main/bundles/picture-size.ts';
import { exampleInput } from '../../helpers/example-input.ts';

const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

describe('what products are made from', () => {
  it('has every practice with its parts, its verdicts and its place in the cycle', async () => {
    const { chapters, session } = await exampleInput();
    const entries = chapters.flatMap((chapter) => chapter.entries);
    expect(entries.length).toBeGreaterThan(8);
    const start = entries.find(({ title }) => title.startsWith('Startgesprek'));
    expect(start?.parts.map(({ id }) => id)).toEqual(expect.arrayContaining(['waarom', 'hoe', 'wat', 'tips']));
    expect(start?.parts.every(({ blocks }) => blockText(blocks).length > 0)).toBe(true);
    expect(start?.stage?.name).toBeTruthy();
    expect(start?.verdicts.length).toBeGreaterThan(0);
    expect(session?.fields['programma']).toBeInstanceOf(Array);
  });

  it('names no source that stays in the house, and no link to a write-up that does not come along', async () => {
    const files = {
      'praktijken/nieuw.md':
        '---\nid: p-nieuw\nsoort: praktijk\ntitel: Nieuw\nbronnen: [b-open, b-dicht]\n---\n\n## Waarom\n\nZie [[b-dicht]] en [[b-open]].\n',
      'bronnen/open.md':
        '---\nid: b-open\nsoort: bron\ntitel: Open bron\nmakers: [NJi]\njaar: 2024\nlink: https://example.nl\n---\n\n## Inhoud\n\nx\n',
      'bronnen/dicht.md': '---\nid: b-dicht\nsoort: bron\ntitel: Dichte bron\nvertrouwelijk: true\n---\n\n## Inhoud\n\nx\n',
    };
    const { chapters } = await exampleInput({}, files);
    const entry = chapters.flatMap(({ entries }) => entries).find(({ id }) => id === 'p-nieuw');
    expect(entry?.sources).toEqual([{ title: 'Open bron', makers: 'NJi', year: '2024', link: 'https://example.nl' }]);
    expect(JSON.stringify(entry?.parts)).not.toContain('"href"');
    expect(entry?.parts.map(({ blocks }) => blockText(blocks)).join('\n')).toContain('Zie een ander stuk en Open bron.');
  });

  it('has no remarks in it, whichever way they are written', async () => {
    const text = '---\nid: p-noot\nsoort: praktijk\ntitel: Noot\n---\n\n## Wat\n\nTekst <!-- een --> en %% twee %% verder.\n\n%%\ndrie\n%%\n';
    const { chapters } = await exampleInput({}, { 'praktijken/noot.md': text });
    const entry = chapters.flatMap(({ entries }) => entries).find(({ id }) => id === 'p-noot');
    expect(entry?.parts.map(({ blocks }) => blockText(blocks)).join('\n')).toMatch(/^Tekst\s+en\s+verder\.$/);
  });

  it('brings the pictures paper can show along, and leaves the others to their description', async () => {
    const text =
      '---\nid: p-foto\nsoort: praktijk\ntitel: Foto\n---\n\n## Wat\n\n![hoek](foto.bijlagen/hoek.png)\n\n![vals](foto.bijlagen/vals.png)\n';
    const { pictures } = await exampleInput(
      {},
      { 'praktijken/foto.md': text, 'praktijken/foto.bijlagen/hoek.png': pixel, 'praktijken/foto.bijlagen/vals.png': 'geen plaatje' },
    );
    expect([...pictures.keys()].filter((path) => path.includes('foto.bijlagen'))).toEqual(['praktijken/foto.bijlagen/hoek.png']);
    expect(pictures.get('praktijken/foto.bijlagen/hoek.png')).toMatchObject({ type: 'image/png', width: 1, height: 1 });
  });
});

describe('the size of a picture', () => {
  it('is read from PNG and JPEG, and unknown for what only looks like it', () => {
    expect(pictureSize(pixel)).toEqual({ type: 'image/png', width: 1, height: 1 });
    const frame = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc2, 0, 17, 8, 0, 30, 0, 40, 3, 0, 0, 0, 0, 0];
    expect(pictureSize(Uint8Array.from(frame))).toEqual({ type: 'image/jpeg', width: 40, height: 30 });
    expect(pictureSize(pixel.subarray(0, 20))).toBeUndefined();
    expect(pictureSize(new Uint8Array())).toBeUndefined();
  });
});
