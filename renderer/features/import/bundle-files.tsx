import type { ReactNode } from 'react';
import { useCall } from '../../data/use-call.ts';
import { Callout } from '../../kit/callout.tsx';
import { nl } from '../../text/nl.ts';
import { dateText, sizeText } from '../../text/nl/format.ts';

interface BundleFilesProps {
  folder: string;
  chosen: string | undefined;
  disabled: boolean;
  onChoose(path: string): void;
}

/** The zip files in the chosen folder; nothing where there are none. */
export function BundleFiles({ folder, chosen, disabled, onChoose }: BundleFilesProps): ReactNode {
  const { data, failure } = useCall('import.bundles', { dir: folder });
  if (failure) return <Callout tone="no">{failure.message}</Callout>;
  if (!data || data.length === 0) return null;
  return (
    <fieldset className="form-group">
      <legend className="label">{nl.importing.bundles(data.length)}</legend>
      {data.map(({ path, name, bytes, changed }) => (
        <label key={path} className="check">
          <input type="radio" name="bundel" disabled={disabled} checked={chosen === path} onChange={() => onChoose(path)} />
          <span>{`${name}, ${sizeText(bytes)}, ${dateText(new Date(changed).toLocaleDateString('sv-SE'))}`}</span>
        </label>
      ))}
    </fieldset>
  );
}
