import type { Editor } from '@tiptap/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { failureSentence } from '../../../../domain/api/failures.ts';
import type { EntryDetail } from '../../../../domain/entries/entry.ts';
import { largestPicture, pictureAbout, pictureFile, Rights, type PictureAbout } from '../../../../domain/entries/pictures.ts';
import { useAction } from '../../../data/use-action.ts';
import { Button } from '../../../kit/button.tsx';
import { Callout } from '../../../kit/callout.tsx';
import { Dialog } from '../../../kit/dialog.tsx';
import { TextField } from '../../../kit/field.tsx';
import { Select } from '../../../kit/select.tsx';
import { nl } from '../../../text/nl.ts';
import { pictureSource } from './picture-node.ts';

/** A picture that is asked about: a new one, with its file when that is known, or one in the text. */
export interface AskedPicture {
  kind: 'picture';
  at: number;
  file?: File | undefined;
  image?: { src: string; alt: string } | undefined;
}

interface PictureDialogProps {
  editor: Editor;
  entry: EntryDetail;
  asked: AskedPicture;
  onClose(): void;
}

const words = nl.pictures;

/** Asks what is on a picture, whose it is and who can be seen, and puts it in the text or changes what is said of it. */
export function PictureDialog({ editor, entry, asked, onClose }: PictureDialogProps): ReactNode {
  const { image, at } = asked;
  const [file, setFile] = useState(asked.file);
  const [alt, setAlt] = useState(image?.alt ?? '');
  const [about, setAbout] = useState<PictureAbout>(() => knownAbout(entry, image?.src));
  const [wrong, setWrong] = useState<string>();
  const { put, busy } = usePutting(entry, setWrong);
  const close = (): void => {
    onClose();
    editor.commands.focus();
  };
  const submit = async (): Promise<void> => {
    const address = await put(image?.src, file, about);
    if (address === undefined) return;
    if (image) changeAlt(editor, at, alt.trim());
    else insertPicture(editor, at, address, alt.trim());
    close();
  };
  const remove = (): void => {
    editor
      .chain()
      .deleteRange({ from: at, to: at + 1 })
      .run();
    close();
  };
  return (
    <Dialog
      title={image ? words.change : words.add}
      onClose={close}
      onSubmit={() => void submit()}
      foot={<Foot old={image !== undefined} busy={busy} onClose={close} onRemove={remove} />}
    >
      {!image && <FileChoice file={file} onChoose={setFile} />}
      <Preview file={file} src={image && pictureSource(entry.path, image.src)} />
      {wrong && <Callout tone="no">{wrong}</Callout>}
      <TextField
        label={words.alt}
        hint={words.altHint}
        value={alt}
        maxLength={1000}
        data-autofocus
        onChange={(event) => setAlt(event.target.value)}
      />
      <AboutFields about={about} onChange={setAbout} />
    </Dialog>
  );
}

const knownAbout = (entry: EntryDetail, src: string | undefined): PictureAbout =>
  (src === undefined ? undefined : pictureAbout(entry.fields['afbeeldingen'], pictureFile(src))) ?? { rights: 'onbekend' };

function usePutting(
  entry: EntryDetail,
  setWrong: (wrong: string) => void,
): { put(src: string | undefined, file: File | undefined, about: PictureAbout): Promise<string | undefined>; busy: boolean } {
  const told = {
    onFailure: (failure: Error) => {
      setWrong(failure.message);
      return true;
    },
  };
  const add = useAction('pictures.add', told);
  const describe = useAction('pictures.describe', told);
  const put = async (src: string | undefined, file: File | undefined, about: PictureAbout): Promise<string | undefined> => {
    if (src !== undefined) {
      const known = pictureSource(entry.path, src) !== undefined && about !== undefined;
      return !known || (await describe.run({ id: entry.id, address: src, about })) ? src : undefined;
    }
    if (!file) setWrong(words.noFile);
    else if (file.size > largestPicture) setWrong(failureSentence('picture.too-large', { name: file.name, limit: largestPicture / 1024 / 1024 }));
    else return (await add.run({ id: entry.id, name: file.name, data: await base64Of(file), about }))?.address;
    return undefined;
  };
  return { put, busy: add.busy || describe.busy };
}

