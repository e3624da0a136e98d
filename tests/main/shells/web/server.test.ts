import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { temporaryFolder } from '../../../helpers/temporary.ts';
import { openServer } from './open-server.ts';

describe('the start address', () => {
  test('L4: is exchanged once for a cookie that no script and no other site gets', async () => {
    const server = await openServer();
    const first = await server.get(server.start);
    expect(first.status).toBe(303);
    expect(first.headers['location']).toBe('/');
    expect(first.headers['set-cookie']).toMatch(/^oogst-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/);
    const again = await server.get(server.start);
    expect(again.status).toBe(403);
    expect(again.headers['set-cookie']).toBeUndefined();
  });

  test('only leads on for who has the cookie already', async () => {
    const server = await openServer();
    const cookie = await server.enter();
    const again = await server.get(server.start, { cookie });
    expect(again.status).toBe(303);
    expect(again.headers['set-cookie']).toBeUndefined();
  });

  test('L4: works only with its whole token', async () => {
    const server = await openServer();
    for (const path of ['/start', '/start/', '/start/x', server.start.slice(0, -1), `${server.start}/`, `${server.start}x`])
      expect((await server.get(path)).status).toBe(403);
    expect((await server.get(server.start)).status).toBe(303);
  });
});

describe('who may see what', () => {
  test('L4: without the cookie nothing is shown but how to start again, in Dutch and without style', async () => {
    const server = await openServer();
    for (const path of ['/', '/assets/app.js', '/files/Foto%20%C3%A9%C3%A9n.png', '/bundels/x']) {
      const answer = await server.get(path);
      expect(answer.status).toBe(403);
      expect(answer.body).toContain('Start Oogst opnieuw');
      expect(answer.body).not.toMatch(/style|script/);
    }
  });

  test('L4: a wrong cookie, or that of another port, is no cookie', async () => {
    const server = await openServer();
    const cookie = await server.enter();
    for (const wrong of [`${cookie}x`, cookie.slice(0, -1), cookie.replace(/\d+=/, '1='), `x${cookie}`, 'oogst'])
      expect((await server.get('/', { cookie: wrong })).status).toBe(403);
    expect((await server.get('/', { cookie: `a=b; ${cookie}; c=d` })).status).toBe(200);
  });

  test.each(['evil.nl', 'evil.nl:PORT', '127.0.0.1', '127.0.0.1:1', '127.0.0.1:PORT.evil.nl', '0.0.0.0:PORT', '[::1]:PORT', 'localhost.:PORT'])(
    'L3: the host %s is not this server',
    async (host) => {
      const server = await openServer();
      const answer = await server.get(server.start, { host: host.replace('PORT', String(server.port)) });
      expect(answer.status).toBe(421);
      expect(answer.body).toContain('127.0.0.1');
      expect((await server.get(server.start)).status).toBe(303);
    },
  );

  test('L3: two hosts in one request are refused', async () => {
    const server = await openServer();
    const cookie = await server.enter();
    expect((await server.get('/', { cookie, more: `Host: 127.0.0.1:${server.port}\n` })).status).not.toBe(200);
  });

  test('L6: another site that refers here is refused, with the cookie too', async () => {
    const server = await openServer();
    const cookie = await server.enter();
    for (const site of ['cross-site', 'same-site']) expect((await server.get('/', { cookie, more: `Sec-Fetch-Site: ${site}\n` })).status).toBe(403);
    for (const site of ['same-origin', 'none']) expect((await server.get('/', { cookie, more: `Sec-Fetch-Site: ${site}\n` })).status).toBe(200);
  });

  test('L6, L8: nothing can be sent to it', async () => {
    const server = await openServer();
    const cookie = await server.enter();
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) expect((await server.get('/', { cookie, method })).status).toBe(405);
    expect((await server.get('/', { cookie, more: 'Content-Length: 5\n' })).status).toBe(413);
    expect((await server.get('/', { cookie, method: 'TRACE' })).status).toBe(405);
  });

  test.each([
    '/../package.json',
    '/%2e%2e/package.json',
    '/assets/..%2f..%2fx',
    '/%5c..%5cx',
    '//etc/passwd',
    '/a%00.html',
    '/C:/x',
    '/%zz',
    '/./index.html',
    'http://127.0.0.1/',
    '*',
  ])('L7: the path %s is refused', async (path) => {
    const server = await openServer();
    expect((await server.get(path, { cookie: await server.enter() })).status).toBe(400);
  });

  test.each([
    '/%252e%252e/package.json',
    '/assets',
    '/assets/geheim.key',
    '/files/stuk.md',
    '/files/.oogst/a.png',
    '/files/',
    '/files/../stuk.md%20',
    '/bundels/x',
  ])('L7: the path %s shows nothing', async (path) => {
    const server = await openServer();
    expect([400, 404]).toContain((await server.get(path, { cookie: await server.enter() })).status);
  });
});

