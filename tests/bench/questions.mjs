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

/** Titles of real documents as questions, and those documents without their titles. */
export function titleQuestions(folder, { plainText, halfOf }) {
  const names = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.md'));
  const seen = new Set();
  const found = names
    .toSorted((a, z) => (a < z ? -1 : 1))
    .flatMap((name) => {
      const whole = readFileSync(join(folder, name), 'utf8');
      const title = /^---\r?\n[^]*?\ntitle: *["']?(.+?)["']?\r?\n[^]*?\n---/.exec(whole)?.[1] ?? /^# (.+)$/m.exec(whole)?.[1];
      const body = whole.replace(/^---\r?\n[^]*?\n---\r?\n/, '').replace(/^# .+$/m, '');
      const text = plainText(body).split(' ').slice(0, 700).join(' ');
      const dutch = (text.match(/\b(de|het|een|van|voor|niet)\b/g) ?? []).length > 12;
      const words = title?.split(' ').length ?? 0;
      if (title === undefined || !dutch || words < 3 || words > 16 || /[{}:"()]/.test(title) || seen.has(title)) return [];
      seen.add(title);
      return [{ title, text }];
    });
  return {
    documents: found.map(({ text }, n) => document(`t${n}`, text)),
    queries: found.map(({ title }, n) => ({ klasse: 'titels', vraag: title, juist: [`t${n}`], helft: halfOf(title) })),
  };
}
