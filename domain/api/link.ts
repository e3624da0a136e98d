import type { z } from 'zod';
import {
  calls,
  events,
  type CallContext,
  type EventName,
  type EventPayload,
  type Handlers,
  type Input,
  type Method,
  type Output,
  type Progress,
} from './contract.ts';
import { Failure, failureCodes, type FailureCode, type FailureData } from './failures.ts';
import { Frame, type Off, type Port } from './frame.ts';

/** What a caller may add to a call. */
export interface CallOptions<M extends Method> {
  signal?: AbortSignal | undefined;
  onProgress?: ((step: Progress<M>) => void) | undefined;
}

/** The asking side of the link. */
export interface Client {
  /** Resolves with the answer; rejects with a {@link Failure}, also when the line closes or the call is cancelled. */
  call<M extends Method>(method: M, input: Input<M>, options?: CallOptions<M>): Promise<Output<M>>;
  on<E extends EventName>(name: E, listen: (payload: EventPayload<E>) => void): Off;
  onClose(listen: () => void): Off;
  close(): void;
}

/** The answering side of the link. */
export interface Server {
  emit<E extends EventName>(name: E, payload: EventPayload<E>): void;
  close(): void;
}

interface Waiting {
  done(output: unknown): void;
  failed(failure: Failure): void;
  progress(value: unknown): void;
}

/** Makes a client of a port. Frames that make no sense are dropped. */
export function connect(port: Port): Client {
  const waiting = new Map<number, Waiting>();
  const listeners = new Map<string, Set<(payload: never) => void>>();
  let next = 1;
  let open = true;
  port.onFrame((raw) => {
    const parsed = Frame.safeParse(raw);
    if (!parsed.success) return;
    const frame = parsed.data;
    if (frame.t === 'event') for (const listen of listeners.get(frame.name) ?? []) listen(frame.payload as never);
    else if (frame.t === 'done') waiting.get(frame.id)?.done(frame.output);
    else if (frame.t === 'failed') waiting.get(frame.id)?.failed(toFailure(frame.failure.code, frame.failure.data));
    else if (frame.t === 'progress') waiting.get(frame.id)?.progress(frame.value);
  });
  port.onClose(() => {
    open = false;
    for (const w of [...waiting.values()]) w.failed(new Failure('link.closed'));
  });
  return {
    call: (method, input, options = {}) =>
      new Promise((resolve, reject) => {
        if (!open) return reject(new Failure('link.closed'));
        if (options.signal?.aborted) return reject(new Failure('cancelled'));
        const id = next++;
        const cancel = (): void => port.send({ t: 'cancel', id });
        const settle = (): void => {
          waiting.delete(id);
          options.signal?.removeEventListener('abort', cancel);
        };
        waiting.set(id, {
          done: (output) => (settle(), resolve(output as Output<typeof method>)),
          failed: (failure) => (settle(), reject(failure)),
          progress: (value) => options.onProgress?.(value as Progress<typeof method>),
        });
        options.signal?.addEventListener('abort', cancel, { once: true });
        port.send({ t: 'call', id, method, input });
      }),
    on: (name, listen) => {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set.add(listen as (payload: never) => void));
      return () => set.delete(listen as (payload: never) => void);
    },
    onClose: (listen) => port.onClose(listen),
    close: () => port.close(),
  };
}

/** Where unexpected errors go; gives back a short reference that the user sees instead of the stack. */
export type FaultLog = (error: unknown, method: string) => string;

/**
 * Answers the calls that arrive on a port. Input is validated here and nowhere else. A call starts one turn after its frame, so a
 * cancel that is already under way overtakes it. Progress is passed on at most ten times a second.
 */
export function serve(port: Port, handlers: Partial<Handlers>, log: FaultLog): Server {
  const running = new Map<number, AbortController>();
  let open = true;
  const send = (frame: Frame): void => {
    if (open) port.send(frame);
  };
  const fail = (id: number, failure: Failure): void => send({ t: 'failed', id, failure: { code: failure.code, data: failure.data } });

  const begin = (id: number, method: string, input: unknown): void => {
    if (running.has(id)) return fail(id, new Failure('link.bad-frame'));
    const controller = new AbortController();
    running.set(id, controller);
    const report = (value: unknown): void => send({ t: 'progress', id, value });
    nextTurn(() => {
      answer(handlers, method, input, controller.signal, report)
        .then((output) => send({ t: 'done', id, output }))
        .catch((error: unknown) => fail(id, error instanceof Failure ? error : new Failure('internal', { reference: log(error, method) })))
        .finally(() => running.delete(id));
    });
  };

  port.onFrame((raw) => {
    const { success, data: frame } = Frame.safeParse(raw);
    if (!success) {
      const id = numberOf(raw);
      if (id !== undefined) fail(id, new Failure('link.bad-frame'));
    } else if (frame.t === 'cancel') running.get(frame.id)?.abort();
    else if (frame.t === 'call') begin(frame.id, frame.method, frame.input);
  });
  port.onClose(() => {
    open = false;
    for (const controller of running.values()) controller.abort();
  });

  return {
    emit: (name, payload) => {
      const checked = events[name].safeParse(payload);
      if (!checked.success) log(checked.error, `event ${name}`);
      else send({ t: 'event', name, payload });
    },
    close: () => port.close(),
  };
}

