import { X } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { IconButton } from '../../../kit/button.tsx';
import { Combobox, type Suggestion } from '../../../kit/combobox.tsx';
import { nl } from '../../../text/nl.ts';
import type { ControlProps, FormPlace } from './control.ts';
import { asList, inWords } from './field-values.ts';

/** The id or title between the brackets that other programs put around it. */
const bare = (value: string): string => value.replace(/^\[\[([^\]|]*)(?:\|[^\]]*)?\]\]$/, '$1').trim();

function titleOf(place: FormPlace, value: string): string {
  const wanted = bare(value);
  const found = place.titles.find((entry) => entry.id === wanted) ?? place.titles.find((entry) => entry.title === wanted);
  return found?.title ?? nl.form.noEntry(wanted);
}

/** Other write-ups this one points at, found by their title; only of the kinds that may be meant. */
export function LinkControl({ field, place, value, wrong, onChange, onLeave }: ControlProps): ReactNode {
  const [text, setText] = useState('');
  const single = field.type === 'verwijzing';
  const chosen = single && typeof value === 'string' ? [value] : asList(value);
  const ids = chosen.map((one) => bare(inWords(one)));
  const offered = useOffered(place, field.kinds).filter((one) => !ids.includes(one.value));
  return (
    <div className="field">
      <span className="label" aria-hidden>
        {field.label}
      </span>
      {ids.length > 0 && (
        <ul className="link-list" aria-label={field.label}>
          {chosen.map((one, index) => (
            <li key={`${index} ${inWords(one)}`}>
              <span>{titleOf(place, inWords(one))}</span>
              <IconButton
                icon={X}
                label={nl.form.removeLink(titleOf(place, inWords(one)))}
                onClick={() => onChange(single ? '' : chosen.toSpliced(index, 1), 'now')}
              />
            </li>
          ))}
        </ul>
      )}
      <Combobox
        label={field.label}
        hideLabel
        hint={field.hint}
        wrong={wrong}
        eager
        placeholder={nl.form.findEntry}
        text={text}
        suggestions={offered}
        onText={setText}
        onTake={(id) => {
          setText('');
          onChange(single ? id : [...chosen, id], 'now');
        }}
        onEnter={() => undefined}
        onLeave={() => {
          setText('');
          onLeave();
        }}
      />
    </div>
  );
}

function useOffered({ titles, self, vocabulary }: FormPlace, kinds: readonly string[] | undefined): Suggestion[] {
  return useMemo(() => {
    const nameOf = (kind: string): string => vocabulary.kinds.find((one) => one.id === kind)?.name ?? kind;
    return titles
      .filter((entry) => entry.id !== self && (!kinds || kinds.includes(entry.kind)))
      .map((entry) => ({ value: entry.id, label: entry.title, note: kinds?.length === 1 ? undefined : nameOf(entry.kind) }))
      .sort((a, b) => a.label.localeCompare(b.label, 'nl'));
  }, [titles, self, vocabulary, kinds]);
}
