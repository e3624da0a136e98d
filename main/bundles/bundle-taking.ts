import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { ulid } from 'ulid';
import type { CallContext } from '../../domain/api/contract.ts';
import { Failure } from '../../domain/api/failures.ts';
import { isProgram, placeOf, withMovedFiles, type BundleTaken, type ImportChoice, type ImportEntry } from '../../domain/bundle/bundle-import.ts';
import type { ManifestEntry } from '../../domain/bundle/manifest.ts';
import { attachmentsFolder } from '../../domain/entries/attachment-links.ts';
import { replaceBody } from '../../domain/entries/file-text.ts';
import { setKeys } from '../../domain/entries/front-matter-edit.ts';
import { writeFileSafely } from '../library/atomic-write.ts';
import { diskFailure } from '../library/disk-failure.ts';
import { adoptFile, inTurn, refusable, writeEntry, type Saved } from '../library/entry-writing.ts';
import { makeFolders } from '../library/folder-making.ts';
import { freePath } from '../library/free-path.ts';
import type { Change } from '../library/history/undo-stack.ts';
import type { OpenLibrary } from '../library/open-library.ts';
import type { BundleFile } from './bundle-file.ts';
import { lookAt } from './bundle-look.ts';
import { originsFile } from './origins.ts';

/** Bytes as the text they are; undefined when they are no UTF-8. */
export function textIn(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** One taking over of a bundle: everything it writes is one step that can be taken back, also when it is called off half way. */
export class BundleTaking {
  readonly #library: OpenLibrary;
  readonly #bundle: BundleFile;
  readonly #now: Date;
  readonly #changes: Change[] = [];
  readonly #origins: Record<string, { pad: string; sha256: string }> = {};
  readonly #planned = new Set<string>();
  readonly #taken: BundleTaken;

  constructor(library: OpenLibrary, bundle: BundleFile, now: Date) {
    this.#library = library;
    this.#bundle = bundle;
    this.#now = now;
    this.#taken = {
      title: bundle.manifest.title,
      fresh: [],
      changed: [],
      beside: [],
      same: [],
      left: [],
      refused: [],
      attachments: 0,
      warnings: [],
    };
  }

  /** Takes over what is new and what was chosen. Fails with `cancelled` or `disk.*`; what came in before that can be taken back. */
  async run(choices: ReadonlyMap<string, ImportChoice>, context: CallContext<'import.take'>): Promise<BundleTaken> {
    const { value } = await originsFile(this.#library).read();
    const looked = await lookAt(this.#library, this.#bundle, value);
    try {
      for (const [index, entry] of looked.entries()) {
        await turn();
        if (context.signal.aborted) throw new Failure('cancelled');
        context.report({ done: index, total: looked.length, label: entry.title });
        const listed = this.#bundle.manifest.entries[index];
        if (listed) await this.#one(entry, listed, choices.get(entry.id));
      }
    } finally {
      if (this.#changes.length > 0) {
        this.#taken.step = ulid(this.#now.getTime());
        this.#library.history.did({ label: 'bundel', id: this.#taken.step, title: this.#taken.title, changes: this.#changes });
        await this.#keepOrigin();
      }
    }
    return this.#taken;
  }

  async #one(entry: ImportEntry, listed: ManifestEntry, choice: ImportChoice | undefined): Promise<void> {
    const { id, title, path, state, ours } = entry;
    if (state === 'geweigerd') this.#taken.refused.push({ title, path, reason: entry.reason ?? '' });
    else if (state === 'nieuw') this.#taken.fresh.push(await this.#comeIn(listed, path, undefined));
    else if (!ours) return;
    else if (state === 'gelijk') {
      await this.#files(listed, path, ours.path);
      this.#origin(id, ours.path, this.#bundle.manifest.files[listed.path] ?? '');
      this.#taken.same.push({ id, title, path: ours.path });
    } else if (choice === undefined || choice === 'ours') this.#taken.left.push({ id, title, path: ours.path, state });
    else if (choice === 'both') this.#taken.beside.push(await this.#comeIn(listed, path, ulid(this.#now.getTime())));
    else this.#taken.changed.push(await this.#change(listed, path, ours, choice));
  }

  /** A write-up that was not here, or comes beside ours under an id of its own. Its bytes stay when nothing about it must change. */
  async #comeIn(listed: ManifestEntry, wanted: string, ownId: string | undefined): Promise<{ id: string; title: string; path: string }> {
    const bytes = await this.#bundle.read(listed.path);
    const { path } = await freePath(this.#library, wanted, ownId === undefined ? bytes : Buffer.alloc(0), this.#planned);
    this.#planned.add(path.toLowerCase());
    const moved = await this.#files(listed, wanted, path);
    const text = textIn(bytes);
    const own = text !== undefined && ownId !== undefined ? refusable(path, () => setKeys(text, { id: ownId })) : text;
    const out = own === undefined ? bytes : withMovedFiles(own, path, moved);
    const saved = await this.#put(path, out === text ? bytes : out);
    this.#changes.push({ what: 'made', id: saved.id, path });
    if (ownId === undefined) this.#origin(saved.id, path, createHash('sha256').update(out).digest('hex'));
    return { id: saved.id, title: listed.title, path };
  }

  async #put(path: string, data: string | Buffer): Promise<Saved> {
    return inTurn(this.#library, async () => {
      await this.#write(path, data);
      return adoptFile(this.#library, path, 'saved');
    });
  }

  async #write(path: string, data: string | Uint8Array): Promise<void> {
    try {
      await makeFolders(this.#library.root, dirname(path));
      await writeFileSafely(this.#library.path(path), data, { fresh: true });
    } catch (error) {
      throw error instanceof Failure ? error : diskFailure(error, path);
    }
  }

  /** Ours becomes theirs, or what somebody put together; the earlier version is kept as with every save. */
  async #change(
    listed: ManifestEntry,
    wanted: string,
    ours: { id: string; title: string; path: string },
    choice: Exclude<ImportChoice, 'ours' | 'both'>,
  ): Promise<{ id: string; title: string; path: string }> {
    const moved = await this.#files(listed, wanted, ours.path);
    const theirs = textIn(await this.#bundle.read(listed.path));
    if (theirs === undefined) throw new Failure('entry.locked-text', { path: ours.path, reason: 'hun tekst heeft een andere codering' });
    const edit = (text: string): string => {
      const next = choice === 'theirs' ? theirs : setKeys(replaceBody(text, choice.body), choice.fields);
      return withMovedFiles(next, ours.path, moved);
    };
    const { saved, before, after } = await writeEntry(this.#library, ours.id, { edit });
    if (before !== after) this.#changes.push({ what: 'text', id: saved.id, before, after });
    if (choice === 'theirs') this.#origin(saved.id, ours.path, createHash('sha256').update(after).digest('hex'));
    return { id: saved.id, title: ours.title, path: ours.path };
  }

  /** Brings the attachments along, never over a file with other content; gives those that got another name, by the name they were meant to have. */
  async #files(listed: ManifestEntry, wanted: string, path: string): Promise<Map<string, string>> {
    const moved = new Map<string, string>();
    for (const file of listed.attachments) {
      const meant = placeOf(file);
      if (meant === undefined || isProgram(meant)) {
        this.#taken.warnings.push(`${file} is een programma of hoort hier niet; het is niet meegekomen.`);
        continue;
      }
      const bytes = await this.#bundle.read(file);
      const beside = meant.startsWith(`${attachmentsFolder(wanted)}/`)
        ? attachmentsFolder(path) + meant.slice(attachmentsFolder(wanted).length)
        : meant;
      const free = await freePath(this.#library, beside, bytes, new Set());
      if (!free.same) {
        await inTurn(this.#library, () => this.#write(free.path, bytes));
        this.#taken.attachments++;
      }
      if (free.path !== meant) moved.set(meant, free.path);
      if (free.path !== beside) this.#taken.warnings.push(`${meant} bestond al met een andere inhoud; de nieuwe staat als ${free.path}.`);
    }
    return moved;
  }

  #origin(id: string, pad: string, sha256: string): void {
    this.#origins[id] = { pad, sha256 };
  }

  async #keepOrigin(): Promise<void> {
    const { manifest, hash } = this.#bundle;
    const bundle = { sha256: hash, titel: manifest.title, gemaakt: manifest.made, ingelezen: this.#now.toISOString(), stukken: this.#origins };
    await originsFile(this.#library)
      .change((origins) => ({ ...origins, bundels: [...origins.bundels, bundle] }))
      .catch((error: unknown) => {
        // The write-ups are in; where they came from is worth a warning and no more.
        this.#taken.warnings.push(error instanceof Failure ? error.message : 'De herkomst kon niet worden bewaard.');
      });
  }
}
