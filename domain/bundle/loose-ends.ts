import type { Sharing } from '../entries/entry.ts';
import type { Kind } from '../entries/kind.ts';
import type { Severity } from './personal-data.ts';

/** A loose end in a text: something a reader should not see, or cannot use. */
export interface LooseEnd {
  rule: string;
  severity: Severity;
  from: number;
  to: number;
  message: string;
}

/** Comments, hidden parts, pictures without words, places on somebody's disk, guidance that was left in. Linear in the length of the text. */
export function looseEnds(text: string, kind: Kind | undefined, audience: Sharing): LooseEnd[] {
  return [...comments(text, audience), ...hidden(text), ...pictures(text), ...diskPlaces(text), ...guidance(text, kind)].sort(
    (a, b) => a.from - b.from,
  );
}

function* comments(text: string, audience: Sharing): Generator<LooseEnd> {
  const found = (from: number, to: number): LooseEnd =>
    audience === 'intern'
      ? { rule: 'opmerking', severity: 'let op', from, to, message: 'Een verborgen opmerking gaat mee in het bronbestand.' }
      : { rule: 'opmerking', severity: 'ter informatie', from, to, message: 'Een verborgen opmerking; zij gaat niet mee.' };
  for (let at = text.indexOf('<!--'); at >= 0;) {
    const end = text.indexOf('-->', at + 4);
    const to = end < 0 ? text.length : end + 3;
    yield found(at, to);
    at = text.indexOf('<!--', to);
  }
  for (let at = text.indexOf('%%'); at >= 0;) {
    const end = text.indexOf('%%', at + 2);
    if (end < 0) return;
    yield found(at, end + 2);
    at = text.indexOf('%%', end + 2);
  }
}

function* hidden(text: string): Generator<LooseEnd> {
  for (const found of text.matchAll(
    /<([a-z][a-z0-9]{0,20})(?=[\s/])[^<>\n]{0,300}?(?:display:\s?none|visibility:\s?hidden|\shidden\b)[^<>\n]{0,300}>/gi,
  )) {
    const opened = found.index + found[0].length;
    // What it hides, when that is not long.
    const close = text
      .slice(opened, opened + 500)
      .toLowerCase()
      .indexOf(`</${(found[1] ?? '').toLowerCase()}`);
    yield {
      rule: 'verborgen',
      severity: 'let op',
      from: found.index,
      to: close < 0 ? opened : opened + close,
      message: 'Dit deel is verborgen voor wie het stuk in een browser opent, maar in een bundel is het te lezen.',
    };
  }
}

function* pictures(text: string): Generator<LooseEnd> {
  const without = (from: number, length: number): LooseEnd => ({
    rule: 'alt-tekst',
    severity: 'let op',
    from,
    to: from + length,
    message: 'Bij deze afbeelding staat geen beschrijving voor wie haar niet ziet.',
  });
  for (const found of text.matchAll(/!\[[ \t]{0,20}\]\([^()\n]{0,500}\)/g)) yield without(found.index, found[0].length);
  for (const found of text.matchAll(/<img\s[^<>\n]{0,800}>/gi))
    if (!/\salt\s{0,3}=\s{0,3}(?:"[^"]*\S[^"]*"|'[^']*\S[^']*'|[^\s"'>])/i.test(found[0])) yield without(found.index, found[0].length);
  for (const found of text.matchAll(/!\[\[[^[\]|\n]{1,300}\]\]/g)) yield without(found.index, found[0].length);
}

function* diskPlaces(text: string): Generator<LooseEnd> {
  const forms = [
    /file:\/{2,3}[^\s<>")\]]{1,400}/gi,
    /(?<![\p{L}\d])[A-Za-z]:[\\/](?![/\s])[^\s<>"|?*)\]]{1,400}/gu,
    /(?<![\\\p{L}\d])\\\\[\p{L}\d][\p{L}\d._-]{0,60}\\[^\s<>"|?*)\]]{1,400}/gu,
    /(?<![\p{L}\d/.])\/(?:home|Users|mnt|media|Volumes)\/[^\s<>")\]]{1,400}/gu,
  ];
  let end = -1;
  const all = forms.flatMap((form) => [...text.matchAll(form)]).sort((a, b) => a.index - b.index);
  for (const found of all) {
    if (found.index < end) continue;
    end = found.index + found[0].length;
    yield {
      rule: 'plek-op-schijf',
      severity: 'let op',
      from: found.index,
      to: end,
      message: 'Dit wijst naar een plek op een computer van de organisatie; een ander kan er niet bij, en er kan een naam in staan.',
    };
  }
}

const placeholders =
  /\[(?:vul (?:hier )?(?:in|aan)|invullen|naam|datum|nog invullen|tekst|hier)[^\]\n]{0,60}\](?!\()|(?<!\p{L})(?:lorem ipsum|TODO|TBD|XXX|nog (?:in|aan) ?te ?vullen|nog invullen|nog uitwerken)(?!\p{L})|<(?:vul|specifieke|naam|datum)[^<>\n]{0,60}>/gu;

function* guidance(text: string, kind: Kind | undefined): Generator<LooseEnd> {
  const left = (from: number, to: number, message: string): LooseEnd => ({ rule: 'invultekst', severity: 'let op', from, to, message });
  for (const section of kind?.sections ?? [])
    for (const prompt of new Set([section.prompt, ...section.questions.map((question) => question.prompt)]))
      for (let at = text.indexOf(prompt); prompt.length >= 12 && at >= 0; at = text.indexOf(prompt, at + prompt.length))
        yield left(at, at + prompt.length, `De hulptekst bij ‘${section.heading}’ staat nog in het stuk.`);
  for (const found of text.matchAll(placeholders)) yield left(found.index, found.index + found[0].length, 'Hier moet nog iets worden ingevuld.');
}
