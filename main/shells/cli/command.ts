import type { Handlers, Input, Method, Output, Progress } from '../../../domain/api/contract.ts';
import { Failure } from '../../../domain/api/failures.ts';
import type { Session } from '../../library/session.ts';

/** What a command has to work with. */
export interface Workplace {
  session: Session;
  call<M extends Method>(method: M, input: Input<M>, report?: (step: Progress<M>) => void): Promise<Output<M>>;
  /** Standard output: results only. */
  print(text: string): void;
  /** Standard error: progress and remarks. */
  say(text: string): void;
  /** Folder with what ships with the app. */
  resources: string;
  /** Built server, for `serve`. */
  webEntry: string;
}

export interface Arguments {
  positionals: string[];
  flags: Record<string, string | boolean | undefined>;
}

/** One command: its help, its options, and what it does. Gives the exit code. */
export interface Command {
  name: string;
  /** One line for the overview. */
  summary: string;
  usage: string;
  details?: string;
  /** Names of options: true takes a value. */
  options: Record<string, { value: boolean; help: string }>;
  /** How many words must and may come after the command. */
  words: { least: number; most: number };
  run(args: Arguments, place: Workplace): Promise<number>;
}

/** Thrown for wrong use: exit code 2. */
export class WrongUse extends Error {}

/** Opens the library of a command and waits until it is read. */
export async function openFor(place: Workplace, dir: string | undefined, create = false): Promise<void> {
  await place.session.open(dir ?? '', create);
  await place.session.loaded();
  const { state } = place.session;
  if (state.state === 'unavailable') throw new Failure('library.unreadable', { dir: state.dir });
}

/** A whole number from an option. */
export function wholeNumber(value: string | boolean | undefined, name: string, fallback: number): number {
  if (value === undefined) return fallback;
  const number = Number(value);
  if (!Number.isInteger(number) || number < 0) throw new WrongUse(`--${name} vraagt een geheel getal`);
  return number;
}

export const json = (value: unknown): string => JSON.stringify(value, null, 2);

/** Calls handlers directly, in this process; the schema of the contract is applied as it would be over a link. */
export function direct(handlers: Partial<Handlers>, parse: <M extends Method>(method: M, input: Input<M>) => unknown): Workplace['call'] {
  return async (method, input, report) => {
    const handler = handlers[method];
    if (!handler) throw new Failure('link.unknown-call', { method });
    const context = { signal: new AbortController().signal, report: (step: never) => report?.(step) };
    return (await (handler as (input: unknown, context: unknown) => Promise<unknown>)(parse(method, input), context)) as Output<typeof method>;
  };
}

/** A number with its word. */
export const counted = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;
