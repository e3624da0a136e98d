import { Failure } from '../../../domain/api/failures.ts';
import type { TypesetInput, Typesetter } from '../typesetting.ts';

/** What every template is given about the pictures that come with it. */
export interface PictureData {
  logo?: string;
  /** By their path in the kennismap. */
  pictures?: Readonly<Record<string, { file: string; width: number; height: number }>>;
}

/** A template with its data, not yet as JSON. */
export type SettingOrder = Omit<TypesetInput, 'data'> & { data: PictureData & Readonly<Record<string, unknown>> };

/**
 * Sets one document. Pictures that cannot be printed, whatever their first bytes promised, are left to their description. Calling off ends the waiting
 * at once, however long the setting would still take.
 */
export async function typeset(typesetter: Typesetter, order: SettingOrder, signal: AbortSignal): Promise<Uint8Array> {
  const set = ({ template, data, files }: SettingOrder): Promise<Uint8Array> =>
    unlessAborted(signal, () => typesetter.pdf({ template, data: JSON.stringify(data), files }, signal));
  try {
    return await set(order);
  } catch (error) {
    if (signal.aborted || order.files.length === 0) throw error;
    const bad = new Set<string>();
    for (const file of order.files)
      await set({ template: 'proef', data: { file: file.path }, files: [file] }).catch(() => {
        if (!signal.aborted) bad.add(file.path);
      });
    if (bad.size === 0 || signal.aborted) throw error;
    return set(without(order, bad));
  }
}

function without({ template, data, files }: SettingOrder, bad: ReadonlySet<string>): SettingOrder {
  const { logo, pictures = {}, ...rest } = data;
  return {
    template,
    data: {
      ...rest,
      ...(logo === undefined || bad.has(logo) ? {} : { logo }),
      pictures: Object.fromEntries(Object.entries(pictures).filter(([, { file }]) => !bad.has(file))),
    },
    files: files.filter(({ path }) => !bad.has(path)),
  };
}

async function unlessAborted<Made>(signal: AbortSignal, make: () => Promise<Made>): Promise<Made> {
  if (signal.aborted) throw new Failure('cancelled');
  let stop = (): void => undefined;
  const called = new Promise<never>((_, reject) => {
    stop = () => reject(new Failure('cancelled'));
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([make(), called]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
