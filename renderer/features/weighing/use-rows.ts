import { useEffect, useMemo, useState } from 'react';
import type { RenderedText } from '../../../domain/api/contract.ts';
import { verdicts } from '../../../domain/cards/judgement.ts';
import type { EntryDetail } from '../../../domain/entries/entry.ts';
import { criteriaOf, type Criterion, type WeighPart } from './parts.ts';
import { selectedIn } from './pointing.ts';
import { usePlaces, type Passages, type Places } from './use-places.ts';
import type { Judging } from './use-judging.ts';

interface RowsInput {
  entry: EntryDetail;
  text: RenderedText;
  part: WeighPart | undefined;
  judging: Judging;
  page: HTMLElement | null;
  first: string | undefined;
}

export interface Rows extends Pointer {
  criteria: readonly Criterion[];
  /** Item of the open row. */
  open: string | undefined;
  setOpen(item: string): void;
  /** Opens a row and puts the focus on it. */
  goTo(item: string): void;
  places: Places;
}

interface Pointer {
  pointing: boolean;
  /** Takes the selected words as passage of the open row, or begins pointing when nothing is selected. */
  point(): void;
  pointed(passage: string): void;
  stopPointing(): void;
}

/** Which row is open, walking and judging with keys, and pointing at a passage for it. */
export function useRows({ entry, text, part, judging, page, first }: RowsInput): Rows {
  const criteria = part?.judged ? criteriaOf(part, judging.judgements, judging.by) : [];
  const [chosen, setChosen] = useState(first);
  const open = criteria.find((one) => one.id === chosen) ?? criteria.find((one) => !one.current) ?? criteria[0];
  // The first row without a judgement is where one begins; after that only the user moves.
  useEffect(() => setChosen((now) => now ?? open?.id), [open?.id]);
  const goTo = (item: string): void => {
    setChosen(item);
    requestAnimationFrame(() => rowOf(item)?.querySelector<HTMLElement>('.crit-name')?.focus());
  };
  useRowKeys({
    step: (by) => {
      const to = open && criteria[criteria.indexOf(open) + by];
      if (to) goTo(to.id);
    },
    judge: (number) => {
      const verdict = verdicts[number - 1];
      if (verdict && open) judging.judge(open.id, verdict);
    },
  });
  const version = useMemo(() => ({ text, revision: entry.revision }), [text, entry.revision]);
  const places = usePlaces(page, passagesOf(criteria, judging), version);
  return { criteria, open: open?.id, setOpen: setChosen, goTo, places, ...usePointer(open, judging, page, goTo) };
}

/** The passage of each criterion: the one being written, else that of the judgement that counts. */
function passagesOf(criteria: readonly Criterion[], judging: Judging): Passages {
  const pairs = criteria.map(({ id, current }) => [id, judging.draftOf(id).passage || (current?.passage ?? '')] as const);
  return Object.fromEntries(pairs.filter(([, passage]) => passage !== ''));
}

function usePointer(open: Criterion | undefined, judging: Judging, page: HTMLElement | null, goTo: (item: string) => void): Pointer {
  const [pointing, setPointing] = useState(false);
  const item = open?.id;
  useEffect(() => setPointing(false), [item]);
  const pointed = (passage: string): void => {
    setPointing(false);
    if (!open) return;
    judging.write(open.id, { passage });
    // Only what this judge said themselves; the verdict of somebody else is not signed in passing.
    if (open.own) judging.judge(open.id, open.own.verdict, { passage });
    window.getSelection()?.removeAllRanges();
    goTo(open.id);
  };
  return {
    pointing,
    point: () => {
      const words = pointing ? undefined : selectedIn(page);
      if (words) pointed(words);
      else setPointing(!pointing);
    },
    pointed,
    stopPointing: () => {
      setPointing(false);
      if (item) goTo(item);
    },
  };
}

const rowOf = (item: string): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>('.crit')].find((row) => row.dataset['item'] === item);

/** 1–4 judge and the arrows walk, from anywhere but a field or another part of the window. */
function useRowKeys({ step, judge }: { step(by: number): void; judge(number: number): void }): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
      // Nothing is judged that is not on the screen.
      if (document.querySelector('dialog[open], [role=menu]') || !document.querySelector('.criteria')) return;
      const from = event.target instanceof HTMLElement ? event.target : document.body;
      if (from !== document.body && !from.closest('.criteria') && !from.matches('.main')) return;
      if (from.matches('textarea, input:not([type=radio], [type=checkbox]), select, summary')) return;
      if (/^[1-4]$/.test(event.key)) judge(Number(event.key));
      else if (event.key === 'ArrowDown') step(1);
      else if (event.key === 'ArrowUp') step(-1);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  });
}
