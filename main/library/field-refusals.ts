import { Failure } from '../../domain/api/failures.ts';
import type { Json } from '../../domain/entries/entry.ts';
import { isDate } from '../../domain/entries/field-checks.ts';
import { valuesOf } from '../../domain/entries/vocabulary.ts';
import type { OpenLibrary } from './open-library.ts';

/** Refuses fields that may not be set like this, with `entry.bad-field`; `asTyped` lets values through that do not fit, never keys. */
export function checkFields(library: OpenLibrary, kind: string, fields: Record<string, Json>, asTyped = false): void {
  for (const [key, value] of Object.entries(fields)) {
    if (!/^[\p{L}_][\p{L}\p{N}_ -]{0,79}$/u.test(key) || key === '__proto__')
      throw new Failure('entry.bad-field', { key, reason: 'zo mag een sleutel niet heten' });
    if (key === 'id') throw new Failure('entry.bad-field', { key, reason: 'de id van een stuk verandert niet' });
    if (key === 'oordelen' || key === 'fasehistorie')
      throw new Failure('entry.bad-field', { key, reason: 'deze lijst wordt alleen aangevuld met een oordeel of een fase' });
    const field = library.vocabulary.fields.find((f) => f.key === key);
    if (!field || value === null || asTyped) continue;
    const allowed = valuesOf(library.vocabulary, field, key === 'type' || key === 'vorm' ? kind : undefined).map((choice) => choice.value);
    const given = (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');
    const wrong = field.type === 'keuze' || field.type === 'keuzes' ? given.find((one) => allowed.length > 0 && !allowed.includes(one)) : undefined;
    if (wrong !== undefined) throw new Failure('entry.bad-field', { key, reason: `“${wrong}” bestaat niet; kies uit ${allowed.join(', ')}` });
    if (field.type === 'datum' && (typeof value !== 'string' || !isDate(value)))
      throw new Failure('entry.bad-field', { key, reason: 'schrijf een datum als 2026-11-23' });
    if (field.type === 'getal' && typeof value !== 'number') throw new Failure('entry.bad-field', { key, reason: 'vul een getal in' });
    if (field.type === 'vlag' && typeof value !== 'boolean') throw new Failure('entry.bad-field', { key, reason: 'kies ja of nee' });
  }
}
