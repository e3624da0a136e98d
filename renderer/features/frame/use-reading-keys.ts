import { useEffect } from 'react';
import { focusFirstHit } from '../../kit/first-hit.ts';

/** How far a key moves a page, from how high it is; pixels. */
const steps: Readonly<Record<string, (page: HTMLElement) => number>> = {
  ArrowDown: () => 56,
  ArrowUp: () => -56,
  PageDown: ({ clientHeight }) => clientHeight * 0.9,
  PageUp: ({ clientHeight }) => -clientHeight * 0.9,
  ' ': ({ clientHeight }) => clientHeight * 0.9,
  'Shift+ ': ({ clientHeight }) => -clientHeight * 0.9,
  End: ({ scrollHeight }) => scrollHeight,
  Home: ({ scrollHeight }) => -scrollHeight,
};

/**
 * The keys for reading move the page while the focus is on the screen as a whole, as it is right after opening one: the part that scrolls lies within it
 * and would hear nothing. From a link of the navigation whole pages move. In a list the first arrow goes to the list.
 */
export function useReadingKeys(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
      const main = document.getElementById('inhoud');
      const { target } = event;
      const whole = target === document.body || target === main;
      const beside = target instanceof HTMLElement && target.closest('nav.nav') !== null && event.key.startsWith('Page');
      const step = steps[event.shiftKey ? `Shift+${event.key}` : event.key];
      if (!main || !step || !(whole || beside)) return;
      // There the arrows walk the criteria.
      if (event.key.startsWith('Arrow') && main.querySelector('.criteria')) return;
      const page = pageIn(main);
      if (event.key === 'ArrowDown' && focusFirstHit()) event.preventDefault();
      else if (page) {
        event.preventDefault();
        page.scrollBy({ top: step(page) });
      }
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

/** The largest part of the screen that scrolls. */
function pageIn(main: HTMLElement): HTMLElement | undefined {
  const size = ({ clientWidth, clientHeight }: HTMLElement): number => clientWidth * clientHeight;
  return [main, ...main.querySelectorAll<HTMLElement>('*')]
    .filter((element) => element.scrollHeight > element.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(element).overflowY))
    .sort((a, b) => size(b) - size(a))[0];
}
