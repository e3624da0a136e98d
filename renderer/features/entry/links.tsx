import { ArrowLeft, ArrowRight, CircleAlert, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { EntryDetail, EntryLink } from '../../../domain/entries/entry.ts';
import type { Field } from '../../../domain/entries/kind.ts';
import type { Vocabulary } from '../../../domain/entries/vocabulary.ts';
import { hrefOf } from '../../data/routes.ts';
import { useAction } from '../../data/use-action.ts';
import { useUndo } from '../../data/use-undo.ts';
import { nl } from '../../text/nl.ts';
import { LinkDialog } from './link-dialog.tsx';
import { danglingIn, linkFields } from './link-fields.ts';

interface LinksProps {
  entry: EntryDetail;
  vocabulary: Vocabulary;
}

/** The links of a write-up per field, to follow, add and take away, and what the text links to. */
export function Links({ entry, vocabulary }: LinksProps): ReactNode {
  const [adding, setAdding] = useState(false);
  const fields = vocabulary.fields.filter((field) => field.type === 'verwijzing' || field.type === 'verwijzingen');
  const canAdd = !entry.locked && linkFields(vocabulary, entry.kind).length > 0;
  const inText = once(entry.links.filter((link) => link.field === 'tekst'));
  const groups = fields
    .map((field) => ({ field, links: once(entry.links.filter((link) => link.field === field.key)), dangling: danglingIn(entry, field) }))
    .filter(({ links, dangling }) => links.length + dangling.length > 0);
  if (!canAdd && groups.length === 0 && inText.length === 0) return null;
  return (
    <section>
      <h2>
        {nl.relations.title}
        {canAdd && (
          <button type="button" className="link push" onClick={() => setAdding(true)}>
            {nl.relations.add}
          </button>
        )}
      </h2>
      {groups.length === 0 && inText.length === 0 && <p className="small faint">{nl.relations.none}</p>}
      {groups.map(({ field, links, dangling }) => (
        <FieldLinks key={field.key} entry={entry} field={field} links={links} dangling={dangling} />
      ))}
      {inText.length > 0 && <LinkGroup title={nl.relations.inText} links={inText} />}
      {adding && <LinkDialog entry={entry} vocabulary={vocabulary} onClose={() => setAdding(false)} />}
    </section>
  );
}

interface FieldLinksProps {
  entry: EntryDetail;
  field: Field;
  links: readonly EntryLink[];
  /** Values that lead nowhere. */
  dangling: readonly string[];
}

function FieldLinks({ entry, field, links, dangling }: FieldLinksProps): ReactNode {
  const { back } = useUndo();
  const titleOf = (to: string): string => links.find((link) => link.id === to)?.title ?? to;
  const unlink = useAction('relations.unlink', {
    said: (saved, { to }) => ({ text: nl.relations.unlinked(titleOf(to)), undo: () => back({ label: 'koppeling', id: saved.id }) }),
  });
  const remove = (to: string) => (): void => void unlink.run({ id: entry.id, field: field.key, to });
  return (
    <div className="link-group">
      <h3>{field.label}</h3>
      <ul className="links">
        {links.map((link) => (
          <li key={link.id}>
            <ArrowRight className="icon icon-sm" aria-hidden />
            <a href={addressOf(link.id)}>{link.title}</a>
            {!entry.locked && <Remove label={nl.relations.unlink(field.label, link.title)} onRemove={remove(link.id)} />}
          </li>
        ))}
        {dangling.map((value) => (
          <li key={value}>
            <CircleAlert className="icon icon-sm level-fout" aria-hidden />
            <span className="faint">{nl.relations.nowhere(value)}</span>
            {!entry.locked && <Remove label={nl.relations.unlink(field.label, value)} onRemove={remove(value)} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Remove({ label, onRemove }: { label: string; onRemove(): void }): ReactNode {
  return (
    <button type="button" className="link-remove" aria-label={label} title={label} onClick={onRemove}>
      <X className="icon icon-sm" aria-hidden />
    </button>
  );
}

/** Who points here, by what they say about it. */
export function Backlinks({ entry, vocabulary }: LinksProps): ReactNode {
  const fields = [...new Set(entry.backlinks.map((link) => link.field))];
  const order = (key: string): number => (key === 'tekst' ? Infinity : vocabulary.fields.findIndex((field) => field.key === key));
  if (fields.length === 0) return null;
  return (
    <section>
      <h2>{nl.entry.backlinks}</h2>
      {fields
        .toSorted((a, b) => order(a) - order(b))
        .map((key) => (
          <LinkGroup
            key={key}
            back
            title={nl.relations.back(key, vocabulary.fields.find((field) => field.key === key)?.label ?? key)}
            links={once(entry.backlinks.filter((link) => link.field === key))}
          />
        ))}
    </section>
  );
}

function LinkGroup({ title, links, back = false }: { title: string; links: readonly EntryLink[]; back?: boolean }): ReactNode {
  const Icon = back ? ArrowLeft : ArrowRight;
  return (
    <div className="link-group">
      <h3>{title}</h3>
      <ul className="links">
        {links.map((link) => (
          <li key={link.id}>
            <Icon className="icon icon-sm" aria-hidden />
            <a href={addressOf(link.id)}>{link.title}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

const addressOf = (id: string): string => hrefOf({ screen: 'stuk', id, edit: false, q: '' });
const once = (links: readonly EntryLink[]): EntryLink[] => [...new Map(links.map((link) => [link.id, link])).values()];
