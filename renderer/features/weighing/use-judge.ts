import { useState } from 'react';
import { useSettings } from '../../data/use-settings.ts';

const place = 'oogst.weegt-als';

/** Who judges in this tab: the role of the settings, until somebody else takes the chair. */
export function useJudge(): { by: string; judgeAs(by: string): void } {
  const usual = useSettings().settings.judge.trim();
  const [other, setOther] = useState(() => window.sessionStorage.getItem(place) ?? '');
  return {
    by: other || usual,
    judgeAs: (by) => {
      const next = by.trim() === usual ? '' : by.trim();
      if (next) window.sessionStorage.setItem(place, next);
      else window.sessionStorage.removeItem(place);
      setOther(next);
    },
  };
}
