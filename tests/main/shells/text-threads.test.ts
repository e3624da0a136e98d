import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { isHarmless } from '../../../main/library/header-trial.ts';
import type { RenderInput, TextRenderer } from '../../../main/library/text-renderer.ts';
import { createHeaderTrial, createTextClient } from '../../../main/shells/text-threads.ts';
import { bundleForThread } from '../../helpers/thread-bundle.ts';

let real: Awaited<ReturnType<typeof bundleForThread>>;
beforeAll(async () => {
  real = await bundleForThread(resolve(import.meta.dirname, '../../../main/shells/worker/text-main.ts'));
}, 60_000);
afterAll(() => real.remove());

const input = (body: string): RenderInput => ({ path: 'stuk.md', body, headings: {}, targets: {} });

function client(entry = resolve(import.meta.dirname, 'slow-text.mjs'), patience = 300): TextRenderer {
  const made = createTextClient(entry, { patience, warmUp: 2000 });
  onTestFinished(() => made.close());
  return made;
}

describe('the thread that renders texts', () => {
  test('renders a real text as a tree without anything that runs', async () => {
    const rendered = await client(real.file, 5000).render(input('## Kop\n\n**Vet** en [klik](javascript:kwaad).\n\n<script>kwaad()</script>\n'));
    expect(JSON.stringify(rendered)).toContain('"strong"');
    expect(JSON.stringify(rendered)).not.toMatch(/"tag":"script"|"href":"javascript/);
    expect(rendered.note).toBeUndefined();
  });

  test.each(['blijft hangen', 'valt om', 'gooit', 'onzin'])(
    'shows a text that %s as it is written, with a note, and renders the next',
    async (body) => {
      const renderer = client();
      await renderer.render(input('eerst'));
      const [bad, good] = await Promise.all([renderer.render(input(body)), renderer.render(input('daarna'))]);
      expect(bad).toMatchObject({ sections: [], plain: body, note: expect.stringMatching(/\.$/) as string });
      expect(good.sections[0]?.heading).toBe('daarna');
    },
  );

  test('renders many texts asked at once, each with its own answer', async () => {
    const renderer = client();
    const bodies = Array.from({ length: 100 }, (_, n) => `tekst ${n}`);
    const all = await Promise.all(bodies.map((body) => renderer.render(input(body))));
    expect(all.map((one) => one.sections[0]?.heading)).toEqual(bodies);
  });

  test('leaves nobody waiting when it closes', async () => {
    const renderer = client(undefined, 60_000);
    const asked = [renderer.render(input('blijft hangen')), renderer.render(input('in de rij'))];
    await renderer.close();
    expect((await Promise.all(asked)).map((one) => one.plain)).toEqual(['blijft hangen', 'in de rij']);
  });
});

describe('the thread that tries headers', () => {
  const trial = (entry = real.file, patience = 5000): ReturnType<typeof createHeaderTrial> => {
    const made = createHeaderTrial(entry, { patience, warmUp: 2000 });
    onTestFinished(() => made.close());
    return made;
  };

  test('lets a header pass that can be read, also when what it says is wrong', async () => {
    const tried = trial();
    expect(await tried.passes('titel: Een\nlijst: [a, b]\n')).toBe(true);
    expect(await tried.passes('titel: "nooit dicht\n')).toBe(true);
    expect(await tried.passes(`${'? '.repeat(600)}\n`)).toBe(true);
  });

  test('stops a header that takes too long, and goes on with the next', async () => {
    const tried = trial(resolve(import.meta.dirname, 'slow-text.mjs'), 300);
    expect(await tried.passes('blijft hangen')).toBe(false);
    expect(await tried.passes('valt om')).toBe(false);
    expect(await tried.passes('titel: Een')).toBe(true);
  });
});

describe('a header that needs no trial', () => {
  test.each([
    ['titel: Een praktijk\nsoort: praktijk\ntrefwoorden: [ouders, taal]\n', true],
    ['samenvatting: >\n  Twee regels\n  tekst.\noordelen:\n  - item: A1\n    oordeel: ja\n', true],
    ['a: &anker [x]\nb: *anker\n', false],
    ['a: !!js/function kwaad\n', false],
    [`${'? '.repeat(300)}\n`, false],
    [`${'['.repeat(200)}\n`, false],
    ['a: b\n'.repeat(500), false],
    [`a: ${'x'.repeat(20_000)}\n`, false],
  ])('%j: %s', (yaml, expected) => expect(isHarmless(yaml)).toBe(expected));
});
