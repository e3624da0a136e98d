import { CircleDashed, Link2, Merge, Quote } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EntryDetail } from '../../../domain/entries/entry.ts';
import type { Naming, Relative } from '../../../domain/entries/relations.ts';
import { go, hrefOf } from '../../data/routes.ts';
import { useAction } from '../../data/use-action.ts';
import { useCall } from '../../data/use-call.ts';
import { useUndo } from '../../data/use-undo.ts';
import { IconButton } from '../../kit/button.tsx';
import { nl } from '../../text/nl.ts';

/** So many are shown of each. */
const most = 5;

/** Other write-ups about the same, and those that name this one without a link. */
export function Kin({ entry }: { entry: EntryDetail }): ReactNode {
  const kin = useCall('relations.kin', { id: entry.id, limit: most });
  const naming = useCall('relations.mentions', { id: entry.id });
  return (
    <>
      <Alike entry={entry} relatives={kin.previous ? [] : (kin.data ?? [])} />
      <Mentions entry={entry} named={naming.previous ? [] : (naming.data ?? [])} />
    </>
  );
}

const addressOf = (id: string): string => hrefOf({ screen: 'stuk', id, edit: false, q: '' });

function Alike({ entry, relatives }: { entry: EntryDetail; relatives: readonly Relative[] }): ReactNode {
  if (relatives.length === 0) return null;
  return (
    <section>
      <h2>{nl.entry.similar}</h2>
      <ul className="links">
        {relatives.map(({ id, title, words, shared }) => (
          <li key={id}>
            <CircleDashed className="icon icon-sm" aria-hidden />
            <span>
              <a href={addressOf(id)}>{title}</a>
              {words.length > 0 && <small className="faint block">{nl.entry.similarWords(words)}</small>}
              {shared.length > 0 && <small className="faint block">{nl.relations.shared(shared)}</small>}
            </span>
            {!entry.locked && (
              <IconButton icon={Merge} label={nl.merging.openWith(title)} onClick={() => go({ screen: 'samen', id: entry.id, other: id })} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Mentions({ entry, named }: { entry: EntryDetail; named: readonly Naming[] }): ReactNode {
  const { back } = useUndo();
  const make = useAction('relations.linkMention', {
    said: (saved, { id }) => ({
      text: nl.relations.madeLink(named.find((one) => one.id === id)?.title ?? id),
      undo: () => back({ label: 'koppeling', id: saved.id }),
    }),
  });
  if (named.length === 0) return null;
  return (
    <section>
      <h2>{nl.entry.mentions}</h2>
      <ul className="links">
        {named.map(({ id, title, before, text, after }) => (
          <li key={id}>
            <Quote className="icon icon-sm" aria-hidden />
            <span>
              <a href={addressOf(id)}>{title}</a>
              <small className="faint block">
                {before}
                <b>{text}</b>
                {after}
              </small>
            </span>
            <IconButton
              icon={Link2}
              label={nl.relations.makeLinkIn(title)}
              disabled={make.busy}
              onClick={() => void make.run({ id, to: entry.id })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
