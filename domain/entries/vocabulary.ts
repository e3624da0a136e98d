import { z } from 'zod';
import { Card, findItem, itemsOf, type CardItem, type CardPart } from '../cards/card.ts';
import { Field, Kind } from './kind.ts';

/** Everything that is data about the domain: cards, kinds and the table of fields, shipped and from the kennismap together. */
export const Vocabulary = z.strictObject({ cards: z.array(Card), kinds: z.array(Kind), fields: z.array(Field) });
export type Vocabulary = z.infer<typeof Vocabulary>;

/** Lays additions of a kennismap over the shipped vocabulary: same id (or key) replaces, new is added at the end. */
export function extendVocabulary(base: Vocabulary, extra: Partial<Vocabulary>): Vocabulary {
  return {
    cards: overlay(base.cards, extra.cards ?? [], (c) => c.id),
    kinds: overlay(base.kinds, extra.kinds ?? [], (k) => k.id).sort((a, b) => a.order - b.order),
    fields: overlay(base.fields, extra.fields ?? [], (f) => f.key),
  };
}

function overlay<T>(base: readonly T[], extra: readonly T[], key: (item: T) => string): T[] {
  const replaced = new Map(extra.map((item) => [key(item), item]));
  const kept = base.map((item) => {
    const other = replaced.get(key(item));
    replaced.delete(key(item));
    return other ?? item;
  });
  return [...kept, ...replaced.values()];
}

/** What does not fit together (a kind naming a field that is not there); empty when the vocabulary is sound. */
export function vocabularyFaults(v: Vocabulary): string[] {
  const faults: string[] = [];
  const fieldKeys = new Set(v.fields.map((f) => f.key));
  const kindIds = new Set(v.kinds.map((k) => k.id));
  for (const kind of v.kinds) {
    for (const key of kind.fields) if (!fieldKeys.has(key)) faults.push(`soort ${kind.id}: veld ${key} bestaat niet`);
    for (const ref of kind.cards) if (partsOf(v, ref).length === 0) faults.push(`soort ${kind.id}: kaart ${ref} bestaat niet`);
    for (const section of kind.sections)
      if (section.item && !findItem(v.cards, section.item)) faults.push(`soort ${kind.id}: onderdeel ${section.item} bestaat niet`);
  }
  for (const field of v.fields) {
    if (field.card && !v.cards.some((c) => c.id === field.card)) faults.push(`veld ${field.key}: kaart ${field.card} bestaat niet`);
    for (const kind of field.kinds ?? []) if (!kindIds.has(kind)) faults.push(`veld ${field.key}: soort ${kind} bestaat niet`);
    if (
      (field.type === 'keuze' || field.type === 'keuzes') &&
      !field.values &&
      !field.card &&
      field.key !== 'type' &&
      field.key !== 'vorm' &&
      field.key !== 'soort'
    )
      faults.push(`veld ${field.key}: keuzes ontbreken`);
  }
  for (const card of v.cards)
    for (const item of itemsOf(card))
      if (item.choices && !fieldKeys.has(item.choices)) faults.push(`kaart ${card.id}: veld ${item.choices} bestaat niet`);
  return faults;
}

/** The parts a reference means: `checklist.A` is one part, `kenniscyclus` all parts of the card. */
export function partsOf(v: Pick<Vocabulary, 'cards'>, reference: string): CardPart[] {
  const [cardId, partId] = reference.split('.');
  const card = v.cards.find((c) => c.id === cardId);
  return (card?.parts ?? []).filter((part) => !partId || part.id === partId);
}

/** A vocabulary is never changed; a large folder asks for its tables with every file. */
const tables = new WeakMap<
  object,
  { byKey: Map<string, Field>; bySynonym: Map<string, Field>; judged: Map<string, { id: string; item: CardItem }[]> }
>();

function tablesOf(v: Vocabulary): {
  byKey: Map<string, Field>;
  bySynonym: Map<string, Field>;
  judged: Map<string, { id: string; item: CardItem }[]>;
} {
  const known = tables.get(v);
  if (known) return known;
  const byKey = new Map(v.fields.map((field) => [field.key, field]));
  const bySynonym = new Map(v.fields.flatMap((field) => (field.synonyms ?? []).map((name): [string, Field] => [name, field])));
  const made = { byKey, bySynonym, judged: new Map() };
  tables.set(v, made);
  return made;
}

/** The field a key names. */
export const fieldOf = (v: Vocabulary, key: string): Field | undefined => tablesOf(v).byKey.get(key);

/** The field that a key means which is not its own. */
export const fieldBySynonym = (v: Vocabulary, key: string): Field | undefined => tablesOf(v).bySynonym.get(key);

/** The items on which a write-up of this kind is judged, in order (A1–A7 for a praktijk, D1–D5 for a sessie). */
export function judgedItems(v: Vocabulary, kindId: string): readonly { id: string; item: CardItem }[] {
  const { judged } = tablesOf(v);
  const known = judged.get(kindId) ?? itemsJudged(v, kindId);
  judged.set(kindId, known);
  return known;
}

function itemsJudged(v: Vocabulary, kindId: string): { id: string; item: CardItem }[] {
  const kind = v.kinds.find((k) => k.id === kindId);
  const out: { id: string; item: CardItem }[] = [];
  for (const reference of kind?.cards ?? []) {
    const cardId = reference.split('.')[0] ?? '';
    for (const part of partsOf(v, reference)) {
      if (part.instrument !== 'oordeel' && part.instrument !== 'leeromgeving') continue;
      if (part.kinds && !part.kinds.includes(kindId)) continue;
      for (const item of part.items) out.push({ id: `${cardId}.${item.id}`, item });
    }
  }
  return out;
}

/** Values a field may have for a kind: its own list, the items of its card, or the forms of the kind. */
export function valuesOf(v: Vocabulary, field: Field, kindId?: string): { value: string; label: string }[] {
  if (field.values) return field.values;
  if (field.key === 'soort') return v.kinds.map((k) => ({ value: k.id, label: k.name }));
  if (field.key === 'type' || field.key === 'vorm') {
    const kinds = v.kinds.filter((k) => k.forms?.key === field.key && (!kindId || k.id === kindId));
    const seen = new Map(kinds.flatMap((k) => k.forms?.values ?? []).map((value) => [value.value, value]));
    return [...seen.values()];
  }
  const card = v.cards.find((c) => c.id === field.card);
  return card ? itemsOf(card).flatMap((item) => (item.value ? [{ value: item.value, label: item.name }] : [])) : [];
}
