import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { EntryDetail } from '../../../domain/entries/entry.ts';
import { go } from '../../data/routes.ts';
import { Tabs } from '../../kit/tabs.tsx';
import { nl } from '../../text/nl.ts';
import { FieldsForm } from './form/fields-form.tsx';
import type { Filling } from './form/use-filling.ts';

type Side = 'vragen' | 'gegevens';
const remembered = 'oogst.schrijfzijde';
const panel = 'schrijfzijde';

/** The write-up whose fields were asked for from elsewhere; its pane opens with the cursor in them. */
let asked: string | undefined;

/** Opens a write-up for writing with the cursor in its fields. */
export function openFields(id: string, query: string): void {
  asked = id;
  go({ screen: 'stuk', id, edit: true, q: query });
}

/** Beside the text: the questions that go with it, or its fields. */
export function SidePane({ entry, filling, children }: { entry: EntryDetail; filling: Filling; children: ReactNode }): ReactNode {
  const pane = useRef<HTMLElement>(null);
  const [called] = useState(() => asked === entry.id);
  const [side, setSide] = useState<Side>(() => (called || window.localStorage.getItem(remembered) === 'gegevens' ? 'gegevens' : 'vragen'));
  useEffect(() => {
    if (!called) return;
    asked = undefined;
    pane.current?.querySelector<HTMLElement>('.form-all :is(input, select, textarea)')?.focus();
  }, [called]);
  const stuck = filling.state === 'clash' || filling.state === 'failed';
  useEffect(() => {
    if (stuck) setSide('gegevens');
  }, [stuck]);
  const choose = (id: string): void => {
    const chosen = id === 'gegevens' ? 'gegevens' : 'vragen';
    window.localStorage.setItem(remembered, chosen);
    setSide(chosen);
  };
  const keys = (event: KeyboardEvent<HTMLElement>): void => {
    // Out of the fields first; from the tab Escape leaves the writing.
    if (event.key !== 'Escape' || !(event.target instanceof Element) || event.target.closest('[role=tablist]')) return;
    event.preventDefault();
    pane.current?.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus();
  };
  const tabs = [
    { id: 'vragen', label: nl.form.questions },
    { id: 'gegevens', label: nl.form.fields },
  ];
  return (
    <aside ref={pane} className="guide" aria-label={nl.form.side} onKeyDown={keys}>
      <Tabs label={nl.form.side} tabs={tabs} chosen={side} onChoose={choose} panel={() => panel} />
      <div id={panel} role="tabpanel" className="guide-panel" aria-label={side === 'gegevens' ? nl.form.fields : nl.form.questions}>
        {side === 'gegevens' ? <FieldsForm entry={entry} filling={filling} /> : children}
      </div>
    </aside>
  );
}
