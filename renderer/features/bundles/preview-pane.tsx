import { Maximize2, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { ProductId } from '../../../domain/bundle/products.ts';
import { IconButton } from '../../kit/button.tsx';
import { useRested } from '../../kit/rested.ts';
import { nl } from '../../text/nl.ts';
import type { Draft } from './draft.ts';
import { PreviewDialog } from './preview-dialog.tsx';
import { Preview } from './preview.tsx';

interface PreviewPaneProps {
  draft: Draft;
  /** Which product is looked at. */
  product: ProductId;
  onProduct(product: ProductId): void;
  onClose(): void;
}

/** Pages take a second to make; they wait until nobody types, milliseconds. */
const quiet = 500;

/** How a product gets, beside the choices; it follows them. */
export function PreviewPane({ draft, product, onProduct, onClose }: PreviewPaneProps): ReactNode {
  const [large, setLarge] = useState(false);
  const settled = useRested(draft, quiet);
  return (
    <section className="preview-pane" aria-label={nl.bundles.previewTitle}>
      <Preview draft={settled} product={product} onProduct={onProduct}>
        <IconButton icon={Maximize2} label={nl.bundles.previewLarge} onClick={() => setLarge(true)} />
        <IconButton icon={X} label={nl.bundles.previewClose} onClick={onClose} />
      </Preview>
      {large && <PreviewDialog draft={draft} product={product} onProduct={onProduct} onClose={() => setLarge(false)} />}
    </section>
  );
}
