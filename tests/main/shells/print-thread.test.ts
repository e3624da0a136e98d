import { symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPdfProducts } from '../../../main/bundles/products/pdf-products.ts';
import type { Typesetter } from '../../../main/bundles/typesetting.ts';
import { createPrintClient } from '../../../main/shells/print-thread.ts';
import { exampleInput, quietContext } from '../../helpers/example-input.ts';
import { resources } from '../../helpers/open-services.ts';
import { openTypesetter } from '../../helpers/pdf.ts';
import { root } from '../../helpers/project.ts';
import { bundleForThread } from '../../helpers/thread-bundle.ts';

describe('the thread that sets documents', { timeout: 60_000 }, () => {
  let thread: Awaited<ReturnType<typeof bundleForThread>>;
  let typesetter: Typesetter;
  beforeAll(async () => {
    thread = await bundleForThread(join(root, 'main/shells/worker/print-main.ts'));
    // The compiler and its letters are found from where the thread lies.
    await symlink(join(root, 'node_modules'), join(dirname(thread.file), 'node_modules'), 'junction');
    typesetter = createPrintClient(thread.file, join(resources, 'druk'));
  }, 60_000);
  afterAll(async () => {
    await typesetter.close();
    await thread.remove();
  });

  it('gives what the typesetter itself gives, stops when called off, and goes on with a fresh one', async () => {
    const input = await exampleInput();
    const programme = (from: Typesetter): unknown => createPdfProducts(from).programma?.(input, quietContext);
    const stop = new AbortController();
    const booklet = createPdfProducts(typesetter).boekje?.(input, { ...quietContext, signal: stop.signal });
    setTimeout(() => stop.abort(), 50);
    await expect(booklet).rejects.toMatchObject({ code: 'cancelled' });
    expect(await programme(typesetter)).toEqual(await programme(openTypesetter()));
  });

  it('says in Dutch that a document could not be set', async () => {
    await expect(typesetter.pdf({ template: 'boekje', data: '{}', files: [] })).rejects.toMatchObject({ code: 'product.unset' });
  });
});
