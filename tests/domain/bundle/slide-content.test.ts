import { describe, expect, it } from 'vitest';
import { daySlides, practiceSlides, type Slide, type SlidePractice } from '../../../domain/bundle/slide-content.ts';
import { pointsOf } from '../../../domain/bundle/slide-points.ts';
import type { Block } from '../../../domain/bundle/text-blocks.ts';

const line = (text: string): Block => ({ type: 'paragraph', spans: [{ type: 'text', text }] });
const list = (...texts: string[]): Block => ({ type: 'list', ordered: false, start: 1, items: texts.map((text) => ({ blocks: [line(text)] })) });
const cell = (text: string) => [{ type: 'text' as const, text }];

const practice = (changes: Partial<SlidePractice> = {}): SlidePractice => ({
  title: 'Startgesprek',
  summary: 'De leerling opent.',
  fields: { succesfactoren: ['vaste dag', 'één vraag'], knelpunten: ['tijd'] },
  facts: [],
  sources: [{ title: 'Een lerend netwerk starten', makers: 'NJi', year: '2021' }],
  contact: 'mentor@example.nl',
  parts: [
    { id: 'waarom', item: 'checklist.B1', heading: 'Waarom', blocks: [line('Daarom deden we het.')] },
    { id: 'hoe', item: 'checklist.B2', heading: 'Hoe', blocks: [line('Zo ging het.')] },
    { id: 'wat', item: 'checklist.B3', heading: 'Wat', blocks: [line('Dit gebeurt er nu.')] },
    { id: 'tips', item: 'checklist.B4', heading: 'Tips', blocks: [list('Begin klein.', 'Vertel het door.')] },
  ],
  ...changes,
});

const titles = (slides: readonly Slide[]): string[] => slides.map(({ title }) => title);
const shown = (slide: Slide | undefined): string[] => (slide?.type === 'punten' ? slide.lines.map(({ text }) => text) : []);

describe('the slides of a practice', () => {
  it('tell the four parts from the same text in the order of a presentation', () => {
    const slides = practiceSlides(practice(), [], 'vier');
    expect(titles(slides)).toEqual([
      'Startgesprek',
      'Inleiding',
      'Opbrengsten',
      'Opbrengsten: wat hielp en wat tegenzat',
      'Proces',
      'Tips',
      'Vragen aan jullie',
      'Meer weten',
    ]);
    expect(shown(slides[2])).toEqual(['Dit gebeurt er nu.']);
    expect(shown(slides[3])).toEqual(['Wat hielp', 'vaste dag', 'één vraag', 'Wat zat tegen', 'tijd']);
    expect(shown(slides[6])).toHaveLength(4);
    expect(shown(slides[7])).toEqual(['Vragen over deze praktijk: mentor@example.nl', 'NJi, Een lerend netwerk starten, 2021']);
  });

  it('take more slides for a long part, each with a name of its own, and lose nothing', () => {
    const texts = Array.from(
      { length: 30 },
      (_, at) => `Dit is tip nummer ${at}, en die is best lang omdat er veel over te zeggen valt voor wie begint.`,
    );
    const slides = practiceSlides(practice({ parts: [{ id: 'tips', heading: 'Tips', blocks: [list(...texts)] }] }), [], 'vijf');
    const tips = slides.filter(({ title }) => title.startsWith('Tips'));
    expect(tips.length).toBeGreaterThan(3);
    expect(new Set(titles(tips)).size).toBe(tips.length);
    expect(tips.flatMap(shown)).toEqual(texts);
    expect(tips.every((slide) => slide.type === 'punten' && slide.lines.length <= 6)).toBe(true);
  });

  it('keep a title, a summary and names of any length within their place, and the whole of them with the speaker', () => {
    const [title, summary, organisation] = ['titel en nog meer '.repeat(30), 'Een zin in een samenvatting. '.repeat(40), 'De scholen '.repeat(40)];
    const fields = { succesfactoren: ['woord '.repeat(100)] };
    const own = practice({ title, summary, organisation, fields, contact: 'lang@'.repeat(100) });
    const slides = practiceSlides({ ...own, parts: [...own.parts, { heading: 'kop '.repeat(80), blocks: [line('Zin.')] }] }, [], 'vijf');
    const [cover] = slides;
    expect(cover?.type === 'titel' && cover.lines.map(({ length }) => length <= 280)).toEqual([true, true]);
    expect(cover?.notes).toContain(`${title}\n\n${summary}\n${organisation}`);
    expect(slides.map((slide) => slide.title.length).filter((length) => length > 150)).toEqual([]);
    expect(
      slides
        .slice(1)
        .map((slide) => slide.title.length)
        .filter((length) => length > 115),
    ).toEqual([]);
    expect(slides.flatMap(shown).filter(({ length }) => length > 250)).toEqual([]);
    expect(slides.at(-1)?.notes).toContain('lang@'.repeat(100));
  });

  it('show what stands under a heading of its own', () => {
    const slides = practiceSlides(practice({ parts: [{ heading: 'Achteraf', blocks: [line('Wat er later gebeurde.')] }] }), [], 'vijf');
    expect(titles(slides)).toContain('Achteraf');
  });
});

