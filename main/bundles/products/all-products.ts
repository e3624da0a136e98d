import type { ProductId } from '../../../domain/bundle/products.ts';
import type { Typesetter } from '../typesetting.ts';
import { createPdfProducts } from './pdf-products.ts';
import { officeProductIds, type MakeProduct, type OfficeProductId, type ProductFile, type Products } from './product.ts';

/** Loaded when somebody makes one: the libraries for Word and PowerPoint are large, and opening Oogst would wait for them. */
const whenAsked =
  (id: OfficeProductId): MakeProduct =>
  async (input, context) => {
    const { officeProducts } = await import('./office-products.ts');
    return officeProducts[id](input, context);
  };

const office: Products = Object.fromEntries(officeProductIds.map((id) => [id, whenAsked(id)]));

/** Every product that is made from the texts alone. Some are a PDF and a Word file of the same thing. */
export function createProducts(typesetter: Typesetter | undefined): Products {
  const sets = [...(typesetter ? [createPdfProducts(typesetter)] : []), office];
  const ids = [...new Set(sets.flatMap((set) => Object.keys(set) as ProductId[]))];
  return Object.fromEntries(ids.map((id) => [id, together(sets.flatMap((set) => set[id] ?? []))]));
}

/** One after another, each with its share of the progress. */
function together(makers: readonly MakeProduct[]): MakeProduct {
  return async (input, { signal, step }) => {
    const files: ProductFile[] = [];
    for (const [index, make] of makers.entries()) {
      const within = (done: number, total: number, label: string): Promise<void> => {
        const share = total === 0 ? 1 : done / total;
        return step(Math.round((index + share) * 1000), makers.length * 1000, label);
      };
      files.push(...(await make(input, { signal, step: within })));
    }
    return files;
  };
}
