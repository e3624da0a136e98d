import type { Editor } from '@tiptap/core';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../kit/button.tsx';
import { Dialog } from '../../../kit/dialog.tsx';
import { TextArea } from '../../../kit/field.tsx';
import { nl } from '../../../text/nl.ts';
import { changeNote, findNote, insertNote, removeNote, type FoundNote } from './footnotes.ts';

/** A footnote that is asked about: a new one at a place, or the one whose mark stands there. */
export interface AskedNote {
  kind: 'note';
  at: number;
  label?: string | undefined;
}

const words = nl.writing.notes;

/** The words of a footnote: write, change, or take it away with its mark. */
export function NoteDialog({ editor, asked, onClose }: { editor: Editor; asked: AskedNote; onClose(): void }): ReactNode {
  const { at, label } = asked;
  const found = label === undefined ? undefined : findNote(editor.state.doc, label);
  const [text, setText] = useState(found?.plain ?? '');
  const [wrong, setWrong] = useState<string>();
  const editable = label === undefined || found?.plain !== undefined;
  const type = (typed: string): void => {
    setText(typed);
    setWrong(undefined);
  };
  const close = (): void => {
    onClose();
    editor.commands.focus();
  };
  const submit = (): void => {
    if (editable && text.trim() === '') {
      setWrong(words.empty);
      return;
    }
    keep(editor, at, found, text);
    close();
  };
  const remove = (): void => {
    if (label !== undefined) removeNote(editor, at, label);
    close();
  };
  return (
    <Dialog
      title={label === undefined ? words.add : words.title(label)}
      onClose={close}
      onSubmit={submit}
      foot={
        <Foot
          onClose={close}
          onRemove={label === undefined ? undefined : remove}
          primary={label === undefined ? words.insert : editable ? words.keep : found && words.toNote}
        />
      }
    >
      {editable ? (
        <TextArea label={words.text} wrong={wrong} lang="nl" spellCheck data-autofocus value={text} onChange={(event) => type(event.target.value)} />
      ) : (
        <p>{found ? words.rich : words.missing}</p>
      )}
    </Dialog>
  );
}

function keep(editor: Editor, at: number, found: FoundNote | undefined, text: string): void {
  if (!found) insertNote(editor, at, text);
  else if (found.plain === undefined) editor.commands.setTextSelection(found.at + 2);
  else if (text !== found.plain) changeNote(editor, found, text);
}

interface FootProps {
  onClose(): void;
  onRemove: (() => void) | undefined;
  primary: string | undefined;
}

function Foot({ onClose, onRemove, primary }: FootProps): ReactNode {
  return (
    <>
      <Button look="quiet" onClick={onClose}>
        {nl.common.cancel}
      </Button>
      {onRemove && <Button onClick={onRemove}>{words.remove}</Button>}
      {primary !== undefined && (
        <Button look="primary" type="submit">
          {primary}
        </Button>
      )}
    </>
  );
}