/** Where there is something quicker than a timer, which waits a whole millisecond, that. */
const nextTurn = (run: () => void): void => {
  if (typeof setImmediate === 'function') setImmediate(run);
  else setTimeout(run, 0);
};

/** Does one call: checks that it exists and that its input fits, and gives what goes into the answer. */
async function answer(
  handlers: Partial<Handlers>,
  method: string,
  raw: unknown,
  signal: AbortSignal,
  report: (value: unknown) => void,
): Promise<unknown> {
  if (signal.aborted) throw new Failure('cancelled');
  const handler = Object.hasOwn(handlers, method) && Object.hasOwn(calls, method) ? handlers[method as Method] : undefined;
  if (!handler) throw new Failure('link.unknown-call', { method: method.slice(0, 60) });
  const input = calls[method as Method].input.safeParse(raw);
  if (!input.success) throw new Failure('link.bad-input', { method, detail: describe(input.error) });
  const steps = throttled(report);
  try {
    const output = await (handler as (input: unknown, context: CallContext<Method>) => Promise<unknown>)(input.data, {
      signal,
      report: steps.report,
    });
    // Undefined has no place in JSON; the frame would arrive without its output.
    return output === undefined ? null : output;
  } finally {
    steps.end();
  }
}

/** The number of a frame that makes no sense otherwise, so that its sender can be told. */
function numberOf(raw: unknown): number | undefined {
  const id: unknown = typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : undefined;
  return typeof id === 'number' && Number.isInteger(id) && id >= 0 ? id : undefined;
}

/** Handlers that pass every call on to another side, for a shell between the window and the worker. */
export function forward(client: Client, methods: readonly Method[]): Partial<Handlers> {
  const passed = methods.map((method) => [
    method,
    (input: unknown, context: CallContext<Method>) =>
      client.call(method, input as Input<Method>, { signal: context.signal, onProgress: context.report as (step: unknown) => void }),
  ]);
  return Object.fromEntries(passed) as Partial<Handlers>;
}

const faults: Partial<Record<z.core.$ZodIssue['code'], string>> = {
  too_big: 'is te lang of te groot',
  too_small: 'is leeg, te kort of te klein',
  invalid_format: 'heeft niet de goede vorm',
  invalid_value: 'is geen van de mogelijkheden',
};

/** What is wrong with an input, in a few plain words per place. */
function describe(error: z.ZodError): string {
  const lines = error.issues.slice(0, 3).map((issue) => {
    if (issue.code === 'unrecognized_keys') return `${issue.keys.slice(0, 3).join(', ')} hoort er niet bij`;
    return `${issue.path.join('.') || 'de invoer'} ${faults[issue.code] ?? 'ontbreekt of klopt niet'}`;
  });
  return lines.join('; ').slice(0, 300);
}

function toFailure(code: string, data: FailureData): Failure {
  return new Failure(failureCodes.includes(code as FailureCode) ? (code as FailureCode) : 'internal', data);
}

interface Throttled {
  report(value: unknown): void;
  /** Sends what still waits; nothing goes out after it. */
  end(): void;
}

/** The first report goes out at once, later ones at most every 100 ms; the newest always goes out before the end. */
function throttled(send: (value: unknown) => void): Throttled {
  let timer: unknown;
  let latest: { value: unknown } | undefined;
  let over = false;
  const flush = (): void => {
    timer = undefined;
    if (!latest) return;
    const { value } = latest;
    latest = undefined;
    send(value);
    timer = setTimeout(flush, 100);
  };
  return {
    report: (value) => {
      if (over) return;
      latest = { value };
      if (timer === undefined) flush();
    },
    end: () => {
      if (over) return;
      over = true;
      clearTimeout(timer);
      if (latest) send(latest.value);
    },
  };
}
