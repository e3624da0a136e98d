import { useEffect } from 'react';
import { useSettings } from './use-settings.ts';

const themes = { systeem: undefined, licht: 'light', donker: 'dark' } as const;

/** Puts the chosen theme and contrast on the page; the tokens do the rest. */
export function useTheme(): void {
  const { theme, contrast } = useSettings().settings;
  useEffect(() => {
    const root = document.documentElement;
    const chosen = themes[theme];
    if (chosen) root.dataset['theme'] = chosen;
    else delete root.dataset['theme'];
    if (contrast === 'hoog') root.dataset['contrast'] = 'more';
    else delete root.dataset['contrast'];
  }, [theme, contrast]);
}
