import { shapeOf } from '../../domain/entries/file-text.ts';
import { readPlainHeader } from '../../domain/entries/plain-header.ts';
import { problem } from '../../domain/entries/problem-rules.ts';
import type { FileContent } from './file-reading.ts';

/** Tries out, somewhere it can be stopped, whether a header can be read in reasonable time. */
export interface HeaderTrial {
  passes(yaml: string): Promise<boolean>;
  close(): Promise<void>;
}

/** Files whose outcome is remembered. */
const remembered = 500;

/** Puts every header that is not plainly harmless to the trial before anything in this thread parses it. */
export class HeaderGuard {
  readonly #trial: HeaderTrial;
  readonly #outcomes = new Map<string, boolean>();

  constructor(trial: HeaderTrial) {
    this.#trial = trial;
  }

  /** The content, or the same content with its header closed: shown and searchable as text, never parsed and never written. */
  async checked(content: FileContent): Promise<FileContent> {
    const { front } = shapeOf(content.text);
    const yaml = front ? content.text.slice(front.from, front.to) : '';
    if (isHarmless(yaml)) return content;
    let passes = this.#outcomes.get(content.revision);
    if (passes === undefined) {
      passes = await this.#trial.passes(yaml);
      this.#outcomes.set(content.revision, passes);
      const oldest = this.#outcomes.size > remembered ? this.#outcomes.keys().next() : undefined;
      if (oldest && !oldest.done) this.#outcomes.delete(oldest.value);
    }
    if (passes) return content;
    return {
      ...content,
      headerClosed: true,
      locked: 'de kop is te ingewikkeld',
      problems: [...content.problems, problem('kop-te-zwaar', { line: 1 })],
    };
  }
}

const signs = { newline: 10, colon: 58, bracket: 91, bracketClosed: 93, brace: 123, braceClosed: 125 } as const;

/**
 * Headers as people write them: short, no aliases, tags or complex keys, hardly nested. Their parsing takes a few milliseconds at most, so they
 * need no trial. Nor do those that the parser of all of YAML never sees, whatever signs are in their words.
 */
export const isHarmless = (yaml: string): boolean => isCalm(yaml) || readPlainHeader(yaml) !== undefined;

function isCalm(yaml: string): boolean {
  if (yaml.length > 16 * 1024) return false;
  if (/(?:^|[\s[{,:-])[?&*!%@`](?:\S|\s|$)/m.test(yaml)) return false;
  if (/^[ \t]{17}/m.test(yaml) || /(?:- ){6}/.test(yaml)) return false;
  let opened = 0;
  let closed = 0;
  let lines = 0;
  let colons = 0;
  for (let at = 0; at < yaml.length; at++) {
    const sign = yaml.charCodeAt(at);
    if (sign === signs.newline) {
      lines++;
      colons = 0;
    } else if (sign === signs.colon && ++colons > 30) return false;
    else if (sign === signs.bracket || sign === signs.brace) opened++;
    // The parser comes back to everything before a bracket that closes nothing.
    else if (sign === signs.bracketClosed || sign === signs.braceClosed) closed++;
  }
  return opened <= 60 && closed <= 60 && lines <= 400;
}
