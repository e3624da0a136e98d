import { Folder } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { nl } from '../../text/nl.ts';
import type { Crumb } from './trail.ts';

interface FolderListProps {
  folders: readonly Crumb[];
  /** The folder that is pointed at; none at first, as then the folder that is open would be chosen. */
  marked: string | undefined;
  onMark(path: string): void;
  onOpen(path: string): void;
  onUp(): void;
}

/** The folders here. Arrows and first letters choose, Enter opens, Backspace goes back. It takes the focus when it is drawn for another folder. */
export function FolderList({ folders, marked, onMark, onOpen, onUp }: FolderListProps): ReactNode {
  const list = useRef<HTMLUListElement>(null);
  const now = folders.findIndex((folder) => folder.path === marked);
  const setAt = (index: number): void => {
    const folder = folders[index];
    if (folder) onMark(folder.path);
  };
  useFocusAtFirst(list);
  useEffect(() => {
    list.current?.children[now]?.scrollIntoView({ block: 'nearest' });
  }, [now]);
  const keys = useListKeys({ folders, now, setAt, onOpen, onUp });
  return (
    <>
      <ul
        ref={list}
        className="folders-list"
        role="listbox"
        tabIndex={0}
        aria-label={nl.folders.list}
        aria-activedescendant={now >= 0 ? `map-${now}` : undefined}
        title={nl.folders.hint}
        onKeyDown={keys}
      >
        {folders.map((folder, index) => (
          // The keys are those of the list.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <li
            key={folder.path}
            id={`map-${index}`}
            role="option"
            aria-selected={index === now}
            onClick={() => setAt(index)}
            onDoubleClick={() => onOpen(folder.path)}
          >
            <Folder className="icon icon-sm" aria-hidden />
            <span>{folder.name}</span>
          </li>
        ))}
      </ul>
      {folders.length === 0 && <p className="small faint folders-empty">{nl.folders.empty}</p>}
    </>
  );
}

function useFocusAtFirst(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    list.current?.focus({ preventScroll: true });
  }, [list]);
}

interface ListKeys extends Omit<FolderListProps, 'marked' | 'onMark'> {
  now: number;
  setAt(index: number): void;
}

/** Letters typed within this time are one word, in milliseconds. */
const wordTime = 800;

function useListKeys({ folders, now, setAt, onOpen, onUp }: ListKeys): (event: KeyboardEvent) => void {
  const typed = useRef({ text: '', time: 0 });
  const jump = (letter: string): void => {
    const time = Date.now();
    const text = time - typed.current.time < wordTime ? typed.current.text + letter : letter;
    typed.current = { text, time };
    const found = folders.findIndex((folder) => folder.name.toLocaleLowerCase('nl').startsWith(text.toLocaleLowerCase('nl')));
    if (found >= 0) setAt(found);
  };
  return (event) => {
    const last = folders.length - 1;
    const to = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: last, PageDown: now + 8, PageUp: now - 8 }[event.key];
    const folder = folders[now];
    if (to !== undefined) setAt(Math.min(last, Math.max(0, to)));
    else if ((event.key === 'Enter' || event.key === 'ArrowRight') && folder) onOpen(folder.path);
    else if (event.key === 'Backspace' || event.key === 'ArrowLeft') onUp();
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) jump(event.key);
    else return;
    event.preventDefault();
  };
}
