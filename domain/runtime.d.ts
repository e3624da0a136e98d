/** The few globals that every runtime of Oogst has (Node, the window, a worker); nothing else is visible in this folder. */
interface AbortSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}
interface AbortController {
  readonly signal: AbortSignal;
  abort(): void;
}
declare const AbortController: { new (): AbortController };
declare function setTimeout(run: () => void, ms: number): unknown;
/** Of Node alone; elsewhere it is not there. */
declare const setImmediate: ((run: () => void) => unknown) | undefined;
declare function clearTimeout(timer: unknown): void;
declare function queueMicrotask(run: () => void): void;
declare const TextEncoder: { new (): { encode(text: string): Uint8Array; encodeInto(text: string, into: Uint8Array): { read: number; written: number } } };
declare const TextDecoder: { new (): { decode(bytes: Uint8Array): string } };
