import type { FilledAnswer, FilledWorksheet } from '../../domain/bundle/filled-worksheet.ts';
import { worksheetQuestions, type AnswerKey, type Take } from '../../domain/bundle/worksheet-questions.ts';
import { BadZip, openZipSafely, readMember, type ZipLimits, type ZipMember } from '../library/zip-reading.ts';
import { readFlow, type Flow } from './docx-flow.ts';
import { controlTag, hints, worksheetLinePattern, worksheetProperty } from './products/worksheet-marks.ts';
import { elementsInTable, sheetTexts } from './worksheet-labels.ts';
import { xmlTokens } from './xml-tokens.ts';

const limits: ZipLimits = { entries: 2000, each: 64 * 1024 ** 2, all: 256 * 1024 ** 2, ratio: 200 };
const mostText = 16 * 1024 ** 2;
/** Signs in one answer; nobody writes more, and a file that does is no worksheet. */
const longest = 5000;
/** Of what should be one line. */
const longestLine = 300;
const mostElements = 100;

/** What of a worksheet is read: its text, its properties and when it was saved. */
interface Sheet {
  flow: Flow;
  properties: ReadonlyMap<string, string>;
  saved?: string;
}

/**
 * Reads what was filled in on a worksheet of Oogst, saved by Word, LibreOffice or another program. Places keep their mark in Word; where a program threw
 * the marks away, the answers are found by the words beside them. Throws {@link BadZip}, with what is wrong in Dutch.
 */
export async function readWorksheet(bytes: Uint8Array): Promise<FilledWorksheet> {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    throw new BadZip('er zit een wachtwoord op, of het is bewaard in de vorm van een heel oude Word (.doc)');
  const { flow, properties, saved } = await readSheet(bytes);
  const origin = originOf(flow, properties);
  const texts = sheetTexts(flow.blocks);
  const value = (tag: string, key: string): string => {
    const [within, beside] = [clean(flow.controls.get(tag)?.text ?? ''), clean(texts.get(key) ?? '')];
    // Who typed on beside the place to fill in, meant that too.
    return beside.includes(within) ? beside : within;
  };
  const answer: FilledAnswer = { practice: origin.practice };
  for (const { id, answers } of worksheetQuestions('vijf', []))
    for (const { key, form } of answers) {
      const text = form === 'elementen' ? '' : value(controlTag.answer(id, key), key);
      if (form === 'elementen') addElements(answer, flow, id);
      else if (form === 'cijfer') addMark(answer, text);
      else if (text !== '') addText(answer, key, text);
    }
  if (Object.keys(answer).length === 1) throw new BadZip('er is niets ingevuld');
  const [team, role] = [oneLine(value(controlTag.team, 'team')), oneLine(value(controlTag.role, 'role'))];
  return {
    schema: 'oogst-reflectie',
    version: 1,
    bundle: { title: origin.bundle, made: origin.made },
    ...(origin.session === undefined ? {} : { session: origin.session }),
    ...(team === '' ? {} : { team }),
    ...(role === '' ? {} : { role }),
    answers: [answer],
    saved: saved ?? origin.made,
  };
}

function addText(answer: FilledAnswer, key: AnswerKey, text: string): void {
  if (key !== 'mark' && key !== 'elements') answer[key] = text;
}

