import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { calls, type Method } from '../../domain/api/contract.ts';
import { Failure } from '../../domain/api/failures.ts';
import { connect, serve, type Client } from '../../domain/api/link.ts';
import { portPair } from '../../main/ports/pair-port.ts';
import { openServices } from '../helpers/open-services.ts';
import { temporaryFolder } from '../helpers/temporary.ts';

const text = '---\nid: p\nsoort: praktijk\ntitel: P\n---\ntekst\n';
/** Left out: they need a window, or the folder dialog of the system. */
const asked = (Object.keys(calls) as Method[]).filter((method) => !method.startsWith('shell.'));
const keysOf = (method: Method): string[] => Object.keys((calls[method].input as { shape?: object }).shape ?? {});
/** What a user may point at anywhere on the computer; a test must not make things there. */
const places = new Set(['dir', 'out', 'sources', 'path']);

const deep = JSON.parse('['.repeat(3000) + ']'.repeat(3000)) as unknown;
const proto = JSON.parse('{"__proto__":{"gehackt":true},"constructor":{"prototype":{"gehackt":true}}}') as unknown;
const never: unknown[] = [null, 0, -1, 1e308, Number.NaN, true, {}, [], [[]], proto, deep, '', 'x'.repeat(100_000), '\0', 'a\0b'];
const strings: unknown[] = [
  '../../x',
  '..\\..\\x',
  '\\\\?\\C:\\x',
  '\\\\server\\share',
  '/etc/passwd',
  'C:\\x',
  '__proto__',
  'constructor',
  '\u202e',
  '\ud800',
  'p',
  '(',
  '"',
  '🌾',
];

async function line(): Promise<{ client: Client; dir: string; faults: string[] }> {
  const parent = await temporaryFolder({ 'map/p.md': text, 'buiten.md': 'van een ander' });
  const { services } = await openServices({}, { dir: join(parent, 'map') });
  const [near, far] = portPair();
  const faults: string[] = [];
  serve(far, services.handlers, (error, method) => `kenmerk ${faults.push(`${method}: ${String(error)}`)}`);
  onTestFinished(() => near.close());
  return { client: connect(near), dir: join(parent, 'map'), faults };
}

/** An answer, or a failure that a user can read. */
async function ending(client: Client, method: Method, input: unknown): Promise<Failure | undefined> {
  try {
    await client.call(method, input as never);
    return undefined;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    expect(error.message).toMatch(/^[“A-ZÉ/].*[.]$/s);
    expect(error.message).not.toMatch(/\b(ERR_|E[A-Z]{3,}\b)|\bat \S+ \(|\.ts\b/);
    expect(error.message.length).toBeLessThan(10_000);
    return error;
  }
}

async function untouched(dir: string): Promise<void> {
  expect((await readdir(dirname(dir))).sort()).toEqual(['buiten.md', 'map']);
  expect(await readFile(join(dirname(dir), 'buiten.md'), 'utf8')).toBe('van een ander');
  expect(({} as Record<string, unknown>)['gehackt']).toBeUndefined();
}

/** Without a place the example goes to the documents of whoever runs the tests. */
const elsewhere = (method: Method, input: unknown): boolean => method === 'library.example' && calls[method].input.safeParse(input).success;

const groups = [...new Set(asked.map((method) => method.split('.')[0] ?? ''))];

test.each(groups)('L1: every call of %s refuses everything that is no set of its own keys, in Dutch, and does nothing', async (group) => {
  const { client, dir, faults } = await line();
  for (const method of asked.filter((one) => one.startsWith(`${group}.`)))
    for (const input of [...never, 'x'.repeat(10_000_000), { [keysOf(method)[0] ?? 'a']: 1, vreemd: 1 }]) {
      if (elsewhere(method, input)) continue;
      const failure = await ending(client, method, input);
      // Calls without keys, or with optional ones only, take an empty set.
      const fits = JSON.stringify(input) === '{}' && calls[method].input.safeParse({}).success;
      const said = `${method} ${JSON.stringify(input).slice(0, 60)}`;
      if (!fits) expect([failure?.code, said]).toEqual(['link.bad-input', said]);
    }
  expect(faults).toEqual([]);
  expect(await readFile(join(dir, 'p.md'), 'utf8')).toBe(text);
  await untouched(dir);
});

test.each(asked.filter((method) => keysOf(method).length > 0))(
  'L1: %s ends every hostile value of a key in an answer or a Dutch sentence, and reaches nothing outside the kennismap',
  async (method) => {
    const { client, dir, faults } = await line();
    const values = (key: string): fc.Arbitrary<unknown> => fc.constantFrom(...(places.has(key) ? never : [...never, ...strings]));
    const input = fc.record(Object.fromEntries(keysOf(method).map((key) => [key, values(key)])), { requiredKeys: [] });
    for (const one of fc.sample(input, { numRuns: 25, seed: 11 })) if (!elsewhere(method, one)) await ending(client, method, one);
    expect(faults).toEqual([]);
    await untouched(dir);
    expect(await client.call('settings.read', {})).toHaveProperty('theme');
  },
);
