import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Callout } from '../../kit/callout.tsx';
import { nl } from '../../text/nl.ts';

/** More pages than these are not drawn: they show how it goes on. */
const mostPages = 24;

/** Pages of a PDF, drawn one under another. */
export function PdfPages({ data, label }: { data: string; label: string }): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<{ total?: number; wrong?: boolean }>({});
  useEffect(() => {
    const stop = new AbortController();
    const element = place.current;
    if (element)
      draw(element, data, stop.signal).then(
        (total) => stop.signal.aborted || setState({ total }),
        () => stop.signal.aborted || setState({ wrong: true }),
      );
    return () => {
      stop.abort();
      element?.replaceChildren();
    };
  }, [data]);
  return (
    <>
      <p className="tiny faint" role="status">
        {state.total === undefined ? nl.bundles.previewBusy : nl.bundles.previewPages(state.total, mostPages)}
      </p>
      {state.wrong && <Callout tone="no">{nl.bundles.previewFailed}</Callout>}
      <div ref={place} className="preview-pages" role="img" aria-label={label} />
    </>
  );
}

/** Draws with pdf.js, which is fetched when somebody first looks; gives the number of pages. */
async function draw(place: HTMLElement, data: string, signal: AbortSignal): Promise<number> {
  const { getDocument } = await import('unpdf/pdfjs');
  const bytes = Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0));
  // Nothing in a document may run, and the content policy would not let it.
  const document_ = await getDocument({ data: bytes, isEvalSupported: false }).promise;
  for (let number = 1; number <= Math.min(mostPages, document_.numPages) && !signal.aborted; number++) {
    const page = await document_.getPage(number);
    const viewport = page.getViewport({ scale: 1.4 });
    const canvas = document.createElement('canvas');
    canvas.width = viewport.width;
    canvas.height = viewport.height;
    const canvasContext = canvas.getContext('2d');
    if (!canvasContext) throw new Error('no canvas');
    await page.render({ canvasContext, canvas, viewport }).promise;
    if (!signal.aborted) place.append(canvas);
  }
  const { numPages } = document_;
  await document_.destroy();
  return numPages;
}
