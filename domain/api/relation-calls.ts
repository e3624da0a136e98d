import { z } from 'zod';
import { Naming, Relative, RenamePlan } from '../entries/relations.ts';
import { call } from './call.ts';
import { Id, Saved } from './messages.ts';

/** What can be asked about how write-ups hang together; part of the contract. */
export const relationCalls = {
  /** Adds a typed link: the id of `to` in a field that holds links. Fails with `entry.bad-field` when the field or the kind does not fit. */
  'relations.link': call(z.strictObject({ id: Id, field: z.string().max(80), to: Id }), Saved),
  /** Takes a typed link away; `to` is the write-up it leads to, or the value itself when it leads nowhere. */
  'relations.unlink': call(z.strictObject({ id: Id, field: z.string().max(80), to: Id }), Saved),
  /** Write-ups that name this one without a link to it. */
  'relations.mentions': call(z.strictObject({ id: Id }), z.array(Naming)),
  /** Makes a link of the first place where `id` names `to`. Fails with `relation.not-named`. */
  'relations.linkMention': call(z.strictObject({ id: Id, to: Id }), Saved),
  /** What a renaming would change, without changing anything. */
  'relations.renamePlan': call(
    z.strictObject({ id: Id, title: z.string().min(1).max(200), file: z.string().min(1).max(120).optional() }),
    RenamePlan,
  ),
  /** Write-ups about the same, by words and by the items of cards. */
  'relations.kin': call(z.strictObject({ id: Id, limit: z.number().int().min(1).max(50).optional() }), z.array(Relative)),
} as const;