function Foot({ old, busy, onClose, onRemove }: { old: boolean; busy: boolean; onClose(): void; onRemove(): void }): ReactNode {
  return (
    <>
      <Button look="quiet" onClick={onClose}>
        {nl.common.cancel}
      </Button>
      {old && <Button onClick={onRemove}>{words.remove}</Button>}
      <Button look="primary" type="submit" disabled={busy}>
        {old ? words.keep : words.insert}
      </Button>
    </>
  );
}

function FileChoice({ file, onChoose }: { file: File | undefined; onChoose(file: File): void }): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  return (
    <p className="row">
      <Button onClick={() => input.current?.click()}>{file ? words.other : words.choose}</Button>
      <span className="small faint">{file ? file.name : words.kinds}</span>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={words.choose}
        accept="image/png,image/jpeg,image/webp,image/gif"
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          if (chosen) onChoose(chosen);
        }}
      />
    </p>
  );
}

function Preview({ file, src }: { file: File | undefined; src: string | undefined }): ReactNode {
  const [local, setLocal] = useState<string>();
  useEffect(() => {
    if (!file) return undefined;
    const made = URL.createObjectURL(file);
    setLocal(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  const shown = file ? local : src;
  return shown === undefined ? null : <img className="ink-preview" src={shown} alt={words.preview} />;
}

function AboutFields({ about, onChange }: { about: PictureAbout; onChange(about: PictureAbout): void }): ReactNode {
  const seen = about.persons === undefined ? '' : about.persons ? 'ja' : 'nee';
  return (
    <>
      <Select
        label={words.rights}
        value={about.rights}
        options={Rights.options.map((value) => ({ value, label: words.rightsOf[value] }))}
        onChange={(value) => onChange({ ...about, rights: Rights.parse(value) })}
      />
      <TextField
        label={words.maker}
        hint={words.makerHint}
        value={about.maker ?? ''}
        maxLength={200}
        onChange={(event) => onChange({ ...about, maker: event.target.value })}
      />
      <Select
        label={words.persons}
        hint={about.persons ? words.personsHint : undefined}
        value={seen}
        options={['', 'nee', 'ja'].map((value) => ({ value, label: words.personsOf[value as '' | 'nee' | 'ja'] }))}
        onChange={(value) => onChange({ rights: about.rights, maker: about.maker, ...(value === '' ? {} : { persons: value === 'ja' }) })}
      />
    </>
  );
}

const base64Of = (file: File): Promise<string> =>
  new Promise((done, failed) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => done(typeof reader.result === 'string' ? reader.result.replace(/^[^,]*,/, '') : ''));
    reader.addEventListener('error', () => failed(reader.error ?? new Error('unreadable')));
    reader.readAsDataURL(file);
  });

function changeAlt(editor: Editor, at: number, alt: string): void {
  const node = editor.state.doc.nodeAt(at);
  if (node?.type.name === 'image') editor.view.dispatch(editor.state.tr.setNodeMarkup(at, undefined, { ...node.attrs, alt }));
}

function insertPicture(editor: Editor, at: number, src: string, alt: string): void {
  const place = editor.state.doc.resolve(Math.min(at, editor.state.doc.content.size));
  const picture = { type: 'image', attrs: { src, alt } };
  const inLine = place.parent.inlineContent && place.parent.type.name !== 'codeBlock';
  const to = inLine ? place.pos : place.depth > 0 ? place.after(1) : place.pos;
  editor
    .chain()
    .insertContentAt(to, inLine ? picture : { type: 'paragraph', content: [picture] })
    .run();
}
