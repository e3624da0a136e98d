import { useMemo, useState } from 'react';
import type { Output } from '../../../domain/api/contract.ts';
import type { Json } from '../../../domain/entries/entry.ts';
import { headingTable } from '../../../domain/entries/sections.ts';
import { headingKey } from '../../../domain/entries/naming.ts';
import {
  alike,
  pairFields,
  pairSections,
  unitedBody,
  unitedValue,
  usualField,
  usualSection,
  type FieldPair,
  type SectionPair,
  type Taken,
} from '../../../domain/entries/uniting.ts';
import type { Vocabulary } from '../../../domain/entries/vocabulary.ts';
import { go } from '../../data/routes.ts';
import { useAction } from '../../data/use-action.ts';
import { useUndo } from '../../data/use-undo.ts';
import { nl } from '../../text/nl.ts';

export interface Merging {
  sections: readonly SectionPair[];
  fields: readonly FieldPair[];
  sideOfSection(index: number): Taken | undefined;
  sideOfField(key: string): Taken | undefined;
  chooseSection(index: number, side: Taken): void;
  chooseField(key: string, side: Taken): void;
  /** Takes one side for everything that is not chosen yet. */
  chooseRest(side: Taken): void;
  /** Choices still to be made. */
  open: number;
  busy: boolean;
  save(): Promise<void>;
}

/** What differs between the two, what was chosen, and making one of them. */
export function useMerging({ keep, other, body }: Output<'relations.compare'>, vocabulary: Vocabulary): Merging {
  const sections = useMemo(() => pairSections(keep.body, body, partNames(vocabulary, keep.kind)), [keep, body, vocabulary]);
  const fields = useMemo(() => pairFields(keep.fields, other.fields), [keep, other]);
  const [bySection, setBySection] = useState<Readonly<Record<number, Taken>>>({});
  const [byField, setByField] = useState<Readonly<Record<string, Taken>>>({});
  const { back } = useUndo();
  const merge = useAction('relations.merge', {
    said: (saved) => ({ text: nl.merging.done(keep.title, other.title), undo: () => back({ label: 'samengevoegd', id: saved.id }) }),
  });
  const sideOfSection = (index: number): Taken | undefined => bySection[index] ?? usual(sections[index]);
  const sideOfField = (key: string): Taken | undefined => {
    const pair = fields.find((one) => one.key === key);
    return byField[key] ?? (pair && usualField(pair));
  };
  const openSections = sections.flatMap((_, index) => (sideOfSection(index) ? [] : [index]));
  const openFields = fields.filter(({ key }) => !sideOfField(key)).map(({ key }) => key);
  const save = async (): Promise<void> => {
    const saved = await merge.run({
      keep: keep.id,
      keepRevision: keep.revision,
      other: other.id,
      otherRevision: other.revision,
      body: unitedBody(sections, (_, index) => sideOfSection(index) ?? 'both'),
      fields: changedFields(fields, sideOfField),
    });
    if (saved) go({ screen: 'stuk', id: saved.id, edit: false, q: '' });
  };
  return {
    sections,
    fields,
    sideOfSection,
    sideOfField,
    chooseSection: (index, side) => setBySection((all) => ({ ...all, [index]: side })),
    chooseField: (key, side) => setByField((all) => ({ ...all, [key]: side })),
    chooseRest: (side) => {
      setBySection((all) => ({ ...all, ...Object.fromEntries(openSections.map((index) => [index, side])) }));
      // Of two values one must be chosen.
      if (side !== 'both') setByField((all) => ({ ...all, ...Object.fromEntries(openFields.map((key) => [key, side])) }));
    },
    open: openSections.length + openFields.length,
    busy: merge.busy,
    save,
  };
}

const usual = (pair: SectionPair | undefined): Taken | undefined => pair && usualSection(pair);

/** Only what must be written in the one that stays. */
function changedFields(fields: readonly FieldPair[], sideOf: (key: string) => Taken | undefined): Record<string, Json> {
  const out: Record<string, Json> = {};
  for (const pair of fields) {
    const value = unitedValue(pair, sideOf(pair.key) ?? 'left');
    if (JSON.stringify(value) !== JSON.stringify(pair.left ?? null)) out[pair.key] = value;
  }
  return out;
}

/** Headings that answer the same part of the kind belong beside each other, whatever they are called. */
function partNames(vocabulary: Vocabulary, kindId: string): (heading: string) => string | undefined {
  const table = headingTable(vocabulary.kinds.find((kind) => kind.id === kindId));
  return (heading) => table.get(headingKey(heading))?.id;
}

/** Sections with something to choose; the others are only shown in short. */
export const isSettled = (pair: SectionPair): boolean => alike(pair);
