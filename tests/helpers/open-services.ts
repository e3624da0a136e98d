import { resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { calls, type CallContext, type EventName, type Input, type Method, type Output } from '../../domain/api/contract.ts';
import type { Typesetter } from '../../main/bundles/typesetting.ts';
import type { FarReader } from '../../main/library/far-reading.ts';
import type { HeaderTrial } from '../../main/library/header-trial.ts';
import type { TextExtractor } from '../../main/library/text-extraction.ts';
import type { TextRenderer } from '../../main/library/text-renderer.ts';
import { renderText } from '../../main/library/render.ts';
import { createServices, type Services } from '../../main/services.ts';
import { temporaryFolder } from './temporary.ts';

export const resources = resolve(import.meta.dirname, '../../resources');
export const fixedClock = (): Date => new Date('2026-11-23T14:03:00');

export interface Opened {
  services: Services;
  dir: string;
  events: { name: EventName; payload: unknown }[];
  call<M extends Method>(method: M, input: Input<M>, context?: Partial<CallContext<M>>): Promise<Output<M>>;
}

/** The real services over a real folder, without a link in between; closed when the test is over. */
export async function openServices(
  files: Record<string, string | Uint8Array> = {},
  options: Partial<{
    watch: boolean;
    dir: string;
    profile: string;
    trial: HeaderTrial;
    renderer: TextRenderer;
    extractor: TextExtractor;
    far: FarReader;
    clock: () => Date;
    typesetter: Typesetter;
  }> = {},
): Promise<Opened> {
  const dir = options.dir ?? (await temporaryFolder(files));
  const events: Opened['events'] = [];
  const services = await createServices({
    resources,
    reader: resolve(import.meta.dirname, '../../out/reader'),
    profile: options.profile ?? (await temporaryFolder()),
    emit: (name, payload) => void events.push({ name, payload }),
    renderer: options.renderer ?? { render: (input) => Promise.resolve(renderText(input)), close: () => Promise.resolve() },
    trial: options.trial ?? { passes: () => Promise.resolve(true), close: () => Promise.resolve() },
    extractor: options.extractor,
    far: options.far,
    typesetter: options.typesetter,
    clock: options.clock ?? fixedClock,
    watch: options.watch ?? false,
    appVersion: 'test',
  });
  onTestFinished(() => services.close());
  await services.session.open(dir);
  await services.session.loaded();
  return {
    services,
    dir,
    events,
    call: async (method, input, context = {}) => {
      const handler = services.handlers[method] as ((input: unknown, context: unknown) => Promise<unknown>) | undefined;
      if (!handler) throw new Error(`no handler for ${method}`);
      const checked = calls[method].input.parse(input);
      const output = await handler(checked, { signal: new AbortController().signal, report: () => undefined, ...context });
      // What a link would refuse must fail here too.
      return calls[method].output.parse(JSON.parse(JSON.stringify(output ?? null))) as Output<typeof method>;
    },
  };
}
