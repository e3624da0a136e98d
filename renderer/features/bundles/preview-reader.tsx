import { useMemo, type CSSProperties, type ReactNode } from 'react';
import type { BundlePreview } from '../../../domain/api/contract.ts';
import { BrandMark } from '../../kit/brand.tsx';
import { useVocabulary } from '../../data/vocabulary.ts';
import { ReaderSheet } from '../../reader/reader-sheet.tsx';
import { nl } from '../../text/nl.ts';
import '../../reader/reader-sheet.css';

interface PreviewReaderProps {
  reader: NonNullable<BundlePreview['reader']>;
  title: string;
}

/** A write-up as the reader shows it, in the colours of the house. Only to look at: its links would lead away from this screen. */
export function PreviewReader({ reader: { entry, titles, house }, title }: PreviewReaderProps): ReactNode {
  const vocabulary = useVocabulary();
  const colours = useMemo(() => {
    const [light, dark] = house?.accent ?? [];
    return light === undefined || dark === undefined ? {} : ({ '--accent': `light-dark(${light}, ${dark})` } as CSSProperties);
  }, [house]);
  return (
    <>
      <p className="soft">{nl.bundles.previewReader}</p>
      <div className="preview-reader" style={colours} inert>
        <div className="preview-reader-head">
          {house?.logo === undefined ? <BrandMark /> : <img className="lezer-logo" src={house.logo} alt={house.name} />}
          <p className="lezer-title">{title}</p>
          <p className="faint small">{[house?.name, nl.reader.all(titles.length)].filter(Boolean).join(' · ')}</p>
        </div>
        <ReaderSheet entry={entry} vocabulary={vocabulary} words={[]} query="" />
      </div>
    </>
  );
}
