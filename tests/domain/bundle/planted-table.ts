import type { countPlanted } from './planted-set.ts';

type Counted = Awaited<ReturnType<typeof countPlanted>>;

const row = (...cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

/** What the gate does with the register of consent. */
const consent = [
  '## Toestemming van mensen',
  '',
  'Of mensen genoemd, gezien en geciteerd mogen worden staat in het register *Toestemmingen* (`.oogst/toestemmingen.json`, zie',
  '[besluit 0018](besluiten/0018-toestemming-naast-de-stukken.md)). De poort legt elk stuk ernaast:',
  '',
  '| Wat er in het register staat | intern | partners en openbaar |',
  '| --- | --- | --- |',
  '| niets over een foto die meegaat | let op | blokkeert, mag met reden passeren |',
  '| niemand herkenbaar op de foto | | |',
  '| toestemming gevraagd, nog niet gegeven | let op | blokkeert, mag met reden passeren |',
  '| gegeven voor een kleinere kring | | blokkeert, mag met reden passeren |',
  '| gegeven voor deze kring | | |',
  '| verlopen of ingetrokken | blokkeert | blokkeert, geen reden helpt |',
  '',
  'Staan er meer mensen op één foto, dan telt de strengste. Hetzelfde geldt voor wat over een persoon in een stuk staat en voor een citaat, maar alleen als',
  'ze in het register staan: wie er in een tekst herkenbaar is, kan de poort niet zien. Een citaat telt zolang de woorden nog in het stuk staan. Een',
  'tekening (SVG) is geen foto. Is het register niet te lezen, dan gaat er niets de deur uit tot het hersteld is: niemand kan dan zeggen wie zich',
  'terugtrok.',
  '',
];

/** What the gate says of names of write-ups that stay inside. */
const inside = [
  "Wat binnen blijft, gaat ook niet bij naam mee ([besluit 0016](besluiten/0016-buiten-de-deur-gaat-een-kale-kopie.md)). De poort zegt bij elke koppeling naar zo'n stuk",
  'dat er in de bundel *een ander stuk* komt te staan (`koppeling-binnen`), en wijst aan waar de titel van een vertrouwelijk stuk gewoon in de tekst staat',
  '(`naam-vertrouwelijk`). Kan Oogst uit een kapotte kop niet halen wat binnen moet blijven, dan blokkeert het stuk tot de kop hersteld is (`kop`).',
  '',
];

/** The page about the gate, with what the planted set gave. */
export function plantedTable({ planted, alike }: Counted): string {
  const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
  return [
    '# De poort: nakijken voor een bundel de deur uit gaat',
    '',
    'Voor het maken van een bundel zoekt Oogst in elk stuk naar persoonsgegevens, ontbrekende toestemming en losse eindjes. De poort vindt wat hij kent.',
    'Vindt Oogst niets, dan kan een tekst nog steeds herleidbaar zijn: lees hem zelf na en vraag u af of een ouder of leerling van de school zou herkennen',
    'om wie het gaat.',
    '',
    '- *blokkeert*: de bundel gaat niet de deur uit voor het is hersteld, of (behalve bij vertrouwelijk en toestemming) met reden is aanvaard;',
    '- *let op*: waarschijnlijk een gegeven van iemand, of iets wat een lezer niet hoort te zien;',
    '- *ter informatie*: goed om te weten.',
    '',
    'Een geplakte klassenlijst blijft alleen in het geheugen, voor deze ene keer.',
    '',
    ...inside,
    ...consent,
    '## Gemeten',
    '',
    'Zinnen in `tests/fixtures/poort`, met de hand geschreven. Een BSN telt alleen als gevonden wanneer het blokkeert. De tabel wordt gemaakt met',
    '`OOGST_POORT_TABEL=1 npx vitest run tests/domain/bundle/personal-data.test.ts`; een test houdt hem bij.',
    '',
    '### Gevonden',
    '',
    row('Soort', 'Geplant', 'Gevonden'),
    row('---', '---:', '---:'),
    ...planted.map((one) => row(one.rule, one.all, one.found)),
    row('**samen**', sum(planted.map((one) => one.all)), sum(planted.map((one) => one.found))),
    '',
    '### Vals alarm',
    '',
    'Zinnen die erop lijken. Een getal dat de elfproef haalt zonder woord erbij, en een naam die ook een woord is aan het begin van een zin, geven met opzet',
    '*let op*.',
    '',
    row('Lijkt op', 'Zinnen', 'Blokkeert', 'Iets gevonden'),
    row('---', '---:', '---:', '---:'),
    ...alike.map((one) => row(one.sort, one.all, one.blocking, one.any)),
    row('**samen**', sum(alike.map((one) => one.all)), sum(alike.map((one) => one.blocking)), sum(alike.map((one) => one.any))),
    '',
  ].join('\n');
}
