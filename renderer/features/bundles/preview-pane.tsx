import { Maximize2, X } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import type { ProductId } from '../../../domain/bundle/products.ts';
import { IconButton } from '../../kit/button.tsx';
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

/** How a product gets, beside the choices; it follows them. */
export function PreviewPane({ draft, product, onProduct, onClose }: PreviewPaneProps): ReactNode {
  const [large, setLarge] = useState(false);
  const settled = useLater(draft);
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

/** Pages take a second to make; they wait until nobody types, milliseconds. */
const quiet = 500;

function useLater(draft: Draft): Draft {
  const [settled, setSettled] = useState(draft);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(draft), quiet);
    return () => clearTimeout(timer);
  }, [draft]);
  return settled;
}
