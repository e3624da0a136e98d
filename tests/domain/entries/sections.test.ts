import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Kind } from '../../../domain/entries/kind.ts';
import { partsOfText, sectionAt } from '../../../domain/entries/sections.ts';

const folder = join(import.meta.dirname, '../../../resources/soorten');
const kinds = readdirSync(folder).map((name) => Kind.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));

it.each(kinds.map((kind) => [kind.id, kind] as const))('finds the part of a %s the cursor is in, by each heading that means it', (_, kind) => {
  for (const section of kind.sections)
    for (const heading of [section.heading, ...section.aliases]) {
      const body = `Vooraf.\n\n## ${heading}\n\n### Kopje\n\nTekst.\n\n## Iets anders\n\nMeer.\n`;
      expect(sectionAt(body, body.indexOf('Tekst'), kind)?.id).toBe(section.id);
      expect(sectionAt(body, 0, kind)).toBeUndefined();
      expect(sectionAt(body, body.indexOf('Meer'), kind)).toBeUndefined();
    }
});

it.each(kinds.map((kind) => [kind.id, kind] as const))('calls the parts of a %s full, thin or missing by their words', (_, kind) => {
  const [first, second] = kind.sections;
  const body = `## ${first!.heading}\n\n${'woord '.repeat(40)}\n\n## ${second!.heading}\n\nEen paar woorden.\n`;
  expect(partsOfText(body, kind).map(({ state, words }) => [state, words])).toEqual(
    kind.sections.map((_section, index) => (index === 0 ? ['vol', 40] : index === 1 ? ['dun', 3] : ['ontbreekt', 0])),
  );
});
