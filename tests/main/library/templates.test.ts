import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { failureOf } from '../../helpers/failure-of.ts';
import { openServices } from '../../helpers/open-services.ts';

const visit = `---
sjabloon: Schoolbezoek
uitleg: Voor wie op bezoek gaat en meeschrijft.
soort: praktijk
titel: telt niet
id: telt-niet
organisatie: Samenwerkingsverband Waterrijk
trefwoorden: [bezoek]
status: onzin
---

<!-- Vraag eerst of je mag meeschrijven. -->

## Waarom

<!--
Wat zag je
als eerste?
-->

## Wat we zagen

Vaste zin. <!-- aanvullen -->

\`\`\`html
<!-- blijft -->
\`\`\`
`;
const files = {
  '.oogst/sjablonen/schoolbezoek.md': visit,
  '.oogst/sjablonen/kapot.md': '---\nsoort: praktijk\n',
  '.oogst/sjablonen/vreemd.md': '---\nsoort: recept\n---\n',
  '.oogst/sjablonen/vrij-blad.md': '## Los\n',
  '.oogst/sjablonen/plaatje.png': 'x',
};

it('lists the templates of a kennismap by name, with what is wrong with those that cannot be used', async () => {
  const { call } = await openServices(files);
  expect(await call('entries.templates', {})).toEqual([
    { id: 'kapot.md', name: 'Kapot', problem: 'de kop wordt niet afgesloten met drie streepjes' },
    { id: 'schoolbezoek.md', name: 'Schoolbezoek', description: 'Voor wie op bezoek gaat en meeschrijft.', kind: 'praktijk' },
    { id: 'vreemd.md', name: 'Vreemd', kind: 'recept', problem: 'de soort “recept” bestaat niet' },
    { id: 'vrij-blad.md', name: 'Vrij blad' },
  ]);
});

it('makes a write-up with the fields and sections of a template and none of its guidance', async () => {
  const { call, dir } = await openServices(files);
  const saved = await call('entries.create', { kind: 'praktijk', title: 'Op bezoek', template: 'schoolbezoek.md' });
  const text = await readFile(join(dir, saved.path), 'utf8');
  expect(text).toBe(`---
id: ${saved.id}
soort: praktijk
titel: Op bezoek
status: onzin
datum: '2026-11-23'
delen: intern
organisatie: Samenwerkingsverband Waterrijk
trefwoorden:
  - bezoek
---

## Waarom

## Wat we zagen

Vaste zin.

\`\`\`html
<!-- blijft -->
\`\`\`
`);
});

it('takes a template without a kind for any kind, and the headings of the kind where a template has no text', async () => {
  const { call } = await openServices({ ...files, '.oogst/sjablonen/leeg.md': '---\nregio: Noord\n---\n\n<!-- niets -->\n' });
  const free = await call('entries.create', { kind: 'vraag', title: 'A', template: 'vrij-blad.md' });
  expect((await call('entries.read', { id: free.id })).body).toBe('\n## Los\n');
  const empty = await call('entries.create', { kind: 'vraag', title: 'B', template: 'leeg.md' });
  const read = await call('entries.read', { id: empty.id });
  expect(read.fields['regio']).toBe('Noord');
  expect(read.body).toContain('## De vraag\n\n## Achtergrond\n');
});

it.each(['kapot.md', 'vreemd.md', 'weg.md', '../velden.json', 'schoolbezoek.md'])('makes nothing from %s when it does not fit', async (template) => {
  const { call, services } = await openServices(files);
  const failure = await failureOf(call('entries.create', { kind: 'vraag', title: 'A', template }));
  expect(failure.code).toBe('entry.bad-template');
  expect(services.session.library().shelf.size).toBe(0);
});

it('makes every kind with its own sections and nothing else when no template is chosen', async () => {
  const { call } = await openServices();
  const { kinds } = await call('vocabulary.read', {});
  for (const kind of kinds) {
    const { id } = await call('entries.create', { kind: kind.id, title: `Een ${kind.name}` });
    const { body, problemList } = await call('entries.read', { id });
    expect(body.split('\n').filter(Boolean)).toEqual(kind.sections.map(({ heading }) => `## ${heading}`));
    for (const { prompt, questions } of kind.sections)
      for (const said of [prompt, ...questions.map((one) => one.prompt)]) expect(body).not.toContain(said);
    expect(problemList).toEqual([]);
  }
});
