import type { Editor } from '@tiptap/core';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../kit/button.tsx';
import { Dialog } from '../../../kit/dialog.tsx';
import { TextField } from '../../../kit/field.tsx';
import { nl } from '../../../text/nl.ts';

/** Where a link goes. Without chosen text the address itself becomes the text. */
export function LinkDialog({ editor, onClose }: { editor: Editor; onClose(): void }): ReactNode {
  const now: unknown = editor.getAttributes('link')['href'];
  const [href, setHref] = useState(typeof now === 'string' ? now : '');
  const close = (): void => {
    onClose();
    editor.commands.focus();
  };
  const set = (): void => {
    setLink(editor, href);
    onClose();
  };
  return (
    <Dialog
      title={nl.writing.tools.link}
      onClose={close}
      onSubmit={set}
      foot={
        <>
          <Button look="quiet" onClick={close}>
            {nl.common.cancel}
          </Button>
          {now !== undefined && (
            <Button
              onClick={() => {
                editor.chain().focus().extendMarkRange('link').unsetLink().run();
                onClose();
              }}
            >
              {nl.writing.unlink}
            </Button>
          )}
          <Button look="primary" type="submit">
            {nl.writing.setLink}
          </Button>
        </>
      }
    >
      <TextField
        label={nl.writing.address}
        hint={nl.writing.addressHint}
        value={href}
        onChange={(event) => setHref(event.target.value)}
        data-autofocus
      />
    </Dialog>
  );
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
