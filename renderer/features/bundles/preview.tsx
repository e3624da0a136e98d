import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { BundlePreview } from '../../../domain/api/contract.ts';
import { productIds, type ProductId } from '../../../domain/bundle/products.ts';
import { useCall } from '../../data/use-call.ts';
import { IconButton } from '../../kit/button.tsx';
import { Callout } from '../../kit/callout.tsx';
import { Select } from '../../kit/select.tsx';
import { nl } from '../../text/nl.ts';
import { chaptersOf, type Draft } from './draft.ts';
import { PdfPages } from './pdf-pages.tsx';
import { PreviewReader } from './preview-reader.tsx';

export interface PreviewProps {
  draft: Draft;
  product: ProductId;
  onProduct(product: ProductId): void;
  /** What can be done with the preview itself. */
  children?: ReactNode;
}

/** What a product will look like for a draft. */
export function Preview({ draft, product, onProduct, children }: PreviewProps): ReactNode {
  return (
    <>
      <div className="preview-bar">
        <Select
          label={nl.bundles.previewWhat}
          value={product}
          options={productIds.map((id) => ({ value: id, label: nl.bundles.product[id].name }))}
          onChange={(id) => onProduct(productIds.find((one) => one === id) ?? product)}
        />
        <span className="row">{children}</span>
      </div>
      <Shown key={product} draft={draft} product={product} />
    </>
  );
}

/** One product; what it looked like before stays until the new one is there. */
function Shown({ draft, product }: Pick<PreviewProps, 'draft' | 'product'>): ReactNode {
  const [at, setAt] = useState(0);
  const { title, subtitle, rows, audience, worksheet, style, session } = draft;
  const named = title.trim() || nl.bundles.defaultTitle;
  const { data, previous, failure } = useCall('bundles.preview', {
    product,
    at,
    title: named,
    ids: [],
    chapters: chaptersOf(rows),
    audience,
    worksheet,
    ...(subtitle.trim() === '' ? {} : { subtitle: subtitle.trim() }),
    ...(style === undefined ? {} : { style }),
    ...(session === undefined ? {} : { session }),
  });
  const name = nl.bundles.product[product].name;
  return (
    <>
      {data && data.of > 1 && <Turn at={Math.min(at, data.of - 1)} of={data.of} what={product === 'reader' ? 'stuk' : 'praktijk'} onTurn={setAt} />}
      <div className="preview" tabIndex={0} role="region" aria-label={name} aria-busy={previous || (!data && !failure)}>
        {failure && <Callout tone="no">{failure.message}</Callout>}
        {!failure && !data && <p className="soft">{nl.bundles.previewBusy}</p>}
        {!failure && data && <Drawn preview={data} name={name} title={named} />}
      </div>
    </>
  );
}

function Turn({ at, of, what, onTurn }: { at: number; of: number; what: 'praktijk' | 'stuk'; onTurn(at: number): void }): ReactNode {
  return (
    <span className="row">
      <IconButton icon={ChevronLeft} label={nl.bundles.previewBack} disabled={at === 0} onClick={() => onTurn(at - 1)} />
      <span className="small">{nl.bundles.previewAt(at + 1, of, what)}</span>
      <IconButton icon={ChevronRight} label={nl.bundles.previewOn} disabled={at >= of - 1} onClick={() => onTurn(at + 1)} />
    </span>
  );
}

function Drawn({ preview, name, title }: { preview: BundlePreview; name: string; title: string }): ReactNode {
  switch (preview.form) {
    case 'pdf':
      return (preview.files ?? []).map((file) => <PdfPages key={file.name} data={file.data} label={`${name}: ${file.name}`} />);
    case 'dias':
      return <Slides slides={preview.slides ?? []} />;
    case 'tabel':
      return <Rows rows={preview.rows ?? []} />;
    case 'lezer':
      return preview.reader && <PreviewReader reader={preview.reader} title={title} />;
  }
}

function Slides({ slides }: { slides: NonNullable<BundlePreview['slides']> }): ReactNode {
  return (
    <ol className="preview-slides">
      {slides.map((slide, at) => (
        <li key={at}>
          <h3>{slide.title}</h3>
          {slide.rows.length > 0 && <Rows rows={slide.rows} />}
          <ul>
            {slide.lines.map((line, n) => (
              <li key={n} data-level={line.level} data-strong={line.strong || undefined}>
                {line.text}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function Rows({ rows: [header = [], ...rows] }: { rows: readonly string[][] }): ReactNode {
  return (
    <div className="preview-table" tabIndex={0} role="region" aria-label={nl.bundles.previewTable}>
      <table>
        <thead>
          <tr>
            {header.map((cell, at) => (
              <th key={at} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, n) => (
                <td key={n}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
