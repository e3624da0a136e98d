import type { LucideIcon } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Kbd } from './kbd.tsx';

export interface MenuItem {
  id: string;
  label: string;
  /** A second, faint line. */
  hint?: string | undefined;
  icon?: LucideIcon | ((props: { className: string }) => ReactNode) | undefined;
  keys?: string | undefined;
  /** Ticked in a menu of choices. */
  chosen?: boolean | undefined;
  run(): void;
}

interface MenuProps {
  /** Drawn by the caller, so that a menu fits any bar. */
  button(props: {
    'aria-haspopup': 'menu';
    'aria-expanded': boolean;
    'aria-controls': string | undefined;
    onClick(): void;
    onKeyDown(event: KeyboardEvent): void;
    ref(element: HTMLButtonElement | null): void;
  }): ReactNode;
  label: string;
  items: readonly MenuItem[];
  align?: 'start' | 'end';
}

/** A list of things to do under a button. Arrows walk, Enter does, Escape closes and gives the focus back. */
export function Menu({ button, label, items, align = 'start' }: MenuProps): ReactNode {
  const [open, setOpen] = useState<'no' | 'first' | 'last'>('no');
  const opener = useRef<HTMLButtonElement>(null);
  const id = useId();
  const close = (focus: boolean): void => {
    setOpen('no');
    if (focus) opener.current?.focus();
  };
  return (
    <span className="menu-place">
      {button({
        'aria-haspopup': 'menu',
        'aria-expanded': open !== 'no',
        'aria-controls': open === 'no' ? undefined : id,
        onClick: () => setOpen(open === 'no' ? 'first' : 'no'),
        onKeyDown: (event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          setOpen(event.key === 'ArrowDown' ? 'first' : 'last');
        },
        ref: (element) => {
          opener.current = element;
        },
      })}
      {open !== 'no' && <MenuList id={id} label={label} items={items} align={align} from={open} onClose={close} />}
    </span>
  );
}

interface MenuListProps {
  id: string;
  label: string;
  items: readonly MenuItem[];
  align: 'start' | 'end';
  from: 'first' | 'last';
  onClose(focus: boolean): void;
}

function MenuList({ id, label, items, align, from, onClose }: MenuListProps): ReactNode {
  const list = useRef<HTMLUListElement>(null);
  const options = (): HTMLElement[] => [...(list.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
  useEffect(() => {
    const all = [...(list.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
    (from === 'last' ? all.at(-1) : all[0])?.focus();
  }, [from]);
  useEffect(() => {
    const outside = (event: PointerEvent): void => {
      if (event.target instanceof Node && !list.current?.parentElement?.contains(event.target)) onClose(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [onClose]);
  const keys = (event: KeyboardEvent): void => {
    const all = options();
    const now = all.findIndex((option) => option === document.activeElement);
    const to = { ArrowDown: (now + 1) % all.length, ArrowUp: (now - 1 + all.length) % all.length, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === 'Escape') onClose(true);
    else if (event.key === 'Tab') return onClose(false);
    else if (to !== undefined) all[to]?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const choices = items.some((item) => item.chosen !== undefined);
  return (
    <ul ref={list} id={id} role="menu" aria-label={label} className={`menu menu-${align}`} onKeyDown={keys}>
      {items.map((item) => (
        <li key={item.id} role="none">
          <button
            type="button"
            role={choices ? 'menuitemradio' : 'menuitem'}
            aria-checked={choices ? item.chosen === true : undefined}
            tabIndex={-1}
            className="menu-item"
            onClick={() => {
              onClose(true);
              item.run();
            }}
          >
            <MenuFace item={item} />
          </button>
        </li>
      ))}
    </ul>
  );
}

function MenuFace({ item: { icon: Icon, label, hint, keys } }: { item: MenuItem }): ReactNode {
  return (
    <>
      {Icon && <Icon className="icon" />}
      <span>
        {label}
        {hint && <small>{hint}</small>}
      </span>
      {keys && <Kbd>{keys}</Kbd>}
    </>
  );
}
