import type { Off, Port } from '../../domain/api/frame.ts';

/** Largest text a port takes in, bytes (or UTF-16 units where the line carries text). */
export const largestFrame = 32 * 1024 * 1024;

/**
 * The listening half of every port: who wants frames, who wants to know of the end. What comes before anybody listens waits for the first
 * listener (a side may still be getting ready); nothing is told after the end.
 */
export class Listeners {
  readonly #frames = new Set<(frame: unknown) => void>();
  readonly #ends = new Set<() => void>();
  #waiting: unknown[] | undefined = [];
  #over = false;

  get over(): boolean {
    return this.#over;
  }

  /** Passes on a text that came in. What is no JSON goes on as it is: who checks frames drops it. */
  text(text: string): void {
    if (this.#over || text.length > largestFrame) return;
    const frame = parsed(text);
    if (this.#waiting) this.#waiting.push(frame);
    else for (const listen of [...this.#frames]) listen(frame);
  }

  /** The line is closed, from whichever side; tells it once. */
  end(): void {
    if (this.#over) return;
    this.#over = true;
    this.#waiting = undefined;
    for (const listen of [...this.#ends]) listen();
    this.#frames.clear();
    this.#ends.clear();
  }

  readonly onFrame: Port['onFrame'] = (listen) => {
    this.#frames.add(listen);
    const waited = this.#waiting ?? [];
    this.#waiting = undefined;
    for (const frame of waited) listen(frame);
    return () => void this.#frames.delete(listen);
  };

  /** Who asks after the end hears it a moment later, so nobody waits for an end that has been. */
  readonly onClose = (listen: () => void): Off => {
    if (this.#over) queueMicrotask(listen);
    else this.#ends.add(listen);
    return () => void this.#ends.delete(listen);
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
