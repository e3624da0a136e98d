import { onTestFinished } from 'vitest';
import type { Port } from '../../../../domain/api/frame.ts';
import { readAttachment } from '../../../../main/library/attachments.ts';
import { startServer, type ServerOptions } from '../../../../main/shells/web/server.ts';
import { rawRequest, type RawAnswer } from '../../../helpers/raw-request.ts';
import { temporaryFolder } from '../../../helpers/temporary.ts';

export const page = '<!doctype html><meta property="csp-nonce" nonce="" /><title>Oogst</title>';

export interface OpenServer {
  port: number;
  origin: string;
  start: string;
  lines: Port[];
  /** Asks for an address as the page itself would. `more`: other header lines. */
  get(path: string, options?: { cookie?: string; host?: string; method?: string; more?: string }): Promise<RawAnswer>;
  /** Takes the start address and gives the cookie. */
  enter(): Promise<string>;
  close(): Promise<void>;
}

export async function openServer(options: Partial<ServerOptions> = {}): Promise<OpenServer> {
  const window = await temporaryFolder({ 'index.html': page, 'assets/app.js': 'let a = 1;', 'assets/geheim.key': 'sleutel' });
  const kennismap = await temporaryFolder({
    'Foto één.png': 'png',
    'map/a.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'stuk.md': '# Stuk',
    '.oogst/a.png': 'x',
  });
  const lines: Port[] = [];
  const server = await startServer({
    port: 0,
    window,
    picture: (path) => readAttachment(kennismap, path),
    bundle: () => undefined,
    connected: (line) => lines.push(line),
    ...options,
  });
  onTestFinished(() => server.close());
  const port = Number(new URL(server.origin).port);
  const get: OpenServer['get'] = (path, { cookie, host = `127.0.0.1:${port}`, method = 'GET', more = '' } = {}) =>
    rawRequest(port, `${method} ${path} HTTP/1.1\nHost: ${host}\n${cookie === undefined ? '' : `Cookie: ${cookie}\n`}${more}Connection: close\n\n`);
  return {
    port,
    origin: server.origin,
    start: new URL(server.startAddress()).pathname,
    lines,
    get,
    enter: async () => ((await get(new URL(server.startAddress()).pathname)).headers['set-cookie'] ?? '').split(';')[0] ?? '',
    close: () => server.close(),
  };
}
