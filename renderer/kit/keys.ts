import { useEffect, useRef } from 'react';

type Keys = Readonly<Record<string, ((event: KeyboardEvent) => void) | undefined>>;

/** A pressed key with its modifiers, as in `Ctrl+Shift+F3`; Cmd counts as Ctrl. */
export function pressed(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  return [event.ctrlKey || event.metaKey ? 'Ctrl' : '', event.altKey ? 'Alt' : '', event.shiftKey ? 'Shift' : '', key].filter(Boolean).join('+');
}

/** Shortcuts that hold wherever the focus is. An open dialog has its own keys, so these wait. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const run = latest.current[pressed(event)];
      if (!run || event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return;
      // In a field of one line Escape belongs to the field.
      if (event.key === 'Escape' && event.target instanceof HTMLInputElement) return;
      // While typing, taking back is about the letters.
      if (/^Ctrl\+(Shift\+)?[ZY]$/.test(pressed(event)) && isTyping(event.target)) return;
      event.preventDefault();
      run(event);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

/** Keys as a person reads them: `Ctrl+K` is `Ctrl K`. */
export const keyText = (keys: string): string => keys.replaceAll('+', ' ');

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type)) ||
  (target instanceof HTMLElement && target.isContentEditable);
