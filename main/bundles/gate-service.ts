import { setImmediate as turn } from 'node:timers/promises';
import type { Service } from '../../domain/api/contract.ts';
import { Failure } from '../../domain/api/failures.ts';
import { nameListOf } from '../../domain/bundle/class-list.ts';
import type { Consent } from '../../domain/bundle/consent.ts';
import { consentFindings, isPicture } from '../../domain/bundle/consent-findings.ts';
import { finding, gateSentence, weighFindings, type Finding } from '../../domain/bundle/gate-finding.ts';
import { checkEntry, type GateLink, type GateQuestion } from '../../domain/bundle/gate.ts';
import { withoutKeptNames, type KeptName } from '../../domain/bundle/nameless.ts';
import { bodyOf } from '../../domain/entries/file-text.ts';
import { localDate } from '../library/stage-record.ts';
import { readText } from '../library/file-reading.ts';
import type { OpenLibrary } from '../library/open-library.ts';
import type { Session } from '../library/session.ts';
import type { Shelved } from '../library/shelf.ts';
import { askedIds, attachmentsOf, readAttachmentFile, type Attachment } from './bundle-contents.ts';
import { readRegister } from './consent-register.ts';
import { documentAuthor } from './document-author.ts';
import { copyOf, keptNames, outgoing } from './outgoing.ts';
import { pictureData, type PictureData } from './picture-data.ts';

export interface GateOptions {
  session: Session;
  clock: () => Date;
}

/** The check on personal data and loose ends before a bundle leaves the house. Writes nothing, and keeps no list of names. */
export function createGateService({ session, clock }: GateOptions): Pick<Service<'bundles'>, 'bundles.gate'> {
  return {
    'bundles.gate': async (order, context) => {
      const question = { audience: order.audience, today: localDate(clock()), names: order.names ? nameListOf(order.names) : undefined };
      const step = async (done: number, total: number, label: string): Promise<void> => {
        await turn();
        if (context.signal.aborted) throw new Failure('cancelled');
        context.report({ done, total, label });
      };
      const ids = [...new Set([...askedIds(session.library(), order), ...(order.session === undefined ? [] : [order.session])])];
      const findings = await gateFindings(session.library(), ids, question, step);
      const { open, accepted, blocking } = weighFindings(findings, order.accepted ?? {});
      return { checked: ids.length, open, accepted, blocking: blocking.length, sentence: gateSentence(open) };
    },
  };
}

/**
 * Everything the gate finds in these write-ups. `step` is called before each, and may throw to stop. Fails with `shared.unusable` when the register of
 * consent cannot be read.
 */
export async function gateFindings(
  library: OpenLibrary,
  asked: readonly string[],
  question: GateQuestion,
  step: (done: number, total: number, label: string) => Promise<void>,
): Promise<Finding[]> {
  const ids = new Set(asked);
  const findings: Finding[] = [];
  // With a register that cannot be read nobody knows who withdrew; then nothing leaves.
  const register = await readRegister(library);
  const confidential = library.shelf.all().flatMap(({ read }) => (read.summary.confidential ? [read.summary.title] : []));
  let checked = 0;
  for (const id of ids) {
    const held = library.shelf.find(id);
    await step(checked++, ids.size, held?.read.summary.title ?? id);
    findings.push(
      ...(held
        ? await checkOne(library, held, { along: ids, register, confidential, ...question })
        : [absent(id, 'ontbreekt', 'Dit stuk is er niet (meer).')]),
    );
  }
  return findings;
}

const absent = (id: string, rule: string, message: string): Finding =>
  finding({ rule, severity: 'blokkeert', entry: id, place: '', passage: '', from: 0, to: 0, message });

/** A question with what it is asked beside. */
interface Checking extends GateQuestion {
  along: ReadonlySet<string>;
  register: readonly Consent[];
  /** Titles of what is confidential. */
  confidential: readonly string[];
}

