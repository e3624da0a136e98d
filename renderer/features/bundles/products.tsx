import { Eye } from 'lucide-react';
import type { ReactNode } from 'react';
import { productIds, type ProductId } from '../../../domain/bundle/products.ts';
import { Button } from '../../kit/button.tsx';
import { Checkbox } from '../../kit/checkbox.tsx';
import { nl } from '../../text/nl.ts';
import type { PartProps } from './part-props.ts';

interface ProductsProps extends Pick<PartProps, 'draft' | 'onChange'> {
  /** Somebody wants to see how a product gets. */
  onPreview(product: ProductId): void;
}

/** What is made beside the reader and the texts that are always in a bundle. */
export function Products({ draft, onChange, onPreview }: ProductsProps): ReactNode {
  return (
    <fieldset className="making-products">
      <legend className="label">{nl.bundles.products}</legend>
      <Button small icon={Eye} className="preview-open" disabled={draft.rows.length === 0} onClick={() => onPreview(draft.products[0] ?? 'boekje')}>
        {nl.bundles.previewTitle}
      </Button>
      <p className="small soft">{nl.bundles.always}</p>
      <ul>
        {productIds.map((id) => (
          <li key={id}>
            <Checkbox
              checked={draft.products.includes(id)}
              onChange={(on) =>
                onChange({ do: 'set', part: { products: on ? [...draft.products, id] : draft.products.filter((other) => other !== id) } })
              }
            >
              <b>{nl.bundles.product[id].name}</b> <small className="soft">{nl.bundles.product[id].text}</small>
            </Checkbox>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
