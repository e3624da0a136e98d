import { useState, type CSSProperties, type ReactNode } from 'react';
import { contrastWithWhite, readableAccent, type HouseStyle } from '../../../domain/bundle/house-style.ts';
import { useAction } from '../../data/use-action.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { Field, TextField } from '../../kit/field.tsx';
import { Select } from '../../kit/select.tsx';
import { nl } from '../../text/nl.ts';

interface StyleDialogProps {
  /** An empty id makes a new one. */
  style: HouseStyle & { picture?: string | undefined };
  taken: readonly string[];
  onClose(): void;
  /** The id that was kept; undefined when it was taken away. */
  onSaved(id: string | undefined): void;
}

/** A logo is smaller, bytes. */
const largestLogo = 2 * 1024 * 1024;

/** Name, colour, letter and logo of the house, with how that will look. */
export function StyleDialog({ style, taken, onClose, onSaved }: StyleDialogProps): ReactNode {
  const [look, setLook] = useState<Look>({ name: style.name, accent: style.accent, font: style.font, picture: style.picture ?? '' });
  const [tried, setTried] = useState(false);
  const saving = useAction('styles.save');
  const removing = useAction('styles.remove');
  const done = (id: string | undefined): void => {
    onSaved(id);
    onClose();
  };
  const save = async (): Promise<void> => {
    setTried(true);
    const { name, accent, font, picture } = look;
    if (name.trim() === '') return;
    const id = style.id || idFrom(name, taken);
    const logo = picture === (style.picture ?? '') ? {} : { logo: picture.slice(picture.indexOf(',') + 1) };
    if (await saving.run({ style: { id, name: name.trim(), accent, font }, ...logo })) done(id);
  };
  const remove = async (): Promise<void> => {
    if (await removing.run({ id: style.id })) done(undefined);
  };
  return (
    <Dialog
      title={style.id === '' ? nl.bundles.styleNew : nl.bundles.styleTitle(style.name)}
      onClose={onClose}
      onSubmit={() => void save()}
      foot={
        <>
          {style.id !== '' && (
            <Button look="quiet" className="add-all" onClick={() => void remove()}>
              {nl.bundles.styleRemove}
            </Button>
          )}
          <Button look="quiet" onClick={onClose}>
            {nl.common.cancel}
          </Button>
          <Button look="primary" type="submit">
            {nl.bundles.styleKeep}
          </Button>
        </>
      }
    >
      <LookFields look={look} tried={tried} onLook={(part) => setLook({ ...look, ...part })} />
      <Sample look={look} />
    </Dialog>
  );
}

interface Look {
  name: string;
  accent: string;
  font: HouseStyle['font'];
  /** The logo as an address; empty for none. */
  picture: string;
}

function LookFields({ look, tried, onLook }: { look: Look; tried: boolean; onLook(part: Partial<Look>): void }): ReactNode {
  const { name, accent, font, picture } = look;
  return (
    <>
      <TextField
        label={nl.bundles.styleName}
        hint={nl.bundles.styleNameHint}
        data-autofocus=""
        value={name}
        maxLength={120}
        wrong={tried && name.trim() === '' ? nl.bundles.styleNameWrong : undefined}
        onChange={(event) => onLook({ name: event.target.value })}
      />
      <Field label={nl.bundles.styleAccent} hint={contrastWithWhite(accent) < 4.5 ? nl.bundles.styleDarker(readableAccent(accent)) : undefined}>
        {({ id, describedBy }) => (
          <input
            id={id}
            type="color"
            className="colour"
            aria-describedby={describedBy}
            value={accent}
            onChange={(event) => onLook({ accent: event.target.value.toLowerCase() })}
          />
        )}
      </Field>
      <Select
        label={nl.bundles.styleFont}
        value={font}
        options={(['schreefloos', 'schreef'] as const).map((value) => ({ value, label: nl.bundles.styleFonts[value] }))}
        onChange={(value) => onLook({ font: value === 'schreef' ? 'schreef' : 'schreefloos' })}
      />
      <Logo picture={picture} onPicture={(next) => onLook({ picture: next })} />
    </>
  );
}

function Sample({ look: { name, accent, font, picture } }: { look: Look }): ReactNode {
  return (
    <div className="style-sample" aria-hidden style={{ '--accent-sample': readableAccent(accent) } as CSSProperties} data-font={font}>
      {picture && <img src={picture} alt="" />}
      <strong>{name || nl.bundles.styleName}</strong>
      <p>{nl.bundles.styleSample}</p>
    </div>
  );
}

function Logo({ picture, onPicture }: { picture: string; onPicture(picture: string): void }): ReactNode {
  const [wrong, setWrong] = useState('');
  const take = (file: File | undefined): void => {
    if (!file) return;
    if (!/^image\/(png|jpeg)$/.test(file.type) || file.size > largestLogo) return setWrong(nl.bundles.styleLogoWrong);
    setWrong('');
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      if (typeof reader.result === 'string') onPicture(reader.result);
    });
    reader.readAsDataURL(file);
  };
  return (
    <Field label={nl.bundles.styleLogo} hint={nl.bundles.styleLogoHint} wrong={wrong || undefined}>
      {({ id, describedBy }) => (
        <span className="row">
          <input
            id={id}
            type="file"
            accept="image/png,image/jpeg"
            aria-describedby={describedBy}
            onChange={(event) => take(event.target.files?.[0])}
          />
          {picture !== '' && (
            <Button small look="quiet" onClick={() => onPicture('')}>
              {nl.bundles.styleLogoAway}
            </Button>
          )}
        </span>
      )}
    </Field>
  );
}

/** An id from a name that no other style has. */
function idFrom(name: string, taken: readonly string[]): string {
  const base =
    name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 40)
      .replace(/-+$/, '') || 'stijl';
  let id = base;
  for (let n = 2; taken.includes(id) || id === 'oogst'; n++) id = `${base}-${n}`;
  return id;
}
