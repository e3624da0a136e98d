import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HeaderTrial } from '../../main/library/header-trial.ts';
import { createHeaderTrial } from '../../main/shells/text-threads.ts';
import { openServices } from '../helpers/open-services.ts';
import { bundleForThread } from '../helpers/thread-bundle.ts';

let thread: Awaited<ReturnType<typeof bundleForThread>>;
let trial: HeaderTrial;
beforeAll(async () => {
  thread = await bundleForThread(resolve(import.meta.dirname, '../../main/shells/worker/text-main.ts'));
  trial = createHeaderTrial(thread.file);
}, 60_000);
afterAll(async () => {
  await trial.close();
  await thread.remove();
});

const deep = (depth: number): string => `a: ${'['.repeat(depth)}${']'.repeat(depth)}\n`;
const laughs = `a: &a ["lol"]\n${Array.from(
  { length: 9 },
  (_, n) =>
    `b${n}: &b${n} [${Array(9)
      .fill(`*${n === 0 ? 'a' : `b${n - 1}`}`)
      .join(',')}]`,
).join('\n')}\n`;
const headers: readonly [id: string, what: string, header: string, rule: RegExp][] = [
  ['F5', 'a tab as indent', 'titel: Een\nlijst:\n\t- x\n', /kop-onleesbaar/],
  ['F5', 'a quote that is never closed', 'id: a\ntitel: "open\nsoort: praktijk\n', /kop-onleesbaar/],
  ['F6', 'a key that stands there twice', 'titel: Een\ntitel: Twee\n', /kop-onleesbaar/],
  ['F7', 'a billion laughs', laughs, /kop-onleesbaar|kop-te-zwaar/],
  ['F7', 'an alias', 'a: &x [1]\nb: *x\n', /kop-onleesbaar/],
  ['F11', 'six hundred question marks', `${'? '.repeat(600)}\n`, /kop-onleesbaar|kop-te-zwaar/],
  ['F11', 'twenty thousand keys', Array.from({ length: 20_000 }, (_, n) => `k${n}: 1`).join('\n') + '\n', /kop-onleesbaar|kop-te-zwaar/],
  ['F11', 'a hundred thousand deep', deep(100_000), /kop-onleesbaar|kop-te-zwaar/],
  ['F11', 'five megabytes', `a: ${'x'.repeat(5 * 1024 * 1024)}\n`, /kop-onleesbaar|kop-te-zwaar/],
  ['F15', 'a directive', '%YAML 1.1\ntitel: Een\n', /kop-onleesbaar/],
];

