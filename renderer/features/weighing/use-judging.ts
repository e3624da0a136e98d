import { z } from 'zod';
import { useCallback, useEffect, useRef, useState } from 'react';
import { verdictOn, type Judgement, type Verdict } from '../../../domain/cards/judgement.ts';
import { fullItemId } from '../../../domain/cards/card.ts';
import type { EntryDetail } from '../../../domain/entries/entry.ts';
import { useAction } from '../../data/use-action.ts';
import { useKept } from '../../data/use-kept.ts';
import { useJudge } from './use-judge.ts';

/** What is being written about one criterion and is not a judgement yet. */
export interface Draft {
  evidence: string;
  passage: string;
}

export interface Judging {
  /** All judgements, with those that are on their way to the file. */
  judgements: Judgement[];
  /** Adds a judgement with the draft of this criterion; does nothing when it says what is already there. */
  judge(item: string, verdict: Verdict, change?: Partial<Draft>): void;
  draftOf(item: string): Draft;
  write(item: string, change: Partial<Draft>): void;
  /** Whether the draft says something the newest own judgement does not. */
  unsaved(item: string): boolean;
  /** Role that signs. */
  by: string;
  /** Judges on as somebody else; empty means who the settings say. */
  judgeAs(by: string): void;
  saving: boolean;
  savedAt: number | undefined;
}

type Pending = Judgement & { revision?: string };

/** Judging one write-up. Judgements are only ever added; a draft that was not judged yet survives leaving, and a crash. */
export function useJudging(entry: EntryDetail): Judging {
  const { by, judgeAs } = useJudge();
  const [pending, setPending] = useState<Pending[]>([]);
  const [savedAt, setSavedAt] = useState<number>();
  const { drafts, write, forget } = useDrafts(entry.id);
  const place = (item: string): string => draftKey(item, by);
  const revision = useRef(entry.revision);
  revision.current = entry.revision;
  const { run, busy } = useAction('entries.judge');
  useEffect(() => setPending((list) => list.filter((one) => one.revision === undefined)), [entry.revision]);

  const judgements = [...entry.judgements, ...pending];
  const mine = (item: string): Judgement | undefined =>
    verdictOn(
      judgements.filter((one) => (one.by ?? '') === by),
      item,
    );
  const draftOf = (item: string): Draft => drafts[place(item)] ?? { evidence: mine(item)?.evidence ?? '', passage: mine(item)?.passage ?? '' };
  const differs = (item: string, { evidence, passage }: Draft): boolean =>
    evidence.trim() !== (mine(item)?.evidence ?? '') || passage !== (mine(item)?.passage ?? '');

  const judge = (item: string, verdict: Verdict, change: Partial<Draft> = {}): void => {
    const { evidence, passage } = { ...draftOf(item), ...change };
    if (entry.locked || (mine(item)?.verdict === verdict && !differs(item, { evidence, passage }))) return;
    const said = { item, verdict, ...(evidence.trim() ? { evidence: evidence.trim() } : {}), ...(passage ? { passage } : {}), ...(by ? { by } : {}) };
    const waiting: Pending = { ...said, on: new Date().toLocaleDateString('sv-SE') };
    setPending((list) => [...list, waiting]);
    void run({ id: entry.id, ...said }).then((saved) => {
      if (saved) setSavedAt(Date.now());
      if (saved) forget(place(item), { evidence, passage });
      const settled = !saved || saved.revision === revision.current;
      setPending((list) =>
        settled ? list.filter((one) => one !== waiting) : list.map((one) => (one === waiting ? { ...waiting, revision: saved.revision } : one)),
      );
    });
  };
  return {
    judgements: judgements.map((one) => ({ ...one, item: fullItemId(one.item) })),
    judge,
    draftOf,
    write: (item, change) => write(place(item), { ...draftOf(item), ...change }),
    unsaved: (item) => differs(item, draftOf(item)),
    by,
    judgeAs,
    saving: busy,
    savedAt,
  };
}

/** What one judge writes is not the draft of the next. */
const draftKey = (item: string, by: string): string => `${item}\n${by}`;

const KeptDrafts = z.record(z.string(), z.object({ evidence: z.string(), passage: z.string() }));
type Drafts = Readonly<Record<string, Draft | undefined>>;

function useDrafts(id: string): { drafts: Drafts; write(item: string, draft: Draft): void; forget(item: string, judged: Draft): void } {
  const [drafts, setDrafts] = useState<Drafts>({});
  const left = Object.fromEntries(Object.entries(drafts).flatMap(([item, draft]) => (draft ? [[item, draft]] : [])));
  useKept(id, 'weging', KeptDrafts, Object.keys(left).length > 0 ? left : undefined, (found) => setDrafts((all) => ({ ...found, ...all })));
  return {
    drafts,
    write: useCallback((item, draft) => setDrafts((all) => ({ ...all, [item]: draft })), []),
    // What was typed while the judgement was on its way stays.
    forget: useCallback(
      (item, judged) =>
        setDrafts((all) => (all[item]?.evidence === judged.evidence && all[item].passage === judged.passage ? { ...all, [item]: undefined } : all)),
      [],
    ),
  };
}
