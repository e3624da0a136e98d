import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import type { LibraryState } from '../../../domain/api/contract.ts';
import { useConnected } from '../../data/client.tsx';
import { useRoute, type Route } from '../../data/routes.ts';
import { useCall } from '../../data/use-call.ts';
import { useUndo } from '../../data/use-undo.ts';
import { useKeys } from '../../kit/keys.ts';
import { nl } from '../../text/nl.ts';
import { FaultBoundary } from './fault-boundary.tsx';
import './frame.css';
import { NewDialog, type NewEntry } from './new-dialog.tsx';
import { LostLine, Missing, Reading, Unreachable } from './notices.tsx';
import { SideNav } from './side-nav.tsx';
import { TopBar } from './top-bar.tsx';
import { useReadingKeys } from './use-reading-keys.ts';

/** What the frame lends to the palette, which is another feature. */
export interface PaletteSlot {
  onClose(): void;
  onNew(what: NewEntry): void;
  newKeys: string;
}

interface FrameProps {
  state: LibraryState;
  palette(slot: PaletteSlot): ReactNode;
  /** Messages that belong to the whole kennismap. */
  notices?: ReactNode;
  /** Kept queries, in the navigation. */
  searches?: ReactNode;
  children: ReactNode;
}

/** The window around every screen: search on top, where you are at the left. */
export function Frame({ state, palette, notices, searches, children }: FrameProps): ReactNode {
  const route = useRoute();
  const connected = useConnected();
  const electron = useCall('shell.abilities', {}).data?.shell === 'electron';
  const newKeys = electron ? 'Ctrl+N' : 'Alt+N';
  const [searching, setSearching] = useState(false);
  const [making, setMaking] = useState<NewEntry>();
  const openPalette = useCallback(() => setSearching(true), []);
  useFocusOnScreen(route);
  useReadingKeys();
  const { back, forward } = useUndo();
  const open = { 'Ctrl+K': openPalette, [newKeys]: () => setMaking({}) };
  useKeys({ ...open, 'Ctrl+Z': () => back(), 'Ctrl+Shift+Z': forward, 'Ctrl+Y': forward });
  return (
    <div className="app">
      <a
        className="skip"
        href="#inhoud"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('inhoud')?.focus();
        }}
      >
        {nl.frame.skip}
      </a>
      <TopBar onPalette={openPalette} onNew={(kind) => setMaking({ kind })} newKeys={newKeys} />
      <SideNav state={state} route={route}>
        {searches}
      </SideNav>
      <main id="inhoud" className="main" tabIndex={-1}>
        {!connected && <LostLine />}
        {state.state === 'unavailable' && <Unreachable reason={state.reason} />}
        {state.state === 'ready' && state.missing > 0 && <Missing count={state.missing} />}
        {state.state === 'ready' && notices}
        {state.state === 'loading' && <Reading done={state.done} total={state.total} />}
        <FaultBoundary key={route.screen}>{children}</FaultBoundary>
      </main>
      {searching && palette({ onClose: () => setSearching(false), onNew: setMaking, newKeys })}
      {making && <NewDialog what={making} onClose={() => setMaking(undefined)} />}
    </div>
  );
}

/** Another screen, or another question, took away what had the focus: it goes to the screen, so that the next Tab is in it and not at the top of the window. */
function useFocusOnScreen(route: Route): void {
  const place = `${route.screen} ${route.screen === 'bibliotheek' ? route.q : 'id' in route ? route.id : ''}`;
  const before = useRef(place);
  useEffect(() => {
    if (before.current === place) return;
    before.current = place;
    if (document.activeElement === null || document.activeElement === document.body)
      document.getElementById('inhoud')?.focus({ preventScroll: true });
  }, [place]);
}
