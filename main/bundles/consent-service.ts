import { lstat } from 'node:fs/promises';
import { ulid } from 'ulid';
import type { Emit, Output, Parsed, Service } from '../../domain/api/contract.ts';
import { Failure } from '../../domain/api/failures.ts';
import { Consent, consentFault, consentPath, mostConsents, withConsent, withoutConsent } from '../../domain/bundle/consent.ts';
import { isPicture, quoteIn } from '../../domain/bundle/consent-findings.ts';
import { consentState } from '../../domain/bundle/consent-rule.ts';
import type { ContainedIn } from '../../domain/bundle/export-log.ts';
import { bodyOf } from '../../domain/entries/file-text.ts';
import { shelved } from '../library/entry-writing.ts';
import { readText } from '../library/file-reading.ts';
import type { OpenLibrary } from '../library/open-library.ts';
import type { Session } from '../library/session.ts';
import { localDate } from '../library/stage-record.ts';
import { attachmentsOf } from './bundle-contents.ts';
import { consentFile } from './consent-register.ts';
import { bundlesHolding } from './export-log.ts';

export interface ConsentOptions {
  session: Session;
  clock: () => Date;
  /** Role of who keeps the register. */
  judge: () => Promise<string>;
  emit: Emit;
}

type ConsentLine = Output<'consent.save'>;

/** The register of consent: who may be told about, seen and quoted, and to whom. It never goes along with a bundle. */
export function createConsentService({ session, clock, judge, emit }: ConsentOptions): Service<'consent'> {
  const today = (): string => localDate(clock());
  const line: Lines = async (library, consent) => lineOf(library, consent, { today: today(), holding: await bundlesHolding(library) });
  return {
    'consent.list': async () => {
      const library = session.library();
      const { value, fault } = await consentFile(library).read();
      const beside = { today: today(), holding: await bundlesHolding(library) };
      const lines: ConsentLine[] = [];
      for (const consent of value.consents) lines.push(await lineOf(library, consent, beside));
      return { lines, unread: value.unread, path: consentPath, today: beside.today, ...(fault === undefined ? {} : { fault }) };
    },
    'consent.save': async ({ consent: given }) => {
      const library = session.library();
      const consent = kept(given, { id: given.id ?? ulid(clock().getTime()), changed: clock().toISOString(), keeper: await judge() });
      await consentFile(library).change((book) => {
        const known = book.consents.some(({ id }) => id === consent.id);
        if (!known && book.whole.toestemmingen.length >= mostConsents) throw new Failure('consent.full', { most: mostConsents });
        return withConsent(book, consent);
      });
      emit('consent.changed', {});
      return line(library, consent);
    },
    ...withdrawing({ session, clock, judge, emit }, line),
    'consent.pictures': async ({ entry }) => {
      const library = session.library();
      const { path } = shelved(library, entry).read.summary;
      const content = await readText(library.path(path));
      return (await attachmentsOf(library, path, bodyOf(content.text))).map((one) => one.path).filter(isPicture);
    },
  };
}

type Lines = (library: OpenLibrary, consent: Consent) => Promise<ConsentLine>;

/** Taking back and taking away. */
function withdrawing({ session, clock, judge, emit }: ConsentOptions, line: Lines): Pick<Service<'consent'>, 'consent.withdraw' | 'consent.remove'> {
  return {
    'consent.withdraw': async ({ id, on }) => {
      const library = session.library();
      const stamp = { changed: clock().toISOString(), keeper: await judge() };
      let before: Consent | undefined;
      const { consents } = await consentFile(library).change((book) => {
        before = found(book.consents, id);
        return withConsent(book, { ...before, withdrawn: on ?? localDate(clock()), ...stamp });
      });
      emit('consent.changed', {});
      return { line: await line(library, found(consents, id)), before: before ?? found(consents, id) };
    },
    'consent.remove': async ({ id }) => {
      let gone: Consent | undefined;
      await consentFile(session.library()).change((book) => {
        gone = found(book.consents, id);
        return withoutConsent(book, id);
      });
      emit('consent.changed', {});
      return gone ?? found([], id);
    },
  };
}

function found(consents: readonly Consent[], id: string): Consent {
  const consent = consents.find((one) => one.id === id);
  if (!consent) throw new Failure('consent.missing');
  return consent;
}

/** A consent as it goes into the file: whole, and without keys that hold nothing. */
function kept(given: Parsed<'consent.save'>['consent'], stamp: Pick<Consent, 'id' | 'changed' | 'keeper'>): Consent {
  const consent = Consent.parse(
    Object.fromEntries(Object.entries({ ...given, ...stamp }).filter(([key, value]) => key === 'who' || (value !== undefined && value !== ''))),
  );
  const reason = consentFault(consent);
  if (reason !== undefined) throw new Failure('consent.incomplete', { reason });
  return consent;
}

async function lineOf(library: OpenLibrary, consent: Consent, { today, holding }: { today: string; holding: ContainedIn }): Promise<ConsentLine> {
  const held = consent.entry === undefined ? undefined : library.shelf.find(consent.entry);
  return {
    consent,
    state: consentState(consent, today),
    ...(held ? { title: held.read.summary.title } : {}),
    gone: await isGone(library, consent, held?.read.summary),
    holders: consent.entry === undefined && consent.attachment === undefined ? [] : holding({ entry: consent.entry, attachment: consent.attachment }),
  };
}

/** What a consent is about may be moved, thrown away or written differently by now. */
async function isGone(library: OpenLibrary, consent: Consent, summary: { path: string; summary: string } | undefined): Promise<boolean> {
  if (consent.entry !== undefined && !summary) return true;
  if (consent.about === 'foto' && consent.attachment !== undefined) {
    if (consent.attachment.split('/').includes('..')) return true;
    return !(await lstat(library.path(consent.attachment)).then(
      (file) => file.isFile(),
      () => false,
    ));
  }
  if (consent.about !== 'citaat' || !summary) return false;
  const { text } = await readText(library.path(summary.path));
  return quoteIn({ body: bodyOf(text), summary: summary.summary }, consent.passage ?? '') === undefined;
}
