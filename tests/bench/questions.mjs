// Whole sentences as people type them, each with the one text that answers it. Titles are left out: they would give the answer away.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const document = (id, text) => ({
  id,
  title: 'Zonder titel',
  summary: '',
  keywords: [],
  fields: [],
  sections: [{ name: '', text }],
  values: {},
  verdicts: {},
  completeness: 1,
});

/** Other documents in the same shape: text in one place only, so that no field of theirs weighs more than the answers can. */
export const bare = ({ id, summary, sections }) => document(id, [summary, ...sections.map((section) => section.text)].join(' '));

/** The hand-written questions and texts. */
export function writtenQuestions(pairs, halfOf) {
  return {
    documents: pairs.map(({ tekst }, n) => document(`v${n}`, tekst)),
    queries: pairs.flatMap(({ tekst, vragen }, n) => vragen.map((vraag) => ({ klasse: 'vragen', vraag, juist: [`v${n}`], helft: halfOf(tekst) }))),
  };
}

/** Dutch Markdown files of a folder, in a fixed order. */
function dutchFiles(folder) {
  const names = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.md'));
  return names
    .toSorted((a, z) => (a < z ? -1 : 1))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .filter((whole) => (whole.match(/\b(de|het|een|van|voor|niet)\b/g) ?? []).length > 12);
}

/** Each text once, under the title that asks for it; titles that stand there twice ask for nothing in particular. */
function asked(found, klasse, letter, halfOf) {
  const counts = new Map();
  for (const { title } of found) counts.set(title, (counts.get(title) ?? 0) + 1);
  const fits = ({ title }) => counts.get(title) === 1 && !/[{}:"()]/.test(title);
  return {
    documents: found.map(({ text }, n) => document(`${letter}${n}`, text)),
    queries: found.flatMap(({ title, text }, n) => {
      const words = title.split(' ').length;
      return fits({ title }) && words >= 3 && words <= 16 && text.length > 200
        ? [{ klasse, vraag: title, juist: [`${letter}${n}`], helft: halfOf(title) }]
        : [];
    }),
  };
}

/** Titles of real documents as questions, and those documents without their titles. */
export function titleQuestions(folder, { plainText, halfOf }) {
  const found = dutchFiles(folder).flatMap((whole) => {
    const title = /^---\r?\n[^]*?\ntitle: *["']?(.+?)["']?\r?\n[^]*?\n---/.exec(whole)?.[1] ?? /^# (.+)$/m.exec(whole)?.[1];
    const body = whole.replace(/^---\r?\n[^]*?\n---\r?\n/, '').replace(/^# .+$/m, '');
    return title === undefined ? [] : [{ title: title.trim(), text: plainText(body).split(' ').slice(0, 700).join(' ') }];
  });
  return asked(found, 'titels', 't', halfOf);
}

/** Headings within real documents as questions, and the texts under them. */
export function headingQuestions(folder, { plainText, halfOf }) {
  const found = dutchFiles(folder).flatMap((whole) =>
    whole
      .replace(/^---\r?\n[^]*?\n---\r?\n/, '')
      .split(/^(?=#{2,4} )/m)
      .flatMap((part) => {
        const title = /^#{2,4} +(.+)/.exec(part)?.[1];
        return title === undefined ? [] : [{ title: plainText(title), text: plainText(part.slice(part.indexOf('\n') + 1)) }];
      }),
  );
  return asked(
    found.filter(({ text }) => text.length > 100),
    'koppen',
    'k',
    halfOf,
  );
}