describe('what is shown', () => {
  test('the page has a fresh nonce that its policy names, and nothing inline is allowed', async () => {
    const server = await openServer();
    const cookie = await server.enter();
    const [one, two] = [await server.get('/', { cookie }), await server.get('/index.html', { cookie })];
    const nonce = /nonce="([^"]+)"/.exec(one.body)?.[1] ?? '';
    expect(nonce.length).toBeGreaterThan(20);
    expect(one.headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(one.headers['content-security-policy']).toContain("default-src 'none'; script-src 'self';");
    expect(one.headers['content-security-policy']).not.toContain('unsafe');
    expect(one.headers['content-security-policy']).toContain("require-trusted-types-for 'script'");
    expect(two.body).not.toContain(nonce);
    expect(one.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(one.headers['access-control-allow-origin']).toBeUndefined();
  });

  test('pictures come out of the kennismap, and an SVG can do nothing', async () => {
    const server = await openServer();
    const cookie = await server.enter();
    expect(await server.get('/files/Foto%20%C3%A9%C3%A9n.png', { cookie })).toMatchObject({
      status: 200,
      body: 'png',
      headers: { 'content-type': 'image/png' },
    });
    expect((await server.get('/files/map/a.svg', { cookie })).headers['content-security-policy']).toContain('sandbox');
  });

  test('a bundle of this session is downloaded under its own name', async () => {
    const dir = await temporaryFolder({ 'Méér “bundel”.zip': 'zip' });
    const server = await openServer({ bundle: (id) => (id === 'goed' ? `${dir}/Méér “bundel”.zip` : undefined) });
    const cookie = await server.enter();
    const answer = await server.get('/bundels/goed', { cookie });
    expect(answer).toMatchObject({ status: 200, body: 'zip' });
    expect(answer.headers['content-disposition']).toBe("attachment; filename*=UTF-8''M%C3%A9%C3%A9r%20%E2%80%9Cbundel%E2%80%9D.zip");
    expect((await server.get('/bundels/fout', { cookie })).status).toBe(404);
  });
});

describe('the WebSocket', () => {
  const statusOf = (address: string, headers: Record<string, string>): Promise<number> =>
    new Promise((done) => {
      const socket = new WebSocket(address, { headers });
      socket.on('open', () => done((socket.close(), 101)));
      socket.on('unexpected-response', (_request, response) => done(response.statusCode ?? 0));
      socket.on('error', () => undefined);
    });

  test('L5: opens only for a page of this server with the cookie', async () => {
    const server = await openServer();
    const cookie = await server.enter();
    const address = `ws://127.0.0.1:${server.port}/link`;
    const origin = server.origin;
    expect(await statusOf(address, { cookie, origin })).toBe(101);
    expect(server.lines).toHaveLength(1);
    const refused: Record<string, string>[] = [
      { cookie },
      { origin },
      { cookie, origin: 'null' },
      { cookie, origin: 'http://evil.nl' },
      { cookie, origin: `${origin}.evil.nl` },
      { cookie, origin: `https://127.0.0.1:${server.port}` },
    ];
    for (const headers of refused) expect(await statusOf(address, headers)).toBe(403);
    expect(await statusOf(address, { cookie, origin, host: 'evil.nl' })).toBe(421);
    expect(await statusOf(`${address}s`, { cookie, origin })).toBe(404);
    expect(server.lines).toHaveLength(1);
  });

  test('serves several pages at once', async () => {
    const server = await openServer();
    const headers = { cookie: await server.enter(), origin: server.origin };
    const sockets = [0, 1, 2].map(() => new WebSocket(`ws://127.0.0.1:${server.port}/link`, { headers }));
    await Promise.all(sockets.map((socket) => once(socket, 'open')));
    expect(server.lines).toHaveLength(3);
  });

  test('L9: is cut when the page is gone without saying so', async () => {
    const server = await openServer({ heartbeat: 20 });
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}/link`, {
      headers: { cookie: await server.enter(), origin: server.origin },
      autoPong: false,
    });
    await once(socket, 'open');
    const gone = new Promise<string>((done) => server.lines[0]?.onClose(() => done('gone')));
    expect(await gone).toBe('gone');
  });
});

describe('the server', () => {
  test('L9: stays usable for the user while many slow lines are open', async () => {
    const server = await openServer();
    const slow = Array.from({ length: 40 }, () => connect(server.port, '127.0.0.1').on('error', () => undefined));
    for (const socket of slow) socket.write('GET / HTTP/1.1\r\nHost: ');
    expect((await server.get(server.start)).status).toBe(303);
    for (const socket of slow) socket.destroy();
  });

  test('L10: listens on this computer only, and says so when its port is taken', async () => {
    const server = await openServer();
    await expect(openServer({ port: server.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  test('closes at once, with pages open', async () => {
    const server = await openServer();
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}/link`, { headers: { cookie: await server.enter(), origin: server.origin } });
    await once(socket, 'open');
    const cut = once(socket, 'close');
    await server.close();
    await cut;
    await expect(server.get('/')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});
