/** What a sync program says in the name it gives to the copy that lost. */
export interface ConflictName {
  /** Path the copy was made of. */
  original: string;
  /** True when the name can hardly mean anything else; a weak one (`naam (1)`, `naam-PC2`) only counts together with the same id. */
  sure: boolean;
}

/**
 * Names of conflict copies, the surest first: Syncthing, Nextcloud and Dropbox (also in Dutch), Obsidian, OneDrive's backup, then what
 * OneDrive, SharePoint and file managers make of a name that is taken.
 */
const shapes: readonly { pattern: RegExp; sure: boolean }[] = [
  { pattern: /^(.+)\.sync-conflict-\d{8}-\d{6}-[A-Z0-9]{7}$/, sure: true },
  { pattern: /^(.+?) ?\((?:[^()]{0,80}? )?(?:conflicted copy|conflict(?:erende)? (?:kopie|versie)|case conflict)\b[^()]{0,80}\)$/i, sure: true },
  { pattern: /^(.+?)(?:-[\p{L}\p{N}][\p{L}\p{N}_-]{0,40})?-safeBackup-\d{4}$/u, sure: true },
  { pattern: /^(.+?)_conflict-\d{8}-\d{6}$/, sure: true },
  { pattern: /^(.+?) (?:- )?\(?(?:kopie|copy)(?: \(?\d{1,3}\)?)?\)?$/i, sure: false },
  { pattern: /^(?:kopie van|copy of) (.+)$/i, sure: false },
  { pattern: /^(.+?) ?\(\d{1,3}\)$/, sure: false },
];

/** OneDrive puts the name of the computer behind a dash; where the name of the file ends is not to be seen, so every dash may be the place. */
const computer = /-(?=[\p{L}\p{N}][\p{L}\p{N}_-]{1,40}(?: \(\d{1,3}\))?$)/gu;

/** The paths a file may be a conflict copy of, by its name alone; the surest first. Whether it is one depends on its id as well. */
export function conflictNames(path: string): ConflictName[] {
  const slash = path.lastIndexOf('/') + 1;
  const dot = /\.(md|markdown)$/i.exec(path)?.index ?? path.length;
  const name = path.slice(slash, dot);
  const pathOf = (original: string): string => path.slice(0, slash) + original + path.slice(dot);
  const out: ConflictName[] = [];
  for (const { pattern, sure } of shapes) {
    const original = pattern.exec(name)?.[1];
    if (original) out.push({ original: pathOf(original), sure });
  }
  for (const { index } of name.matchAll(computer)) if (index > 0) out.push({ original: pathOf(name.slice(0, index)), sure: false });
  return out;
}
