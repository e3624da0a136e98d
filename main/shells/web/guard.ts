import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { segmentsOf } from '../page-files.ts';

/** What comes of looking at a request: its path, or the status it is refused with. */
export type Checked = { path: string[] } | { refused: 400 | 403 | 405 | 413 | 421 };

/**
 * Decides who may talk to the server. Other pages in the same browser, other programs and other people on this computer can all reach the port;
 * they get nothing without the cookie, and the cookie is only given for the address that the program itself printed, once.
 */
export class Guard {
  readonly #port: number;
  readonly #cookie = randomBytes(32).toString('base64url');
  readonly #tokens = new Set<string>();

  constructor(port: number) {
    this.#port = port;
  }

  /** A path to start with; works once. Only the newest few are good. */
  newStartPath(): string {
    const token = randomBytes(32).toString('base64url');
    this.#tokens.add(token);
    const [oldest] = this.#tokens;
    if (this.#tokens.size > 5 && oldest !== undefined) this.#tokens.delete(oldest);
    return `/start/${token}`;
  }

  /** Checks the form of a request: where it is sent to, from where, and what it asks. Says nothing yet about who asks. */
  check(request: IncomingMessage): Checked {
    if (this.#host(request) === undefined) return { refused: 421 };
    const path = segmentsOf(request.url ?? '');
    if (!path) return { refused: 400 };
    if (request.method !== 'GET' && request.method !== 'HEAD') return { refused: 405 };
    if (Number(request.headers['content-length'] ?? 0) > 0 || request.headers['transfer-encoding'] !== undefined) return { refused: 413 };
    const site = request.headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return { refused: 403 };
    return { path };
  }

  /** As {@link check}, for a WebSocket: that must also say that it comes from a page of this server, and carry the cookie. */
  checkSocket(request: IncomingMessage): Checked {
    const checked = this.check(request);
    if ('refused' in checked) return checked;
    if (request.headers.origin !== `http://${this.#host(request) ?? ''}` || !this.known(request)) return { refused: 403 };
    return checked;
  }

  /** True for who has the cookie. */
  known(request: IncomingMessage): boolean {
    const given = (request.headers.cookie ?? '')
      .split(';')
      .map((pair) => pair.trim())
      .find((pair) => pair.startsWith(`${this.#name}=`));
    return given !== undefined && same(given.slice(this.#name.length + 1), this.#cookie);
  }

  /** Takes the token in once; gives the cookie to set, or undefined. */
  exchange(token: string): string | undefined {
    const known = [...this.#tokens].find((one) => same(token, one));
    if (known === undefined) return undefined;
    this.#tokens.delete(known);
    return `${this.#name}=${this.#cookie}; HttpOnly; SameSite=Strict; Path=/`;
  }

  /** The one Host header of a request when it names this server, else undefined (a name that was made to point here gets nothing). */
  #host(request: IncomingMessage): string | undefined {
    const hosts = request.rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host');
    const host = request.headers.host ?? '';
    return hosts.length === 1 && (host === `127.0.0.1:${this.#port}` || host === `localhost:${this.#port}`) ? host : undefined;
  }

  // Browsers send a cookie to every port of a host, so each server has a name of its own for it.
  get #name(): string {
    return `oogst-${this.#port}`;
  }
}

/** Compares without telling by its time how far two texts are alike. */
function same(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
