import { linksInText, resolvePath } from './text-links.ts';

/** Kinds of attachments whose words can be searched. */
export type TextType = 'pdf' | 'docx';

/** What kind of readable attachment a file is, by its name. */
export function textTypeOf(path: string): TextType | undefined {
  const ending = /\.(pdf|docx)$/i.exec(path)?.[1]?.toLowerCase();
  return ending === 'pdf' || ending === 'docx' ? ending : undefined;
}

/** Folder with the attachments of a write-up, from the library's root. */
export const attachmentsFolder = (path: string): string => path.replace(/\.(md|markdown)$/i, '.bijlagen');

/** Where one linked file may lie, likeliest first; paths from the library's root. */
export type LinkedFile = readonly string[];

/**
 * The PDF and Word files a write-up links to or embeds, each once, in the order of the text. Never outside the library and never in a folder that
 * starts with a dot. Linear in the length of the text.
 */
export function attachmentsOf(entryPath: string, body: string): LinkedFile[] {
  const found = new Map<string, LinkedFile>();
  if (!/\.(?:pdf|docx)/i.test(body)) return [];
  const add = (targets: readonly string[]): void => {
    const places = [...new Set(targets.map((target) => resolvePath(entryPath, target)).filter((path) => path !== undefined))].filter(isSearchable);
    if (places[0] !== undefined && !found.has(places[0])) found.set(places[0], places);
  };
  for (const target of markdownTargets(body)) add([target]);
  // A wikilink may be meant from the file or, as Obsidian writes it, from the root.
  for (const { target, kind } of linksInText(body, 1)) if (kind === 'wikilink') add([target, `/${target}`]);
  return [...found.values()];
}

const isSearchable = (path: string): boolean =>
  textTypeOf(path) !== undefined && !/[\0\\:]/.test(path) && !path.split('/').some((part) => part.startsWith('.'));

/** Targets of Markdown links and of the definitions they may refer to, as written, without a title behind them. */
function* markdownTargets(body: string): Generator<string> {
  for (const line of body.split('\n')) {
    if (!/\.(?:pdf|docx)/i.test(line)) continue;
    for (const found of line.matchAll(/\]\((?:<([^<>]{1,500})>|([^()<>]{1,500}(?:\([^()<>]{0,200}\)[^()<>]{0,300})?)\))/g))
      yield* target(found[1] ?? found[2]);
    const defined = /^ {0,3}\[[^\]]{1,200}\]:[ \t]{1,20}(?:<([^<>]{1,500})>|(\S{1,500}))/.exec(line);
    if (defined) yield* target(defined[1] ?? defined[2]);
  }
}

function* target(written: string | undefined): Generator<string> {
  const bare = written?.trim().replace(/(\.(?:pdf|docx)(?:#[^\s"']{0,200})?)[ \t]{1,20}["'].{0,300}$/i, '$1') ?? '';
  if (bare !== '' && !/^(?:[a-z][a-z0-9+.-]{0,30}:|#|\/\/)/i.test(bare)) yield bare;
}
