import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { connect as dial, type Socket } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { connect, serve } from '../../domain/api/link.ts';
import { errorCode } from '../../main/library/disk-failure.ts';
import { largestFrame } from '../../main/ports/listeners.ts';
import { socketPort } from '../../main/ports/socket-port.ts';
import { openServices } from '../helpers/open-services.ts';
import { rawRequest } from '../helpers/raw-request.ts';
import { openServer, type OpenServer } from '../main/shells/web/open-server.ts';

/** A socket of the test alone; what happens to it must not end the test. */
function raw(port: number): Socket {
  const socket = dial(port, '127.0.0.1').on('error', () => undefined);
  onTestFinished(() => void socket.destroy());
  return socket;
}

async function page(server: OpenServer, options: { autoPong?: boolean; deflate?: boolean } = {}): Promise<WebSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/link`, {
    headers: { cookie: await server.enter(), origin: server.origin },
    autoPong: options.autoPong ?? true,
    perMessageDeflate: options.deflate ?? false,
  });
  socket.on('error', () => undefined);
  onTestFinished(() => socket.terminate());
  await once(socket, 'open');
  return socket;
}

test.each([
  ['GET / HTTP/1.0\n\n', 421],
  ['GET / HTTP/1.1\n\n', 400],
  ['GET / HTTP/1.1\nHost:\n\n', 421],
  ['GET / HTTP/1.1\nHost: LOCALHOST:PORT\n\n', 421],
  ['GET / HTTP/1.1\nHost: 127.0.0.1.:PORT\n\n', 421],
  ['GET / HTTP/1.1\nHost: 127.1:PORT\n\n', 421],
  ['GET / HTTP/1.1\nHost: 2130706433:PORT\n\n', 421],
  ['GET / HTTP/1.1\nHost: a@127.0.0.1:PORT\n\n', 421],
  ['GET / HTTP/1.1\nHost: 127.0.0.1:PORT\nHost: 127.0.0.1:PORT\n\n', 421],
  ['GET / HTTP/1.1\nHost: 127.0.0.1:PORT\nX-Forwarded-Host: 127.0.0.1:PORT\n\n', 403],
  ['GET http://evil.nl/ HTTP/1.1\nHost: 127.0.0.1:PORT\n\n', 400],
  ['GET / HTTP/9.9\nHost: 127.0.0.1:PORT\n\n', 400],
  ['GET /\x01 HTTP/1.1\nHost: 127.0.0.1:PORT\n\n', 400],
])('L3: the request %j is answered with %d and gives nothing away', async (text, status) => {
  const server = await openServer();
  const answer = await rawRequest(server.port, text.replaceAll('PORT', String(server.port)).replace('\n\n', '\nConnection: close\n\n'));
  expect(answer.status).toBe(status);
  expect(answer.headers['set-cookie']).toBeUndefined();
  expect(answer.body).not.toMatch(/nonce=|\bat \S+ \(|node:/);
});

test('L4: the token counts only as the path of the start address: not in a query, a header or as the cookie', async () => {
  const server = await openServer();
  const token = server.start.replace('/start/', '');
  for (const path of [`/?token=${token}`, `/start?token=${token}`, `/start/?${token}`, `/${token}`, `/#${token}`])
    expect((await server.get(path)).status).not.toBe(303);
  expect((await server.get('/', { more: `Authorization: Bearer ${token}\n` })).status).toBe(403);
  expect((await server.get('/', { cookie: `oogst-${server.port}=${token}` })).status).toBe(403);
  expect((await server.get(server.start)).status).toBe(303);
});

test('L5: the cookie and the address of one server open nothing at another, nor after a start anew', async () => {
  const [one, two] = [await openServer(), await openServer()];
  const cookie = await one.enter();
  const value = cookie.split('=')[1] ?? '';
  for (const given of [cookie, `oogst-${two.port}=${value}`]) {
    expect((await two.get('/', { cookie: given })).status).toBe(403);
    const line = new WebSocket(`ws://127.0.0.1:${two.port}/link`, { headers: { cookie: given, origin: two.origin } });
    const [error] = (await once(line, 'error')) as [Error];
    expect(error.message).toContain('403');
  }
  expect((await two.get(one.start)).status).toBe(403);
  await one.close();
  const again = await openServer({ port: one.port });
  expect((await again.get('/', { cookie })).status).toBe(403);
});