async function checkOne(library: OpenLibrary, held: Shelved, { along, register, confidential, ...question }: Checking): Promise<Finding[]> {
  const summary = library.shelf.summary(held);
  const content = await readText(library.path(summary.path));
  if (held.revision === '' || content.revision === '') return [absent(summary.id, 'onleesbaar', 'Het bestand van dit stuk kan niet worden gelezen.')];
  const { read } = held;
  const keptName = keptNames(library, held, question);
  const body = bodyOf(content.text);
  const attachments = await attachmentsOf(library, summary.path, withoutKeptNames(body, keptName));
  const found = checkEntry(
    {
      summary,
      fields: read.fields,
      unknown: read.unknown,
      judgements: read.judgements,
      body,
      kind: library.vocabulary.kinds.find((kind) => kind.id === summary.kind),
      links: linksOf(library, held, { along, keptName }),
      confidential,
      files: attachments.map((file) => file.path),
    },
    question,
  );
  found.unshift(...headerFindings(summary.id, copyOf(outgoing(library, held, content.text, question))));
  const pictures = attachments.map(({ path }) => path).filter(isPicture);
  found.push(...consentFindings({ id: summary.id, summary: summary.summary, body, pictures }, register, question));
  for (const file of attachments) found.push(...(await checkFile(library, summary.id, file)));
  return found;
}

/** Without a header that can be taken apart nothing can be taken out of it. */
const headerFindings = (entry: string, copy: ReturnType<typeof copyOf>): Finding[] =>
  'text' in copy
    ? []
    : [
        finding({
          rule: 'kop',
          severity: 'blokkeert',
          entry,
          place: '',
          passage: '',
          from: 0,
          to: 0,
          message: `Oogst kan uit de kop niet halen wat binnen moet blijven: ${copy.fault}. Herstel de kop.`,
        }),
      ];

function linksOf(library: OpenLibrary, { read }: Shelved, { along, keptName }: { along: ReadonlySet<string>; keptName: KeptName }): GateLink[] {
  const leading = (target: string): Pick<GateLink, 'leads' | 'title'> => {
    if (keptName({ target, kind: 'wikilink' }) !== undefined) return { leads: 'binnen' };
    const to = library.shelf.resolve(target, read.summary.path);
    if (to === undefined) return { leads: 'nergens' };
    return along.has(to.id) ? { leads: 'mee' } : { leads: 'achter', title: to.read.summary.title };
  };
  return [
    ...read.fieldLinks.map(({ id, field }) => ({ target: id, field, ...leading(id) })),
    ...read.textLinks
      .filter(({ kind, target }) => kind !== 'bijlage' || keptName({ target, kind }) !== undefined)
      .map(({ target }) => ({ target, field: 'tekst', ...leading(target) })),
  ];
}

/** Larger files are not looked into. */
const largest = 100 * 1024 * 1024;

async function checkFile(library: OpenLibrary, entry: string, file: Attachment): Promise<Finding[]> {
  const found = (rule: string, severity: Finding['severity'], passage: string, message: string): Finding =>
    finding({ rule, severity, entry, place: file.path, passage, from: 0, to: passage.length, message });
  if (file.bytes > largest) return [found('te-groot', 'ter informatie', '', 'Dit bestand is te groot om in te kijken.')];
  try {
    const picture = /\.(?:jpe?g|png)$/i.test(file.path) ? pictureData(await readAttachmentFile(library, file.path)) : undefined;
    if (picture) return pictureFindings(picture, found);
    const author = await documentAuthor(library.path(file.path), () => readAttachmentFile(library, file.path));
    return author === undefined ? [] : [found('maker-document', 'let op', author, 'In dit document staat wie het maakte.')];
  } catch {
    return [found('onleesbaar-bestand', 'let op', '', 'Dit bestand kan niet worden gelezen; kijk het zelf na.')];
  }
}

function pictureFindings(
  data: PictureData,
  found: (rule: string, severity: Finding['severity'], passage: string, message: string) => Finding,
): Finding[] {
  return [
    ...(data.place ? [found('foto-plaats', 'let op', '', 'In deze foto staat waar hij is gemaakt.')] : []),
    ...(data.author !== undefined ? [found('foto-maker', 'let op', data.author, 'In deze foto staat wie hem maakte.')] : []),
    ...(data.camera !== undefined
      ? [found('foto-camera', 'ter informatie', data.camera, 'In deze foto staat met welk toestel hij is gemaakt.')]
      : []),
    ...(data.text !== undefined ? [found('foto-tekst', 'let op', data.text, 'In dit beeldbestand staat tekst die niemand ziet.')] : []),
  ];
}
