import { describe, expect, it } from 'vitest';
import { findMention, linkMention } from '../../../domain/entries/mentions.ts';

const title = 'Bellen met thuis';

describe('finding where a write-up is named', () => {
  it.each([
    ['capitals apart', 'Zie ook bellen met thuis.', 'bellen met thuis'],
    ['with other spaces', 'Zie Bellen  met thuis.', 'Bellen  met thuis'],
    ['beside a link to something else', '[bellen met thuis](x.md) en Bellen met thuis', 'Bellen met thuis'],
  ])('finds it %s', (_, body, text) => {
    expect(findMention(body, title)?.text).toBe(text);
  });

  it.each([
    ['part of a word', 'Bellen met thuiswerkers'],
    ['code', 'Typ `Bellen met thuis` in'],
    ['a fence', '```\nBellen met thuis\n```\n'],
    ['a wikilink', 'Zie [[Bellen met thuis]] en [[x|Bellen met thuis]].'],
    ['a link', 'Zie [Bellen met thuis](x.md) en [Bellen met thuis][1].\n\n[1]: x.md "Bellen met thuis"'],
    ['a heading', '## Bellen met thuis'],
    ['a comment', '<!-- over\nBellen met thuis\n-->'],
    ['an address', 'https://voorbeeld.nl/Bellen met'],
  ])('leaves %s alone', (_, body) => {
    expect(findMention(body, title)).toBeUndefined();
  });

  it('changes the words and nothing else, whatever the line endings', () => {
    const file = '\uFEFF---\r\ntitel: Bellen met thuis\r\n---\r\nEerst.\r\nDan bellen met thuis, ja.\r\n';
    expect(linkMention(file, title, title)).toBe(
      '\uFEFF---\r\ntitel: Bellen met thuis\r\n---\r\nEerst.\r\nDan [[Bellen met thuis|bellen met thuis]], ja.\r\n',
    );
  });

  it('takes signs in a title as they are', () => {
    expect(linkMention('Wat (nu)? Dit.', 'Wat (nu)?', 'id-1')).toBe('[[id-1|Wat (nu)?]] Dit.');
    expect(linkMention('Niets', 'Wat (nu)?', 'id-1')).toBeUndefined();
  });
});
