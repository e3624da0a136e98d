import type { Editor } from '@tiptap/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useCall } from '../../../data/use-call.ts';
import { linkTo } from './link-names.ts';
import { nl } from '../../../text/nl.ts';

interface Asked {
  /** Typed behind the brackets. */
  query: string;
  from: number;
  to: number;
}

/** What is being typed behind two open brackets, if that is where the cursor is. */
function askedFor(editor: Editor): Asked | undefined {
  const { $from, empty } = editor.state.selection;
  if (!empty || !$from.parent.isTextblock || $from.parent.type.name === 'codeBlock') return undefined;
  const before = $from.parent.textBetween(Math.max(0, $from.parentOffset - 100), $from.parentOffset, undefined, '\uFFFC');
  const query = /\[\[([^[\]\uFFFC]{0,80})$/.exec(before)?.[1];
  return query === undefined ? undefined : { query, from: $from.pos - query.length - 2, to: $from.pos };
}

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Hears keys before the editor does; answers whether one was used. */
function useKeysFirst(editor: Editor, used: (key: string) => boolean): void {
  const latest = useRef(used);
  latest.current = used;
  useEffect(() => {
    const place = editor.view.dom.parentElement;
    const keys = (event: KeyboardEvent): void => {
      if (!latest.current(event.key)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    place?.addEventListener('keydown', keys, true);
    return () => place?.removeEventListener('keydown', keys, true);
  }, [editor]);
}

/** While a link to another write-up is typed: the titles that fit. Arrows choose, Enter takes, Escape closes. */
export function WikilinkList({ editor, revision }: { editor: Editor; revision: number }): ReactNode {
  const titles = useCall('entries.titles', {}).data ?? [];
  const asked = askedFor(editor);
  const [chosen, setChosen] = useState(0);
  const [closed, setClosed] = useState<number>();
  const query = folded(asked?.query ?? '');
  const fitting = asked && closed !== asked.from ? titles.filter(({ id, title }) => folded(`${title} ${id}`).includes(query)).slice(0, 8) : [];
  const at = Math.min(chosen, fitting.length - 1);
  const take = (one: Titled): void => {
    if (!asked) return;
    const target = { type: 'wikilink', attrs: { target: linkTo(one, titles) } };
    editor
      .chain()
      .focus()
      .insertContentAt({ from: asked.from, to: asked.to }, [target, { type: 'text', text: ' ' }])
      .run();
  };
  useEffect(() => setChosen(0), [query]);
  useKeysFirst(editor, (key) => {
    const one = fitting[at];
    if (!one) return false;
    if (key === 'Escape') setClosed(asked?.from);
    else if (key === 'ArrowDown' || key === 'ArrowUp') setChosen((at + (key === 'ArrowDown' ? 1 : -1) + fitting.length) % fitting.length);
    else if (key === 'Enter' || key === 'Tab') take(one);
    else return false;
    return true;
  });
  useEffect(() => {
    const { dom } = editor.view;
    if (fitting.length === 0) dom.removeAttribute('aria-activedescendant');
    else dom.setAttribute('aria-activedescendant', `koppeling-${at}`);
  }, [editor, fitting.length, at, revision]);
  if (fitting.length === 0 || !asked) return null;
  return <Titles titles={fitting} at={at} spot={editor.view.coordsAtPos(asked.from)} onTake={take} />;
}

interface Titled {
  id: string;
  title: string;
}

interface TitlesProps {
  titles: readonly Titled[];
  at: number;
  spot: { left: number; bottom: number };
  onTake(one: Titled): void;
}

function Titles({ titles, at, spot, onTake }: TitlesProps): ReactNode {
  return (
    <ul className="ink-titles" role="listbox" aria-label={nl.writing.titles} style={{ left: spot.left, top: spot.bottom + 4 }}>
      {titles.map((one, k) => (
        <li key={one.id} role="presentation">
          <button
            type="button"
            role="option"
            id={`koppeling-${k}`}
            tabIndex={-1}
            aria-selected={k === at}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onTake(one)}
          >
            {one.title}
            {titles.some(({ id, title }) => title === one.title && id !== one.id) && <span className="faint"> {one.id}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}