test('L6: no form, no picture and no script of another site changes anything: only looking is possible, and looking is all it does', async () => {
  const { dir, services } = await openServices({ 'p.md': '---\nid: p\n---\n' });
  const server = await openServer();
  const cookie = await server.enter();
  const before = await readdir(dir);
  for (const type of ['text/plain', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded', 'application/json'])
    for (const site of ['cross-site', 'same-site', 'same-origin'])
      expect((await server.get('/link', { cookie, method: 'POST', more: `Content-Type: ${type}\nSec-Fetch-Site: ${site}\n` })).status).toBe(405);
  for (const path of ['/link', '/link?method=library.close', '/files/map/a.svg', '/bundels/x', '/start/x'])
    expect((await server.get(path, { cookie, more: 'Sec-Fetch-Site: cross-site\nSec-Fetch-Mode: no-cors\n' })).status).toBe(403);
  expect((await server.get('/link?method=library.close', { cookie })).status).toBe(404);
  expect(server.lines).toEqual([]);
  expect(await readdir(dir)).toEqual(before);
  expect(services.session.state.state).toBe('ready');
});

test('L7: no way of writing a path leads out of the folder, and the page of a refusal names no path', async () => {
  const server = await openServer();
  const cookie = await server.enter();
  const ups = ['..', '%2e%2e', '%2E.', '..%2f', '..%5c', '%252e%252e', '..%c0%af', '%u002e', '....//', '..;', '..%00', '.%0d./', '~', '%7e'];
  for (const up of ups)
    for (const path of [
      `/${up}/${up}/etc/passwd`,
      `/assets/${up}/index.html.bak`,
      `/files/${up}/${up}/etc/hostname.png`,
      `/files/map/${up}/stuk.md`,
    ]) {
      const answer = await server.get(path, { cookie });
      expect([path, [400, 404].includes(answer.status)]).toEqual([path, true]);
      expect(answer.body).not.toMatch(/passwd|root:|\/tmp|sleutel/);
    }
});

test('L8: a body is cut off at its beginning, of a gigabyte and without end alike, and the server goes on', async () => {
  const server = await openServer();
  const cookie = await server.enter();
  for (const head of ['Content-Length: 1073741824', 'Transfer-Encoding: chunked', 'Transfer-Encoding: gzip, chunked\r\nContent-Encoding: gzip']) {
    const socket = raw(server.port);
    let answer = '';
    socket.on('data', (part: Buffer) => (answer += part.toString('latin1')));
    // Who is cut off while writing may never get to read why.
    socket.on('error', (error) => (answer ||= errorCode(error)));
    const closed = new Promise((done) => socket.once('close', done));
    socket.write(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nCookie: ${cookie}\r\n${head}\r\n\r\n`);
    const part = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
    const pump = setInterval(() => socket.writable && socket.writableLength < 1e6 && socket.write(part), 1);
    await closed;
    clearInterval(pump);
    expect(answer).toMatch(/^(?:HTTP\/1\.1 4\d\d |EPIPE$|ECONNRESET$)/);
    expect(socket.bytesWritten).toBeLessThan(16 * 1024 * 1024);
  }
  expect((await server.get('/', { cookie })).status).toBe(200);
});

test.each([
  ['a message larger than any frame may be', (socket: WebSocket) => socket.send('x'.repeat(largestFrame + 1))],
  [
    'a message in a hundred thousand pieces',
    (socket: WebSocket) => {
      for (let n = 0; n < 100_000; n++) socket.send('x', { fin: false });
    },
  ],
])('L8: the line is cut on %s, and another page goes on', async (_, act) => {
  const server = await openServer();
  const cookie = await server.enter();
  const open = (): WebSocket =>
    new WebSocket(`ws://127.0.0.1:${server.port}/link`, { headers: { cookie, origin: server.origin } }).on('error', () => undefined);
  const [bad, good] = [open(), open()];
  onTestFinished(() => good.terminate());
  await Promise.all([once(bad, 'open'), once(good, 'open')]);
  const cut = once(bad, 'close');
  act(bad);
  await cut;
  expect(good.readyState).toBe(WebSocket.OPEN);
  expect((await server.get('/', { cookie })).status).toBe(200);
});

test('L8: a line packs nothing, so no small message can unpack into a large one', async () => {
  expect((await page(await openServer(), { deflate: true })).extensions).toBe('');
});

test('L8: a call nested a hundred thousand deep is answered or dropped, and the next call is answered', async () => {
  const { services } = await openServices({ 'p.md': '---\nid: p\n---\n' });
  const server = await openServer({ connected: (port) => void serve(port, services.handlers, () => 'kenmerk') });
  const socket = await page(server);
  socket.send(`{"t":"call","id":7,"method":"entries.setFields","input":{"id":"p","fields":{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}}}`);
  expect(await connect(socketPort(socket)).call('library.state', {})).toMatchObject({ state: 'ready' });
});

test('L9: five hundred slow lines are gone within their time, and the user gets in', async () => {
  const server = await openServer();
  const slow = Array.from({ length: 500 }, () => raw(server.port));
  for (const [n, socket] of slow.entries()) if (n % 2 === 0) socket.write('GET / HTTP/1.1\r\nHost: ');
  const drip = setInterval(() => slow.forEach((socket) => socket.writable && socket.write('1')), 500);
  onTestFinished(() => clearInterval(drip));
  await vi.waitFor(async () => expect((await server.get(server.start)).status).toBe(303), { timeout: 20_000, interval: 250 });
  await vi.waitFor(() => expect(slow.every((socket) => socket.closed)).toBe(true), { timeout: 20_000, interval: 250 });
}, 60_000);

test('L9: a line on which nothing was asked is closed without a word, so that what is asked at that moment is asked again', async () => {
  const server = await openServer();
  const [silent, half] = [raw(server.port), raw(server.port)];
  half.write('GET / HTTP/1.1\r\nHost: ');
  const said = await Promise.all([silent, half].map(async (socket) => (await socket.toArray()).join('')));
  expect(said[0]).toBe('');
  expect(said[1]).toMatch(/^HTTP\/1\.1 408 /);
}, 60_000);

test('L9: lines that were refused and keep their own half open hold no place', async () => {
  const server = await openServer();
  for (let round = 0; round < 2; round++) {
    const refused = Array.from({ length: 64 }, () => {
      const socket = dial({ port: server.port, host: '127.0.0.1', allowHalfOpen: true }).on('error', () => undefined);
      onTestFinished(() => void socket.destroy());
      return socket;
    });
    const answers = refused.map((socket) => once(socket, 'data'));
    const ask = round === 0 ? 'GET /link HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nHost: evil.nl\r\n\r\n' : 'GET / HTTP/9.9\r\n\r\n';
    for (const socket of refused) socket.write(ask);
    await Promise.all(answers);
    await vi.waitFor(async () => expect((await server.get('/')).status).toBe(403), { timeout: 3000, interval: 100 });
  }
});

test('L9: as many silent pages as fit are cut when they do not answer, and the user gets in', async () => {
  const server = await openServer({ heartbeat: 200 });
  const cookie = await server.enter();
  const silent = Array.from({ length: 100 }, () =>
    new WebSocket(`ws://127.0.0.1:${server.port}/link`, { headers: { cookie, origin: server.origin }, autoPong: false }).on('error', () => undefined),
  );
  onTestFinished(() => silent.forEach((socket) => socket.terminate()));
  await vi.waitFor(() => expect(silent.every((socket) => socket.readyState === WebSocket.CLOSED)).toBe(true), { timeout: 20_000, interval: 100 });
  expect((await server.get('/', { cookie })).status).toBe(200);
}, 60_000);