function addMark(answer: FilledAnswer, text: string): void {
  const mark = /^(10|\d)(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
  if (mark >= 0 && mark <= 10) answer.mark = mark;
}

function addElements(answer: FilledAnswer, flow: Flow, question: string): void {
  const rows = elementsByTag(flow, question) ?? elementsInTable(flow.blocks);
  const elements = rows.slice(0, mostElements).flatMap(({ text, ticked, why }) => {
    const [words, reason] = [oneLine(clean(text)), clean(why)];
    // Two ticks, or a reason without one, leave it open; that is what misschien means.
    const take: Take | undefined = ticked.length === 1 ? ticked[0] : ticked.length > 1 || reason !== '' ? 'misschien' : undefined;
    return words === '' || take === undefined ? [] : [{ text: words, take, ...(reason === '' ? {} : { why: reason }) }];
  });
  if (elements.length > 0) answer.elements = elements;
}

function elementsByTag({ controls }: Flow, question: string): ReturnType<typeof elementsInTable> | undefined {
  if (!controls.has(controlTag.element(question, 1, 'text'))) return undefined;
  const rows: ReturnType<typeof elementsInTable> = [];
  for (let row = 1; row <= mostElements && controls.has(controlTag.element(question, row, 'text')); row++) {
    const at = (what: 'text' | 'why' | Take) => controls.get(controlTag.element(question, row, what));
    const ticked = (['ja', 'nee', 'misschien'] as const).filter((take) => at(take)?.checked ?? at(take)?.text === '☒');
    rows.push({ text: at('text')?.text ?? '', ticked, why: at('why')?.text ?? '' });
  }
  return rows;
}

const empties = new Set<string>([
  ...Object.values(hints),
  'Klik of tik om tekst in te voeren.',
  'Click or tap here to enter text.',
  'Kies een item.',
]);

/** An answer without what stood there before it, and without signs nobody typed. */
function clean(text: string): string {
  const plain = text
    .slice(0, 4 * longest)
    .normalize('NFC')
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
    .replace(/\u00a0/g, ' ')
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return empties.has(plain) ? '' : plain.slice(0, longest).trimEnd();
}

const oneLine = (text: string): string =>
  text
    .replace(/\s*\n\s*/g, ' ')
    .slice(0, longestLine)
    .trimEnd();

interface Origin {
  practice: string;
  bundle: string;
  made: string;
  session?: string;
}

const properId = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,199}$/u;
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/;

function originOf(flow: Flow, properties: ReadonlyMap<string, string>): Origin {
  const line = flow.blocks.findLast((block) => block.type === 'line' && worksheetLinePattern.test(block.text));
  const [, lineId = '', lineMade = '', lineSession = '', lineTitle = ''] = (line?.type === 'line' && worksheetLinePattern.exec(line.text)) || [];
  const given = (name: string, other: string): string => properties.get(name) ?? other;
  const practice = given(worksheetProperty.practice, lineId);
  if (!properId.test(practice)) throw new BadZip('het is geen werkblad van Oogst: er staat niet in bij welke praktijk het hoort');
  const made = given(worksheetProperty.made, lineMade);
  const session = given(worksheetProperty.session, lineSession);
  return {
    practice,
    bundle: clean(given(worksheetProperty.bundle, lineTitle)).slice(0, 300),
    made: moment.test(made) ? made : '1970-01-01T00:00:00.000Z',
    ...(properId.test(session) ? { session } : {}),
  };
}

async function readSheet(bytes: Uint8Array): Promise<Sheet> {
  const { zip, members } = await openZipSafely(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), limits);
  try {
    const part = async (path: string): Promise<string | undefined> => {
      const member: ZipMember | undefined = members.find((one) => one.path === path);
      if (!member) return undefined;
      if (member.size > mostText) throw new BadZip('de inhoud is te groot');
      return (await readMember(zip, member)).toString('utf8');
    };
    const main = relationTarget(await part('_rels/.rels'), '/officeDocument') ?? 'word/document.xml';
    const document = await part(main);
    if (document === undefined) throw new BadZip('het is geen Word-bestand');
    const custom = await part(relationTarget(await part('_rels/.rels'), '/custom-properties') ?? 'docProps/custom.xml');
    const saved = savedAt(await part('docProps/core.xml'));
    return { flow: readFlow(document), properties: propertiesIn(custom), ...(saved === undefined ? {} : { saved }) };
  } finally {
    zip.close();
  }
}

/** Where a part lies; programs do not all give it the same name. */
function relationTarget(relations: string | undefined, kind: string): string | undefined {
  for (const token of xmlTokens(relations ?? ''))
    if (token.type === 'open' && token.name === 'Relationship' && token.attribute('Type')?.endsWith(kind))
      return token.attribute('Target')?.replace(/^\//, '');
  return undefined;
}

function propertiesIn(custom: string | undefined): Map<string, string> {
  const properties = new Map<string, string>();
  let name: string | undefined;
  for (const token of xmlTokens(custom ?? '')) {
    if (token.type === 'open' && token.name === 'property') name = token.attribute('name');
    else if (token.type === 'text' && name !== undefined) properties.set(name, (properties.get(name) ?? '') + token.text);
    else if (token.type === 'close' && token.name === 'property') name = undefined;
  }
  return properties;
}

function savedAt(core: string | undefined): string | undefined {
  let within = false;
  for (const token of xmlTokens(core ?? '')) {
    if (token.type === 'open') within = token.name === 'modified';
    else if (token.type === 'text' && within && moment.test(token.text.trim())) return new Date(token.text.trim()).toISOString();
  }
  return undefined;
}
