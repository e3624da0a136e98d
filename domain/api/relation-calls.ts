import { z } from 'zod';
import { EntryDetail, Json } from '../entries/entry.ts';
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
  /** Two write-ups to become one; `body` is the text of the other as it would stand in the one that stays. */
  'relations.compare': call(z.strictObject({ keep: Id, other: Id }), z.object({ keep: EntryDetail, other: EntryDetail, body: z.string() })),
  /**
   * Makes one of two, as one step: writes the text and fields in the one that stays, with the judgements and stages of both, leads every link to the
   * other to it, copies the attachments, and moves the other to the prullenbak with a pointer.
   */
  'relations.merge': call(
    z.strictObject({
      keep: Id,
      keepRevision: z.string(),
      other: Id,
      otherRevision: z.string(),
      body: z.string().max(20_000_000),
      fields: z.record(z.string().max(80), Json),
    }),
    Saved,
  ),
  /** Write-ups about the same, by words and by the items of cards. */
  'relations.kin': call(z.strictObject({ id: Id, limit: z.number().int().min(1).max(50).optional() }), z.array(Relative)),
} as const;
