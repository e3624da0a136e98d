import { Fragment, createElement, useState, type MouseEvent, type ReactNode } from 'react';
import type { ElementNode, TextNode } from '../../domain/api/contract.ts';
import type { TextMark } from '../../domain/search/text-marks.ts';
import { nl } from '../text/nl.ts';
import { Highlight } from './highlight.tsx';
import { OutsideDialog } from './outside-dialog.tsx';

type Node = ElementNode | TextNode;

export interface SafeTextProps {
  nodes: readonly Node[];
  /** Address of a write-up in the window. */
  hrefOf(id: string): string;
  /** Where found words stand in a piece of text. */
  marksIn?: ((text: string) => TextMark[]) | undefined;
  /** Draw pictures that stand in the tree itself: only where the tree was made by us, as in a bundle. */
  inlinePictures?: boolean;
}

/** Elements that are drawn as they are; anything else shows only what is in it. */
const plain = new Set('p h3 h4 h5 h6 ul ol li strong em del code pre blockquote hr br sup sub section thead tbody tr'.split(' '));

/** Here a line break between two elements is no text. */
const rows = new Set(['table', 'thead', 'tbody', 'tr']);

/** Draws a rendered text. The tree is data from a file somebody else may have written, so only listed elements and attributes come through. */
export function SafeText({ nodes, hrefOf, marksIn, inlinePictures = false }: SafeTextProps): ReactNode {
  const [outside, setOutside] = useState<string>();
  const context: Drawing = { hrefOf, marksIn, inlinePictures, leave: setOutside };
  return (
    <>
      {nodes.map((node, index) => draw(node, index, context))}
      {outside !== undefined && <OutsideDialog address={outside} onClose={() => setOutside(undefined)} />}
    </>
  );
}

interface Drawing {
  hrefOf(id: string): string;
  marksIn: SafeTextProps['marksIn'];
  inlinePictures: boolean;
  /** True inside a link, where no other may stand. */
  linked?: boolean;
  leave(address: string): void;
}

function draw(node: Node, key: number, context: Drawing): ReactNode {
  if (node.type === 'text') return context.marksIn ? <Highlight key={key} text={node.value} marks={context.marksIn(node.value)} /> : node.value;
  const { tag, props } = node;
  const within = tag === 'a' ? { ...context, linked: true } : context;
  const inside = (rows.has(tag) ? node.children.filter((child) => child.type === 'element') : node.children).map((child, index) =>
    draw(child, index, within),
  );
  if (tag === 'a') return link(props, inside, key, context);
  if (tag === 'img') return picture(props, key, context);
  if (tag === 'input')
    return (
      <input
        key={key}
        type="checkbox"
        className="tick"
        disabled
        checked={props['checked'] === true}
        readOnly
        aria-label={props['checked'] === true ? nl.common.verdicts.ja : nl.common.verdicts.nee}
      />
    );
  if (tag === 'table')
    return (
      <div key={key} className="table-wrap" tabIndex={0} role="group">
        <table className="table">{inside}</table>
      </div>
    );
  if (tag === 'td' || tag === 'th')
    return createElement(tag, { key, className: align(props['align']), ...(tag === 'th' ? { scope: 'col' } : {}) }, ...inside);
  if (tag === 'h1' || tag === 'h2') return <h3 key={key}>{inside}</h3>;
  if (!plain.has(tag)) return <Fragment key={key}>{inside}</Fragment>;
  const id = typeof props['id'] === 'string' ? { id: props['id'] } : {};
  const start = tag === 'ol' && typeof props['start'] === 'number' ? { start: props['start'] } : {};
  return createElement(tag, { key, ...id, ...start }, ...(tag === 'br' || tag === 'hr' ? [] : inside));
}

const align = (value: unknown): string | undefined => (value === 'right' || value === 'center' ? `align-${value}` : undefined);

function link(props: ElementNode['props'], inside: ReactNode[], key: number, context: Drawing): ReactNode {
  const entry = props['dataEntry'];
  const href = props['href'];
  if (typeof entry === 'string')
    return (
      <a key={key} href={context.hrefOf(entry)}>
        {inside}
      </a>
    );
  if (typeof href !== 'string') return <Fragment key={key}>{inside}</Fragment>;
  // A link within the text would otherwise change where the window is.
  if (href.startsWith('#')) return inPage(props, href.slice(1), inside, key);
  if (!/^(https?:\/\/|mailto:)/i.test(href)) return <Fragment key={key}>{inside}</Fragment>;
  return outward(href, inside, key, context);
}

/** A link out of the app asks first, and shows where it goes. */
function outward(href: string, inside: ReactNode, key: number, context: Drawing): ReactNode {
  return (
    <a
      key={key}
      href={href}
      rel="noreferrer"
      onClick={(event: MouseEvent) => {
        event.preventDefault();
        context.leave(href);
      }}
      onAuxClick={(event: MouseEvent) => event.preventDefault()}
    >
      {inside}
    </a>
  );
}

function inPage(props: ElementNode['props'], target: string, inside: ReactNode[], key: number): ReactNode {
  const label = props['ariaLabel'];
  return (
    <button
      key={key}
      type="button"
      className="link"
      id={typeof props['id'] === 'string' ? props['id'] : undefined}
      aria-label={typeof label === 'string' ? label : undefined}
      onClick={() => {
        const element = document.getElementById(target) ?? document.getElementById(`tekst-${target}`);
        element?.scrollIntoView({ block: 'center' });
      }}
    >
      {inside}
    </button>
  );
}

/** Pictures come from the kennismap, or out of the bundle itself. One of the web is never fetched: it is a link to there; any other stands as its description. */
function picture(props: ElementNode['props'], key: number, context: Drawing): ReactNode {
  const { inlinePictures: inline, linked = false } = context;
  const src = props['src'];
  const alt = typeof props['alt'] === 'string' ? props['alt'] : '';
  if (inline && typeof src === 'string' && /^data:image\/[a-z+]+;base64,[A-Za-z0-9+/=]*$/.test(src))
    return <img key={key} className="picture" src={src} alt={alt} />;
  if (typeof src === 'string' && /^https?:\/\//i.test(src))
    return linked ? <em key={key}>{nl.common.imageOutside(alt)}</em> : outward(src, nl.common.imageOutside(alt), key, context);
  if (typeof src !== 'string' || !/^files\/[^\\]+$/.test(src) || src.includes('..')) return <em key={key}>{nl.common.imageMissing(alt)}</em>;
  return <img key={key} className="picture" src={`/${src}`} alt={alt} loading="lazy" />;
}
