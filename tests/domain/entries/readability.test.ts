import { describe, expect, test } from 'vitest';
import { readabilityOf } from '../../../domain/entries/readability.ts';

const easy = 'Op dinsdag zitten we bij elkaar. De ouders drinken koffie. Wij vertellen wat we doen. Daarna stellen zij vragen. Dat werkt goed. ';
const hard =
  'De implementatie van de leerlingvolgsysteemprocedure veronderstelt dat onderwijsprofessionals hun handelingsrepertoire systematisch evalueren teneinde de onderwijsopbrengsten binnen de organisatie structureel en aantoonbaar te verduurzamen. ';

describe('how hard a text is to read', () => {
  test('tells short plain sentences from long ones with long words', () => {
    expect(readabilityOf(easy.repeat(3)).level).toBe('b1');
    expect(readabilityOf(hard.repeat(3)).level).toBe('ver-boven');
    expect(readabilityOf(`${easy.repeat(2)}${hard}`).level).toBe('boven');
  });

  test('says nothing of a few words', () => {
    expect(readabilityOf('Dit is nog niets.')).toMatchObject({ level: 'kort', words: 4, sentences: 1 });
    expect(readabilityOf('')).toMatchObject({ level: 'kort', words: 0, sentences: 0, sentenceLength: 0 });
  });

  test('ends no sentence at an abbreviation, a number or a small letter', () => {
    expect(readabilityOf('We vragen bijv. Anna en dhr. Bos op 3. mei (evt. later). Klaar!').sentences).toBe(2);
    expect(readabilityOf('“Komt het goed?” vroeg zij… en ja, het kwam goed.').sentences).toBe(1);
  });

  test('takes list items, headings and cells for sentences of their own, and a broken line for one', () => {
    expect(readabilityOf('## Wat we doen\n\n- eerst dit\n- dan dat\n\nEen zin die\nverder gaat.\n\n| een | twee |\n| --- | --- |').sentences).toBe(6);
  });

  test('counts no code, addresses or pictures', () => {
    const found = readabilityOf('Zie [hier](https://example.org/een-heel-lang-adres-met-woorden) ![plaat](a.png)\n\n```\ncode met woorden\n```\n');
    expect(found).toMatchObject({ words: 2, longWords: 0 });
  });

  test('counts long sentences and the share of long words', () => {
    const found = readabilityOf(hard);
    expect(found.longSentences).toBe(1);
    expect(found.longWords).toBeGreaterThan(0.3);
  });
});