describe('B5 encoding and front matter', () => {
  test.each(headers)('%s: %s becomes a problem with a line; the text stays readable, the bytes as they are', async (_id, _what, header, rule) => {
    const text = `---\n${header}---\nHet verhaal blijft leesbaar.\n`;
    const { call, dir } = await openServices({ 'a.md': text, 'b.md': '---\nid: b\ntitel: Gewoon\n---\n' }, { trial });
    const hit = (await call('search.query', { query: 'verhaal' })).hits[0];
    const entry = await call('entries.read', { id: hit?.id ?? '' });
    expect(entry.problemList.some((one) => rule.test(one.rule) && one.line !== undefined)).toBe(true);
    expect(entry.body).toContain('Het verhaal blijft leesbaar.');
    const refused = await call('entries.setFields', { id: entry.id, fields: { organisatie: 'x' } }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ message: expect.stringMatching(/a\.md/) as string });
    expect(await readFile(join(dir, 'a.md'), 'utf8')).toBe(text);
    expect((await call('entries.read', { id: 'b' })).title).toBe('Gewoon');
  });

  test('F8: tags that would run code elsewhere are text here', async () => {
    const header = 'id: a\ntitel: !!js/function "function(){ globalThis.__pwned = 1 }"\nb: !!python/object/apply:os.system ["id"]\n';
    const { call } = await openServices({ 'a.md': `---\n${header}---\ntekst\n` }, { trial });
    expect((await call('search.query', { query: 'tekst' })).total).toBe(1);
    expect('__pwned' in globalThis).toBe(false);
  });

  test.each(['---js\nmodule.exports = globalThis.__pwned = 1\n---\n', '---json\n{"titel":"x"}\n---\n', '---toml\ntitel = "x"\n---\n'])(
    'F9: %j is no front matter but text',
    async (opening) => {
      const { call } = await openServices({ 'a.md': `${opening}tekst\n` });
      const entry = (await call('search.query', { query: 'tekst' })).hits[0];
      expect((await call('entries.read', { id: entry?.id ?? '' })).body).toBe(`${opening}tekst\n`);
      expect('__pwned' in globalThis).toBe(false);
    },
  );

  test('F10: names that reach into prototypes stay in the file and do nothing', async () => {
    const header = 'id: a\n__proto__:\n  isAdmin: true\nconstructor: x\nprototype: y\ntoString: z\nhasOwnProperty: w\n';
    const { call, dir } = await openServices({ 'a.md': `---\n${header}---\ntekst\n` });
    expect((await call('entries.read', { id: 'a' })).fields['toString']).toBe('z');
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
    await call('entries.setFields', { id: 'a', fields: { organisatie: 'x' } });
    expect(await readFile(join(dir, 'a.md'), 'utf8')).toBe(`---\n${header}organisatie: x\n---\ntekst\n`);
    const reaching = JSON.parse('{"__proto__": {"isAdmin": true}}') as Record<string, string>;
    await call('entries.setFields', { id: 'a', fields: reaching }).catch(() => undefined);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  test.each([
    ['a number', '7', '7'],
    ['nothing', '', 'A'],
    ['a list', '[een, twee]', ''],
    ['a mapping', '{a: 1}', ''],
    ['a date', '2026-11-23', '2026-11-23'],
    ['yes', 'ja', 'ja'],
    ['ten kilobytes', 'x'.repeat(10_000), ''],
  ])('F12: a title that is %s is shown as text and goes back unchanged', async (_, given, shown) => {
    const text = `---\nid: a\ntitel: ${given}\n---\ntekst\n`;
    const { call, dir } = await openServices({ 'a.md': text });
    const entry = await call('entries.read', { id: 'a' });
    expect(entry.title).not.toBe('');
    if (shown !== '') expect(entry.title).toBe(shown);
    await call('entries.setFields', { id: 'a', fields: { organisatie: 'x' } });
    await call('undo.back', {});
    expect(await readFile(join(dir, 'a.md'), 'utf8')).toBe(text);
  });

  test.each([
    ['no id', ''],
    ['an id that leads elsewhere', 'id: ../../weg\n'],
    ['an id that is a list', 'id: [a]\n'],
    ['an id of a thousand signs', `id: ${'x'.repeat(1000)}\n`],
  ])('F17: a file with %s can be read, changed and found', async (_, line) => {
    const { call } = await openServices({ 'map/a.md': `---\n${line}titel: Een\n---\ntekst\n` });
    const id = (await call('entries.titles', {}))[0]?.id ?? '';
    const saved = await call('entries.setFields', { id, fields: { organisatie: 'x' } });
    expect(saved.path).toBe('map/a.md');
    expect((await call('entries.read', { id: saved.id })).fields['organisatie']).toBe('x');
  });

  test('F3, F4: old Windows text, UTF-16, half signs and zero bytes are shown and never rewritten', async () => {
    const files = {
      'oud.md': Buffer.from('---\nid: oud\n---\nco\xf6rdinator\n', 'latin1'),
      'utf16.md': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('---\nid: utf16\n---\ncoördinator\n', 'utf16le')]),
      'half.md': Buffer.concat([Buffer.from('---\nid: half\n---\nx'), Buffer.from([0xe2, 0x82])]),
      'nul.md': Buffer.from('---\nid: nul\n---\na\0b\n'),
    };
    const { call, dir } = await openServices(files);
    expect((await call('search.query', { query: 'coordinator' })).total).toBe(2);
    for (const [name, bytes] of Object.entries(files)) {
      await expect(call('entries.setFields', { id: name.replace('.md', ''), fields: { organisatie: 'x' } })).rejects.toMatchObject({
        code: 'entry.locked-text',
      });
      expect((await readFile(join(dir, name))).equals(bytes)).toBe(true);
    }
  });

  test('F1, F16: line endings, byte order mark, comments and order stay when a field is set', async () => {
    for (const eol of ['\n', '\r\n'])
      for (const bom of ['', '\ufeff']) {
        const lines = ['---', '# uitleg', 'onbekend:   "x"  # blijft', 'id: a', 'lijst:', '    - een', '---', 'tekst zonder einde'];
        const text = bom + lines.join(eol);
        const { call, dir } = await openServices({ 'a.md': text });
        await call('entries.setFields', { id: 'a', fields: { organisatie: 'x' } });
        expect(await readFile(join(dir, 'a.md'), 'utf8')).toBe(text.replace(`${eol}---${eol}tekst`, `${eol}organisatie: x${eol}---${eol}tekst`));
      }
  });
});
