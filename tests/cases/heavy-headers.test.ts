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

describe('headers that could take long, tried in a thread that can be killed', () => {
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
});
