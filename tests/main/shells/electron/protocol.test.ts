import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readAttachment } from '../../../../main/library/attachments.ts';
import { answerApp, appScheme, type AppFiles } from '../../../../main/shells/electron/protocol.ts';
import { temporaryFolder } from '../../../helpers/temporary.ts';

async function files(): Promise<AppFiles & { folder: string }> {
  const outside = await temporaryFolder({ 'geheim.js': 'geheim', 'geheim.png': 'geheim' });
  const folder = await temporaryFolder({ 'index.html': '<meta property="csp-nonce" nonce="">', 'assets/app.js': 'js' });
  const kennismap = await temporaryFolder({ 'map/foto.png': 'png' });
  await symlink(join(outside, 'geheim.js'), join(folder, 'link.js'));
  await symlink(join(outside, 'geheim.png'), join(kennismap, 'link.png'));
  await writeFile(join(folder, 'notitie.key'), 'x');
  return { folder, window: folder, picture: (path) => readAttachment(kennismap, path) };
}

describe('the protocol of the app', () => {
  test('shows the page with a nonce that its policy names', async () => {
    const answer = await answerApp('app://oogst/', await files());
    const nonce = /nonce="([^"]+)"/.exec(await answer.text())?.[1] ?? 'none';
    expect(answer.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self';");
    expect(answer.headers.get('content-security-policy')).toContain("require-trusted-types-for 'script'");
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('gives its files and the pictures of the kennismap', async () => {
    const all = await files();
    expect(await (await answerApp('app://oogst/assets/app.js#/x', all)).text()).toBe('js');
    expect(await (await answerApp('app://oogst/files/map/foto.png', all)).text()).toBe('png');
  });

  test.each([
    'app://oogst/../geheim.js',
    'app://oogst/%2e%2e/geheim.js',
    'app://oogst/..%2fgeheim.js',
    'app://oogst/%2e%2e%5cgeheim.js',
    'app://oogst/assets/../../geheim.js',
    'app://oogst//etc/passwd',
    'app://oogst/C:/geheim.js',
    'app://oogst/a%00.js',
    'app://oogst/%zz',
    'app://oogst/link.js',
    'app://oogst/notitie.key',
    'app://oogst/assets',
    'app://oogst/files/link.png',
    'app://oogst/files/../index.html',
    'app://ander/index.html',
    'app://oogst.ander/index.html',
    'https://oogst/index.html',
    'app://oogst',
  ])('gives nothing for %s', async (address) => {
    const answer = await answerApp(address, await files());
    expect([400, 404]).toContain(answer.status);
    expect(await answer.text()).toBe('');
  });

  test('has no more rights than a page needs', () => {
    expect(appScheme).toEqual({ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } });
  });
});