describe('a point on a slide', () => {
  it('is whole sentences; the rest stays with the speaker', () => {
    const long = `Een zin ${'die maar doorgaat '.repeat(12)}tot het einde.`;
    const [point] = pointsOf([line(`${long} Kort. Nog kort. ${long}`)]);
    expect(point).toMatchObject({ lines: [{ text: 'Kort. Nog kort.', level: 0 }], full: `${long} Kort. Nog kort. ${long}` });
  });

  it('closes a quotation that goes on', () => {
    const rest = `${'En zo ging hij nog lang door, '.repeat(8)}zei hij."`;
    expect(pointsOf([line(`"Ik liep langs de andere kant. ${rest}`)])[0]).toMatchObject({ lines: [{ text: '"Ik liep langs de andere kant."' }] });
  });

  it('is a table or a picture by itself, unless the table is too large to read', () => {
    const small: Block = { type: 'table', align: ['left'], header: [cell('Wat')], rows: [[cell('Dit')]] };
    const large: Block = { ...small, rows: [[cell('lang '.repeat(40))]] };
    const picture: Block = { type: 'picture', path: 'a.png', alt: 'Een hoek' };
    expect(pointsOf([line('Kijk.'), small, picture, large]).map(({ type }) => type)).toEqual(['tekst', 'tabel', 'beeld', 'tekst']);
    expect(pointsOf([line('Kijk.'), large])).toEqual([
      { type: 'tekst', lines: [{ text: 'Kijk.', level: 0 }], full: expect.stringContaining('lang lang') },
    ]);
  });

  it('is a wide table in parts that can be read, each with its first column', () => {
    const names = Array.from({ length: 14 }, (_, at) => `Kolom ${at + 1}`);
    const wide: Block = { type: 'table', align: [], header: names.map(cell), rows: [names.map((_, at) => cell(`cel ${at + 1}`))] };
    const slides = practiceSlides(practice({ parts: [{ id: 'hoe', heading: 'Hoe', blocks: [wide] }] }), [], 'vijf');
    const tables = slides.filter((slide) => slide.type === 'tabel');
    expect(tables.map(({ header }) => header.length)).toEqual([5, 5, 5, 2]);
    expect(tables.every(({ header, rows }) => header[0] === 'Kolom 1' && rows[0]?.[0] === 'cel 1')).toBe(true);
    expect(new Set(tables.flatMap(({ header }) => header))).toEqual(new Set(names));
  });

  it('is of a table that goes on and on the beginning, with the number of rows that is left', () => {
    const rows = Array.from({ length: 300 }, (_, at) => [cell(String(at + 1)), cell(at === 5 ? `lang ${'en breed '.repeat(20)}einde` : 'uitkomst')]);
    const long: Block = { type: 'table', align: [], header: [cell('Nummer'), cell('Wat')], rows };
    const slides = practiceSlides(practice({ parts: [{ id: 'hoe', heading: 'Hoe', blocks: [long] }] }), [], 'vijf');
    const tables = slides.filter((slide) => slide.type === 'tabel');
    expect(tables).toHaveLength(3);
    const shownRows = tables.reduce((sum, table) => sum + table.rows.length, 0);
    expect(tables.map(({ below }) => below)).toEqual([undefined, undefined, `Nog ${300 - shownRows} rijen: zie de notities.`]);
    expect(tables.flatMap((table) => table.rows.flat()).every((text) => text.length <= 90)).toBe(true);
    expect(tables[0]?.notes).toContain('breed einde');
    expect(tables[0]?.notes.split('\n')).toHaveLength(301);
  });

  it('points at the notes for a text that is one endless sentence', () => {
    const endless = 'woord en nog een '.repeat(200);
    expect(pointsOf([line(endless)])).toMatchObject([{ lines: [{ text: 'Dit deel staat bij de notities.' }] }]);
  });

  it('keeps a heading with what stands under it', () => {
    const heading: Block = { type: 'heading', level: 3, spans: cell('Kop') };
    const blocks = [list(...Array.from({ length: 9 }, (_, at) => `Punt ${at}.`)), heading, line('Onder de kop.')];
    const slides = practiceSlides(practice({ parts: [{ id: 'tips', heading: 'Tips', blocks }] }), [], 'vier').filter(({ title }) =>
      title.startsWith('Tips'),
    );
    expect(slides.map(shown)).toEqual([Array.from({ length: 9 }, (_, at) => `Punt ${at}.`), ['Kop', 'Onder de kop.']]);
  });

  it('is there for a text of nothing but long sentences too', () => {
    const long = `Een zin ${'die maar doorgaat '.repeat(12)}tot het einde.`;
    expect(pointsOf([line(long)])).toEqual([{ type: 'tekst', lines: [{ text: long, level: 0 }], full: long }]);
    expect(pointsOf([])).toEqual([]);
  });
});

