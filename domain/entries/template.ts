import { z } from 'zod';
import type { Json } from './entry.ts';
import { bodyOf, shapeOf } from './file-text.ts';
import { readHeader } from './front-matter.ts';
import { fencedLines } from './heading-lines.ts';
import { titleFromPath } from './naming.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A template of a kennismap: a Markdown file in `.oogst/sjablonen`. What is wrong with it is said in `problem`; it cannot be used then. */
export const Template = z.object({
  /** Name of the file. */
  id: z.string(),
  name: z.string(),
  /** When to use it, from its header. */
  description: z.string().optional(),
  /** The kind it is for; absent: any. */
  kind: z.string().optional(),
  problem: z.string().optional(),
});
export type Template = z.infer<typeof Template>;

/** What a new write-up takes from a template. */
export interface TemplateContent {
  fields: Record<string, Json>;
  body: string;
}

/** Keys that say something about the template, or that every write-up has of its own. */
const own = new Set(['sjabloon', 'uitleg', 'soort', 'id', 'titel', 'oordelen', 'fasehistorie', 'voorbeeld']);

/** Reads a template; undefined is a file that cannot be read. Never throws. */
export function readTemplate(id: string, text: string | undefined, v: Pick<Vocabulary, 'kinds'>): Template & TemplateContent {
  if (text === undefined) return { id, name: titleFromPath(id), problem: 'het bestand kan niet worden gelezen', fields: {}, body: '' };
  const shape = shapeOf(text);
  const header = readHeader(shape.front ? text.slice(shape.front.from, shape.front.to) : '');
  const words = (key: string): string | undefined => {
    const value = header.values.get(key)?.value;
    return value === undefined || value === null || typeof value === 'object' ? undefined : String(value).trim() || undefined;
  };
  const kind = words('soort');
  const description = words('uitleg');
  const problem = problemOf(shape.unclosed, header.faults[0]?.message, kind !== undefined && !v.kinds.some((known) => known.id === kind), kind);
  return {
    id,
    name: words('sjabloon') ?? titleFromPath(id),
    ...(description === undefined ? {} : { description }),
    ...(kind === undefined ? {} : { kind }),
    ...(problem === undefined ? {} : { problem }),
    fields: Object.fromEntries([...header.values].filter(([key]) => !own.has(key)).map(([key, { value }]) => [key, value])),
    body: withoutGuidance(bodyOf(text)),
  };
}

function problemOf(unclosed: boolean, fault: string | undefined, strange: boolean, kind: string | undefined): string | undefined {
  if (unclosed) return 'de kop wordt niet afgesloten met drie streepjes';
  if (fault !== undefined) return `de kop is niet te lezen: ${fault}`;
  return strange ? `de soort “${kind ?? ''}” bestaat niet` : undefined;
}

/** The text without its comments: they are for whoever fills the template in, and never come into a write-up. Code keeps them. */
export function withoutGuidance(body: string): string {
  const code = fencedLines(body);
  const out: string[] = [];
  let inside = false;
  let dropped = false;
  body.split('\n').forEach((line, index) => {
    const cut = !inside && code.has(index) ? { kept: line, inside } : withoutComment(line, inside);
    ({ inside } = cut);
    // Where a comment stood alone its empty line goes along.
    if (cut.kept !== line && cut.kept.trim() === '') dropped = true;
    else if (cut.kept !== '' || !dropped || (out.at(-1) ?? '') !== '') {
      out.push(cut.kept === line ? line : cut.kept.trimEnd());
      dropped = false;
    }
  });
  return out.join('\n');
}

function withoutComment(line: string, open: boolean): { kept: string; inside: boolean } {
  let inside = open;
  let rest = line;
  let kept = '';
  while (rest !== '') {
    const mark = inside ? '-->' : '<!--';
    const at = rest.indexOf(mark);
    if (!inside) kept += at < 0 ? rest : rest.slice(0, at);
    if (at < 0) break;
    rest = rest.slice(at + mark.length);
    inside = !inside;
  }
  return { kept, inside };
}
