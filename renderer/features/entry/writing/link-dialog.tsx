import type { Editor } from '@tiptap/core';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../kit/button.tsx';
import { Dialog } from '../../../kit/dialog.tsx';
import { Combobox } from '../../../kit/combobox.tsx';
import { useCall } from '../../../data/use-call.ts';
import { linkTo } from './link-names.ts';
import { nl } from '../../../text/nl.ts';

/** Where a link goes. Without chosen text the address itself becomes the text. */
export function LinkDialog({ editor, onClose }: { editor: Editor; onClose(): void }): ReactNode {
  const now: unknown = editor.getAttributes('link')['href'];
  const [href, setHref] = useState(typeof now === 'string' ? now : '');
  const titles = useCall('entries.titles', {}).data ?? [];
  const close = (): void => {
    onClose();
    editor.commands.focus();
  };
  const set = (): void => {
    setLink(editor, href);
    onClose();
  };
  const unlink = (): void => {
    editor.chain().focus().extendMarkRange('link').unsetLink().run();
    onClose();
  };
  return (
    <Dialog title={nl.writing.linkTitle} onClose={close} onSubmit={set} foot={<Foot linked={now !== undefined} onClose={close} onUnlink={unlink} />}>
      <Combobox
        label={nl.writing.address}
        hint={nl.writing.addressHint}
        text={href}
        onText={setHref}
        suggestions={titles.map(({ id, title, kind }) => ({ value: id, label: title, note: kind }))}
        onTake={(id) => {
          const one = titles.find((title) => title.id === id);
          if (one) linkEntry(editor, linkTo(one, titles));
          onClose();
        }}
        onEnter={set}
      />
    </Dialog>
  );
}

function Foot({ linked, onClose, onUnlink }: { linked: boolean; onClose(): void; onUnlink(): void }): ReactNode {
  return (
    <>
      <Button look="quiet" onClick={onClose}>
        {nl.common.cancel}
      </Button>
      {linked && <Button onClick={onUnlink}>{nl.writing.unlink}</Button>}
      <Button look="primary" type="submit">
        {nl.writing.setLink}
      </Button>
    </>
  );
}

/** A link to a write-up in the place of what is chosen, which then is its words. */
function linkEntry(editor: Editor, target: string): void {
  const { from, to } = editor.state.selection;
  const words = editor.state.doc
    .textBetween(from, to, ' ')
    .replace(/[[\]|\n]+/g, ' ')
    .trim();
  const [place = ''] = target.split('|');
  const link = { type: 'wikilink', attrs: { target: words === '' || words === place ? target : `${place}|${words}` } };
  editor.chain().focus().insertContent(link).run();
}

function setLink(editor: Editor, typed: string): void {
  const href = addressOf(typed);
  const chain = editor.chain().focus().extendMarkRange('link');
  if (href === '') chain.unsetLink().run();
  else if (editor.state.selection.empty && !editor.isActive('link'))
    chain.insertContent({ type: 'text', text: typed.trim(), marks: [{ type: 'link', attrs: { href } }] }).run();
  else chain.setLink({ href }).run();
}

/** An address as typed; one that begins with a name of a site gets `https://`. */
function addressOf(typed: string): string {
  const text = typed.trim();
  if (/^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(text)) return `mailto:${text}`;
  return /^(www\.|[\w-]+\.(nl|be|eu|com|org|net|info)(\/|$))/i.test(text) ? `https://${text}` : text;
}
