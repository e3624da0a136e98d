import type { ReactNode } from 'react';
import type { Keyword } from '../../../domain/entries/keywords.ts';
import { toggleValue } from '../../../domain/search/query-edit.ts';
import { hrefOf } from '../../data/routes.ts';
import { Button } from '../../kit/button.tsx';
import { Checkbox } from '../../kit/checkbox.tsx';
import { nl } from '../../text/nl.ts';
import { numberText } from '../../text/nl/format.ts';
import type { KeywordTask } from './keyword-dialog.tsx';

interface KeywordRowProps {
  keyword: Keyword;
  picked: boolean;
  onPick(on: boolean): void;
  onTask(task: KeywordTask): void;
}

/** One trefwoord: how often it is used, and what can be done with it. */
export function KeywordRow({ keyword, picked, onPick, onTask }: KeywordRowProps): ReactNode {
  const { value, ids } = keyword;
  return (
    <li className="keyword-row">
      <Checkbox checked={picked} onChange={onPick}>
        {value}
      </Checkbox>
      <a
        className="keyword-count"
        href={hrefOf({ screen: 'bibliotheek', q: toggleValue('', 'trefwoord', value), sort: 'relevantie' })}
        aria-label={nl.many.show(value, ids.length)}
      >
        {numberText(ids.length)}
      </a>
      <span className="row">
        <Button small look="quiet" aria-label={nl.many.renameLabel(value)} onClick={() => onTask({ what: 'rename', keywords: [keyword] })}>
          {nl.many.rename}
        </Button>
        <Button small look="quiet" aria-label={nl.many.retireLabel(value)} onClick={() => onTask({ what: 'retire', keywords: [keyword] })}>
          {nl.many.retire}
        </Button>
      </span>
    </li>
  );
}
