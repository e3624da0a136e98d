import type { Overview, Service } from '../../domain/api/contract.ts';
import { itemsOf } from '../../domain/cards/card.ts';
import type { EntrySummary } from '../../domain/entries/entry.ts';
import { judgedItems, type Vocabulary } from '../../domain/entries/vocabulary.ts';
import { localDate } from './stage-record.ts';
import type { OpenLibrary } from './open-library.ts';
import type { Session } from './session.ts';
import type { Shelved } from './shelf.ts';

/** The kind the matrix and the wheel are about. */
const practice = 'praktijk';

/** Counts and lists for the Overzicht, made from the vocabulary: another card gives other columns. */
export function createOverviewService(session: Session, clock: () => Date): Service<'overview'> {
  return {
    'overview.read': async () => {
      const library = session.library();
      const { shelf, vocabulary: v } = library;
      const all = shelf.all().filter((held) => held.read.summary.status !== 'gearchiveerd' && !shelf.originalOf(held));
      const rows = all.filter((held) => held.read.summary.kind === practice).map((held) => shelf.summary(held));
      rows.sort((a, b) => Object.keys(b.verdicts).length - Object.keys(a.verdicts).length || a.title.localeCompare(b.title, 'nl'));
      const items = judgedItems(v, practice).map(({ id, item }) => ({ id, short: item.id, name: item.name }));
      const parts = (v.kinds.find((k) => k.id === practice)?.sections ?? []).map((s) => ({
        id: s.id,
        short: s.item?.split('.')[1] ?? s.heading,
        name: s.heading,
      }));
      const good = counts(rows, items, parts);
      const stages = stageCounts(v, rows);
      return {
        reading: library.state.state === 'loading',
        practices: rows.length,
        stages,
        unstaged: rows.filter((row) => !stages.some((s) => s.stage === row.stage)).length,
        items,
        parts,
        rows,
        good,
        questions: questions(library, all),
        due: dueEntries(library, all, localDate(clock())),
        gaps: gaps(rows, items, parts, good),
        recent: [...all]
          .sort((a, b) => b.changed - a.changed)
          .slice(0, 8)
          .map((held) => shelf.summary(held)),
      };
    },
  };
}

type Column = { id: string; short: string; name: string };

function counts(rows: readonly EntrySummary[], items: readonly Column[], parts: readonly Column[]): Record<string, number> {
  const good: Record<string, number> = {};
  for (const item of items) good[item.id] = rows.filter((row) => row.verdicts[item.id] === 'ja').length;
  for (const part of parts) good[part.id] = rows.filter((row) => row.parts.some((p) => p.id === part.id && p.state === 'vol')).length;
  return good;
}

function stageCounts(v: Vocabulary, rows: readonly EntrySummary[]): Overview['stages'] {
  const card = v.cards.find((c) => c.field === 'fase');
  return (card ? itemsOf(card) : []).map((item) => ({
    stage: item.value ?? item.id,
    name: item.name,
    count: rows.filter((row) => row.stage === item.value).length,
  }));
}

function questions(library: OpenLibrary, all: readonly Shelved[]): Overview['questions'] {
  return all
    .filter((held) => held.read.summary.kind === 'vraag')
    .map((held) => ({
      entry: library.shelf.summary(held),
      answers: library.shelf.backlinks(held).filter((link) => link.field === 'beantwoordt').length,
    }))
    .sort((a, b) => a.answers - b.answers || (a.entry.date ?? '').localeCompare(b.entry.date ?? ''));
}

function dueEntries(library: OpenLibrary, all: readonly Shelved[], today: string): Overview['due'] {
  const due: Overview['due'] = [];
  for (const held of all) {
    const review = held.read.fields['herzien_voor'];
    const consent = held.read.fields['toestemming_tot'];
    const entry = library.shelf.summary(held);
    if (typeof review === 'string' && review !== '' && review <= today) due.push({ entry, reason: 'herzien', date: review });
    else if (typeof consent === 'string' && consent !== '' && consent <= daysLater(today, 60))
      due.push({ entry, reason: 'toestemming', date: consent });
  }
  return due.sort((a, b) => a.date.localeCompare(b.date));
}

function daysLater(day: string, days: number): string {
  const at = new Date(`${day}T12:00:00`);
  at.setDate(at.getDate() + days);
  return localDate(at);
}

/** Where the collection is thin: the criteria with the fewest `ja`, and the sections most often missing; worst first. */
function gaps(
  rows: readonly EntrySummary[],
  items: readonly Column[],
  parts: readonly Column[],
  good: Readonly<Record<string, number>>,
): Overview['gaps'] {
  if (rows.length === 0) return [];
  const weak = [...items].sort((a, b) => (good[a.id] ?? 0) - (good[b.id] ?? 0)).slice(0, 2);
  const thin = [...parts].sort((a, b) => (good[a.id] ?? 0) - (good[b.id] ?? 0)).slice(0, 1);
  const out = weak.map((item) => ({
    title: `${item.short} ${item.name}`,
    detail: `bij ${good[item.id] ?? 0} van ${rows.length} praktijken is het oordeel ja`,
    query: `soort:${practice} -criterium:${item.short}=ja`,
  }));
  for (const part of thin)
    if ((good[part.id] ?? 0) < rows.length)
      out.push({
        title: part.name,
        detail: `dun of afwezig bij ${rows.length - (good[part.id] ?? 0)} van ${rows.length} praktijken`,
        query: `soort:${practice} dun:${part.id}`,
      });
  return out;
}
