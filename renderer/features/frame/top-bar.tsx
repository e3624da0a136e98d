import { ChevronDown, FileInput, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { hrefOf } from '../../data/routes.ts';
import { useVocabulary } from '../../data/vocabulary.ts';
import { BrandMark } from '../../kit/brand.tsx';
import { LinkButton } from '../../kit/button.tsx';
import { keyText } from '../../kit/keys.ts';
import { KindIcon } from '../../kit/kind-icon.tsx';
import { Menu } from '../../kit/menu.tsx';
import { nl } from '../../text/nl.ts';
import { capital } from '../../text/nl/format.ts';
import { TopSearch } from './top-search.tsx';

interface TopBarProps {
  onPalette(): void;
  onNew(kind: string): void;
  newKeys: string;
}

/** Brand, the one search field, and what can be made. */
export function TopBar({ onPalette, onNew, newKeys }: TopBarProps): ReactNode {
  const { kinds } = useVocabulary();
  const items = kinds.map((kind, index) => ({
    id: kind.id,
    label: capital(kind.name),
    icon: ({ className }: { className: string }) => <KindIcon name={kind.icon} className={className} />,
    keys: index === 0 ? keyText(newKeys) : undefined,
    run: () => onNew(kind.id),
  }));
  return (
    <header className="top">
      <a className="brand" href={hrefOf({ screen: 'overzicht' })}>
        <BrandMark />
        <span>{nl.frame.app}</span>
      </a>
      <TopSearch onPalette={onPalette} />
      <div className="top-actions">
        <LinkButton look="quiet" icon={FileInput} href={hrefOf({ screen: 'importeren' })} title={nl.frame.importing} aria-label={nl.frame.importing}>
          <span className="wide">{nl.frame.importing}</span>
        </LinkButton>
        <Menu
          label={nl.frame.new}
          items={items}
          align="end"
          button={(props) => (
            <button type="button" className="button button-primary" title={`${nl.frame.new} (${keyText(newKeys)})`} {...props}>
              <Plus className="icon" aria-hidden />
              {nl.frame.new}
              <ChevronDown className="icon icon-sm" aria-hidden />
            </button>
          )}
        />
      </div>
    </header>
  );
}
