import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { plainStyle } from '../../domain/bundle/house-style.ts';
import { readProductInput, type ProductOrder } from '../../main/bundles/product-input.ts';
import type { ProductContext, ProductInput } from '../../main/bundles/products/product.ts';
import { renderText } from '../../main/library/render.ts';
import { openServices, resources } from './open-services.ts';
import { temporaryFolder } from './temporary.ts';

/** Moment of making in tests. */
export const made = new Date('2026-11-26T12:00:00Z');

/** The study day of the example library with its practices, as products get it; `files` come beside those of the example. */
export async function exampleInput(changes: Partial<ProductOrder> = {}, files: Record<string, string | Uint8Array> = {}): Promise<ProductInput> {
  const dir = await temporaryFolder(files);
  await cp(join(resources, 'voorbeeld'), dir, { recursive: true, force: false });
  const { services } = await openServices({}, { dir });
  const library = services.session.library();
  const session = library.shelf.at('sessies/studiedag-ouders-als-partner.md');
  const practices = library.shelf.all().filter(({ read }) => read.summary.kind === 'praktijk' && !read.summary.confidential);
  const renderer = { render: (input: Parameters<typeof renderText>[0]) => Promise.resolve(renderText(input)), close: () => Promise.resolve() };
  const order: ProductOrder = {
    title: 'Ouders als partner',
    subtitle: 'Studiedag',
    audience: 'intern',
    style: plainStyle,
    worksheet: 'vijf',
    chapters: [{ title: '', entries: practices }],
    session,
    made,
    ...changes,
  };
  return readProductInput(library, renderer, order, () => Promise.resolve());
}

/** For making a product in a test: reports nowhere, is never called off. */
export const quietContext: ProductContext = { signal: new AbortController().signal, step: () => Promise.resolve() };
