import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, STATUS_CODES, type IncomingMessage, type Server as HttpServer, type ServerResponse } from 'node:http';
import { Socket, type AddressInfo } from 'node:net';
import { basename } from 'node:path';
import type { Duplex } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Port } from '../../../domain/api/frame.ts';
import { largestFrame } from '../../ports/listeners.ts';
import { socketPort } from '../../ports/socket-port.ts';
import { readPageFile } from '../page-files.ts';
import { contentPolicy, picturePolicy, quietHeaders, withNonce } from '../security-policy.ts';
import { Guard } from './guard.ts';
import { refusalPage } from './refusal.ts';

export interface ServerOptions {
  /** Port on this computer; 0 lets the system choose. */
  port: number;
  /** Folder with the built window. */
  window: string;
  /** A picture out of the open kennismap, by its path from the root. */
  picture(path: string): Promise<{ bytes: Uint8Array; type: string } | undefined>;
  /** File of a bundle made in this session. */
  bundle(id: string): string | undefined;
  /** A page has connected. */
  connected(port: Port): void;
  /** Milliseconds between looking whether pages are still there. */
  heartbeat?: number;
}

export interface WebServer {
  origin: string;
  /** Makes an address to start with; each works once. */
  startAddress(): string;
  close(): Promise<void>;
}

/** Serves the app on this computer only. Fails with the error of the system when the port cannot be had. */
export async function startServer(options: ServerOptions): Promise<WebServer> {
  // Slow or many lines must not keep the real user out.
  const http = createServer({
    headersTimeout: 5000,
    requestTimeout: 30_000,
    keepAliveTimeout: 5000,
    connectionsCheckingInterval: 1000,
    maxHeaderSize: 16 * 1024,
  });
  http.maxConnections = 64;
  await listening(http, options.port);
  const { port } = http.address() as AddressInfo;
  const guard = new Guard(port);
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestFrame, perMessageDeflate: false, clientTracking: true });
  http.on('request', (request, response) => {
    answer(options, guard, request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else refuse(response, 500);
    });
  });
  http.on('upgrade', (request, socket, head) => upgrade(options, guard, sockets, request, socket, head));
  http.on('clientError', dropLine);
  const beat = watchOver(sockets, options.heartbeat ?? 30_000);
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    startAddress: () => origin + guard.newStartPath(),
    close: () =>
      new Promise((done) => {
        clearInterval(beat);
        for (const socket of sockets.clients) socket.close(1001);
        http.close(() => done());
        http.closeAllConnections();
        for (const socket of sockets.clients) socket.terminate();
      }),
  };
}

function listening(http: HttpServer, port: number): Promise<void> {
  return new Promise((done, failed) => {
    http.once('error', failed);
    http.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      http.off('error', failed);
      done();
    });
  });
}

/** Cuts lines to pages that are gone without saying so (a computer that slept). */
function watchOver(sockets: WebSocketServer, every: number): NodeJS.Timeout {
  const silent = new WeakSet<WebSocket>();
  const timer = setInterval(() => {
    for (const socket of sockets.clients) {
      if (silent.has(socket)) socket.terminate();
      silent.add(socket);
      socket.once('pong', () => silent.delete(socket));
      socket.ping();
    }
  }, every);
  timer.unref();
  return timer;
}

function upgrade(options: ServerOptions, guard: Guard, sockets: WebSocketServer, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  socket.on('error', () => socket.destroy());
  const checked = guard.checkSocket(request);
  const status = 'refused' in checked ? checked.refused : checked.path.join('/') === 'link' ? 101 : 404;
  if (status !== 101) {
    hangUp(socket, status);
    return;
  }
  sockets.handleUpgrade(request, socket, head, (line) => options.connected(socketPort(line)));
}

/**
 * Ends a line that went wrong. A browser keeps lines ready on which it asks nothing yet; a word sent on such a line would be taken for the answer to what
 * it asks at that very moment. Closed without a word, it asks again on another line.
 */
function dropLine(error: NodeJS.ErrnoException, socket: Duplex): void {
  const late = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
  if (late && socket instanceof Socket && socket.bytesRead === 0) socket.destroy();
  else hangUp(socket, late ? 408 : 400);
}

/** Says why and cuts the line: whoever keeps the other half open would hold a place that a user may need. */
function hangUp(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\n\r\n`, () => socket.destroy());
}

async function answer(options: ServerOptions, guard: Guard, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const checked = guard.check(request);
  if ('refused' in checked) return refuse(response, checked.refused);
  const [first = '', ...rest] = checked.path;
  if (first === 'start') return start(guard, request, response, rest.join('/'));
  if (!guard.known(request)) return refuse(response, 403);
  if (first === 'files') return send(response, await options.picture(rest.join('/')), picturePolicy);
  if (first === 'bundels') return download(response, options.bundle(rest.join('/')));
  const file = await readPageFile(options.window, checked.path);
  if (!file || !file.type.startsWith('text/html')) return send(response, file);
  const nonce = randomBytes(18).toString('base64');
  const page = withNonce(Buffer.from(file.bytes).toString('utf8'), nonce);
  return send(response, { ...file, bytes: Buffer.from(page, 'utf8') }, contentPolicy(nonce, `ws://${request.headers.host ?? ''}`));
}

function start(guard: Guard, request: IncomingMessage, response: ServerResponse, token: string): void {
  // Who is in already may use an old address again, for instance with the back button.
  const cookie = guard.known(request) ? '' : guard.exchange(token);
  if (cookie === undefined) return refuse(response, 403);
  response.writeHead(303, { ...quietHeaders, ...(cookie === '' ? {} : { 'Set-Cookie': cookie }), Location: '/' }).end();
}

function send(response: ServerResponse, file: { bytes: Uint8Array; type: string } | undefined, policy = "default-src 'none'"): void {
  if (!file) return refuse(response, 404);
  response
    .writeHead(200, { ...quietHeaders, 'Content-Security-Policy': policy, 'Content-Type': file.type, 'Content-Length': file.bytes.length })
    .end(file.bytes);
}

async function download(response: ServerResponse, path: string | undefined): Promise<void> {
  const found = path === undefined ? undefined : await stat(path).catch(() => undefined);
  if (path === undefined || !found?.isFile()) return refuse(response, 404);
  response.writeHead(200, {
    ...quietHeaders,
    'Content-Security-Policy': "default-src 'none'",
    'Content-Type': 'application/zip',
    'Content-Length': found.size,
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(basename(path))}`,
  });
  await pipeline(createReadStream(path), response);
}

function refuse(response: ServerResponse, status: number): void {
  const page = Buffer.from(refusalPage(status), 'utf8');
  const headers = {
    ...quietHeaders,
    'Content-Security-Policy': "default-src 'none'",
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': page.length,
    Connection: 'close',
  };
  response.writeHead(status, headers).end(page);
}
