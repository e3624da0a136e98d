import type { Output } from '../../../../domain/api/contract.ts';
import type { Json } from '../../../../domain/entries/entry.ts';
import type { Column, Field } from '../../../../domain/entries/kind.ts';
import type { Vocabulary } from '../../../../domain/entries/vocabulary.ts';
import type { Suggestion } from '../../../kit/combobox.tsx';
import type { When } from './field-values.ts';

/** A field of the form, or a column of a list in it. */
export type FormField = Column & Partial<Pick<Field, 'hint' | 'people' | 'columns'>>;

/** What every control of one form knows. */
export interface FormPlace {
  vocabulary: Vocabulary;
  kind: string;
  /** The write-up itself: it cannot point at itself. */
  self: string;
  titles: Output<'entries.titles'>;
  /** What the kennismap holds in a field already. */
  known(key: string): readonly Suggestion[];
}

export interface ControlProps {
  field: FormField;
  place: FormPlace;
  value: Json | undefined;
  /** What is wrong with the value, in one sentence; it never keeps it from being saved. */
  wrong: string | undefined;
  onChange(value: Json, when: When): void;
  onLeave(): void;
}
