import type { ReactNode } from 'react';
import { productIds } from '../../../domain/bundle/products.ts';
import { Checkbox } from '../../kit/checkbox.tsx';
import { nl } from '../../text/nl.ts';
import type { PartProps } from './part-props.ts';

/** What is made beside the reader and the texts that are always in a bundle. */
export function Products({ draft, onChange }: Pick<PartProps, 'draft' | 'onChange'>): ReactNode {
  return (
    <fieldset className="making-products">
      <legend className="label">{nl.bundles.products}</legend>
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