describe('the slides of the day', () => {
  it('have the programme, a slide per practice and the questions', () => {
    const programme = Array.from({ length: 14 }, (_, at) => [`9.${at}0`, `Onderdeel ${at}`, '10 minuten'] as const);
    const day = {
      title: 'Ouders',
      house: 'Waterrijk',
      date: '2026-11-26',
      programme,
      chapters: [{ title: '', practices: [practice(), practice({ title: 'Ouderkamer' })] }],
    };
    const slides = daySlides(day, [], 'vijf');
    expect(titles(slides)).toEqual([
      'Ouders',
      'Programma (1 van 2)',
      'Programma (2 van 2)',
      'Praktijken van vandaag',
      'Startgesprek',
      'Ouderkamer',
      'Vragen aan jullie',
    ]);
    expect(slides[0]).toMatchObject({ lines: ['Waterrijk · 26 november 2026'] });
    expect(shown(slides[4])).toEqual([
      'De leerling opent.',
      'Opbrengsten',
      'Dit gebeurt er nu.',
      'Wat hielp',
      'vaste dag, één vraag',
      'Tip',
      'Begin klein.',
    ]);
    expect(slides[4]?.notes).toContain('Zo ging het.');
  });

  it('leave out of a long summary and of many names what does not fit, and say how many', () => {
    const many = Array.from({ length: 9 }, (_, at) =>
      practice({ title: `Praktijk ${at}`, summary: 'Een zin die er best mag zijn op een dia. '.repeat(30) }),
    );
    const day = { title: 'Dag', house: 'Huis', date: '2026-11-26', programme: [], chapters: [{ title: 'Deel', practices: many }] };
    const slides = daySlides(day, [], 'vijf');
    const chapter = slides.find(({ title }) => title === 'Deel');
    expect(chapter?.type === 'titel' && chapter.lines).toEqual(['Praktijk 0', 'Praktijk 1', 'Praktijk 2', 'Praktijk 3', 'en nog 5 praktijken']);
    expect(chapter?.notes).toContain('Praktijk 8');
    const one = slides.find(({ title, type }) => title === 'Praktijk 3' && type === 'punten');
    expect(shown(one).length).toBeLessThan(12);
    expect(shown(one)).toContain('Dit gebeurt er nu.');
  });

  it('have no slide with nothing on it for a practice with next to nothing', () => {
    const bare = practice({ title: 'Kaal', summary: '', fields: {}, parts: [{ id: 'waarom', heading: 'Waarom', blocks: [line('Daarom.')] }] });
    const empty = { ...bare, title: 'Leeg', parts: [] };
    const slides = daySlides(
      { title: 'Dag', house: 'Huis', date: '2026-11-26', programme: [], chapters: [{ title: '', practices: [bare, empty] }] },
      [],
      'vijf',
    );
    expect(shown(slides.find(({ title }) => title === 'Kaal'))).toEqual(['Daarom.']);
    expect(slides.find(({ title }) => title === 'Leeg')?.type).toBe('titel');
  });
});
