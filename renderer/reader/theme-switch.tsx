import { Moon, Sun } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button } from '../kit/button.tsx';
import { nl } from '../text/nl.ts';

/** Light or dark, until the page is closed; at first the system decides. */
export function ThemeSwitch(): ReactNode {
  const [dark, setDark] = useState(() => window.matchMedia('(prefers-color-scheme: dark)').matches);
  const turn = (): void => {
    document.documentElement.dataset['theme'] = dark ? 'light' : 'dark';
    setDark(!dark);
  };
  return (
    <Button small look="quiet" icon={dark ? Sun : Moon} onClick={turn}>
      {dark ? nl.reader.light : nl.reader.dark}
    </Button>
  );
}
