import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerTo, firstOpen, isAnswered, questionsOf, withAnswer, withSection, type Question } from '../../../domain/entries/interview.ts';
import { Kind } from '../../../domain/entries/kind.ts';

const folder = join(import.meta.dirname, '../../../resources/soorten');
const kinds = readdirSync(folder).map((name) => Kind.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
const kindCalled = (id: string): Kind => kinds.find((kind) => kind.id === id)!;
const practice = kindCalled('praktijk');
const asked = (name: string, kind = practice): Question => questionsOf(kind).find((question) => (question.name ?? question.id) === name)!;
const blank = '\n## Waarom\n\n## Hoe\n\n## Wat\n\n## Tips\n';
const put = (body: string, name: string, text: string): string => withAnswer(body, practice, asked(name), text);
const get = (body: string, name: string): string => answerTo(body, practice, asked(name)).text;

describe('the questions of a kind', () => {
  it('are those of part B of the checklist for a praktijk', () => {
    expect(questionsOf(practice)).toHaveLength(12);
    expect([...new Set(questionsOf(practice).map(({ section }) => section.item))]).toEqual([
      'checklist.B1',
      'checklist.B2',
      'checklist.B3',
      'checklist.B4',
    ]);
  });

  it.each(kinds.map((kind) => [kind.id, kind] as const))('land in the right section of a new %s, in any order, and are read back', (_, kind) => {
    const all = questionsOf(kind);
    let body = '\n';
    for (const question of all.toReversed()) body = withAnswer(body, kind, question, `Antwoord ${question.id}.`);
    for (const question of all) expect(answerTo(body, kind, question).text).toBe(`Antwoord ${question.id}.`);
    const order = all.map(({ id }) => body.indexOf(`Antwoord ${id}.`));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(body.match(/^## .*/gm)).toEqual(kind.sections.map(({ heading }) => `## ${heading}`));
    expect(firstOpen(body, kind)).toBe(all.length);
  });
});

describe('an answer', () => {
  it('comes under a heading in its section and leaves every other line alone', () => {
    expect(put(blank, 'Doel', 'Rust in de gang.')).toBe('\n## Waarom\n\n### Doel\n\nRust in de gang.\n\n## Hoe\n\n## Wat\n\n## Tips\n');
    expect(put(blank, 'Niet overslaan', 'Koffie.')).toBe('\n## Waarom\n\n## Hoe\n\n## Wat\n\n## Tips\n\n### Niet overslaan\n\nKoffie.\n');
  });

  it('makes its section where it belongs when it is not there', () => {
    expect(put('\nVooraf.\n\n## Why\n\nDaarom.\n\n## Tips\n\nEen tip.', 'Knelpunten', 'Tijd.')).toBe(
      '\nVooraf.\n\n## Why\n\nDaarom.\n\n## Hoe\n\n### Knelpunten\n\nTijd.\n\n## Tips\n\nEen tip.',
    );
    expect(put('\n', 'Doel', 'Rust.')).toBe('\n## Waarom\n\n### Doel\n\nRust.\n');
  });

  it('comes after the text that is in its section already, before answers to later questions', () => {
    const body = '\n## Hoe\n\nVrij geschreven.\n\n### Eigen kop\n\nBlijft.\n\n### Succesfactoren\n\nEen team.\n';
    const after = put(body, 'Voorgeschiedenis', 'Een jaar.');
    expect(after).toBe(
      '\n## Hoe\n\nVrij geschreven.\n\n### Eigen kop\n\nBlijft.\n\n### Voorgeschiedenis\n\nEen jaar.\n\n### Succesfactoren\n\nEen team.\n',
    );
    expect(answerTo(after, practice, asked('Voorgeschiedenis')).beside).toContain('Vrij geschreven.');
    expect(answerTo(after, practice, asked('Voorgeschiedenis')).beside).toContain('Een team.');
  });

  it('replaces only its own lines', () => {
    const body = '## Waarom\n### Doel\nOud.\n\n\n### Behoefte\nAnders.\n## Hoe\n';
    expect(put(body, 'Doel', 'Nieuw.\n\nMet meer.')).toBe('## Waarom\n### Doel\nNieuw.\n\nMet meer.\n\n\n### Behoefte\nAnders.\n## Hoe\n');
    expect(put(body, 'Doel', 'Oud.')).toBe(body);
  });

  it('takes its heading along when it is emptied', () => {
    expect(put(put(blank, 'Doel', 'Rust.'), 'Doel', ' ')).toBe(blank);
  });

  it('cannot break out of its section with headings or open code', () => {
    const text = '# Een\n\n## Hoe\n\n```\n## code';
    const body = put(blank, 'Doel', text);
    expect(get(body, 'Doel')).toBe(`${text}\n\`\`\``);
    expect(get(put(body, 'Knelpunten', 'Tijd.'), 'Doel')).toBe(`${text}\n\`\`\``);
    expect(body.match(/^## (Waarom|Hoe|Wat|Tips)$/gm)).toEqual(['## Waarom', '## Hoe', '## Wat', '## Tips']);
  });

  it('of a kind without questions is the text of the section itself', () => {
    const kind = kindCalled('vraag');
    const question = asked('achtergrond', kind);
    const body = withAnswer('\n## De vraag\n\n## Achtergrond\n\n## Wat we zoeken\n', kind, question, 'Daar speelt het.');
    expect(body).toBe('\n## De vraag\n\n## Achtergrond\n\nDaar speelt het.\n\n## Wat we zoeken\n');
    expect(withAnswer(body, kind, question, '')).toBe('\n## De vraag\n\n## Achtergrond\n\n## Wat we zoeken\n');
  });
});

describe('going on', () => {
  it('begins at the first question without an answer', () => {
    expect(firstOpen(blank, practice)).toBe(0);
    expect(firstOpen(put(put(blank, 'Doel', 'a'), 'Behoefte', 'b'), practice)).toBe(2);
  });

  it('counts a section that was written freely as answered', () => {
    const long = Array.from({ length: 50 }, () => 'woord').join(' ');
    const body = `\n## Waarom\n\n${long}\n\n## Hoe\n`;
    expect(isAnswered(body, practice, asked('Doel'))).toBe(true);
    expect(firstOpen(body, practice)).toBe(3);
  });
});

it('makes the heading of a section where it belongs, once', () => {
  const section = practice.sections[1]!;
  const body = withSection('\n## Waarom\n\nx\n\n## Tips\n', practice, section);
  expect(body).toBe('\n## Waarom\n\nx\n\n## Hoe\n\n## Tips\n');
  expect(withSection(body, practice, section)).toBe(body);
});
