import { z } from 'zod';

/** A copy of unsaved text, for when the window, the program or the machine stops in the middle of a sentence. */
const Copy = z.object({ body: z.string(), base: z.string(), sending: z.string().optional(), at: z.number() });
export type RecoveryCopy = z.infer<typeof Copy>;

const name = (dir: string, id: string): string => `oogst.concept ${dir} ${id}`;

/** Keeps a copy. Storage may be full or closed; then there is none, and saving goes on as always. */
export function keepCopy(dir: string, id: string, copy: RecoveryCopy): void {
  try {
    window.localStorage.setItem(name(dir, id), JSON.stringify(copy));
  } catch {
    return;
  }
}

export function dropCopy(dir: string, id: string): void {
  try {
    window.localStorage.removeItem(name(dir, id));
  } catch {
    return;
  }
}

/** The copy that was left behind, if there is a readable one. */
export function readCopy(dir: string, id: string): RecoveryCopy | undefined {
  try {
    const parsed = Copy.safeParse(JSON.parse(window.localStorage.getItem(name(dir, id)) ?? 'null'));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
