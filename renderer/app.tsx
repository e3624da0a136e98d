import { useCallback, useEffect, type ReactNode } from 'react';
import type { EventPayload } from '../domain/api/contract.ts';
import type { Client } from '../domain/api/link.ts';
import { ClientProvider, useEvent } from './data/client.tsx';
import { PickFolderProvider } from './data/pick-folder.tsx';
import { currentRoute, go, useRoute, type Route } from './data/routes.ts';
import { ToastProvider, useToasts } from './data/toasts.tsx';
import { useCall } from './data/use-call.ts';
import { useLibraryState } from './data/use-library.ts';
import { useTheme } from './data/use-theme.ts';
import { kindOf, useVocabulary } from './data/vocabulary.ts';
import { BundlesScreen } from './features/bundles/bundles.tsx';
import { ConsentsScreen } from './features/consent/consents.tsx';
import { EditorScreen } from './features/entry/editor.tsx';
import { Reader } from './features/entry/reader.tsx';
import { StageDialog } from './features/entry/stage-dialog.tsx';
import { BackupPanel } from './features/backup/backup-panel.tsx';
import { RestoreDialog } from './features/backup/restore-dialog.tsx';
import { FolderDialog } from './features/folders/folder-dialog.tsx';
import { Frame } from './features/frame/frame.tsx';
import { DraftsNotice } from './features/history/drafts-notice.tsx';
import { MergeScreen } from './features/history/merge.tsx';
import { TrashScreen } from './features/history/trash.tsx';
import { VersionsScreen } from './features/history/versions.tsx';
import { ImportScreen } from './features/import/import.tsx';
import { Library } from './features/library/library.tsx';
import { CardsScreen } from './features/cards/cards-screen.tsx';
import { KeywordsScreen } from './features/many/keywords-screen.tsx';
import { ManyDialog } from './features/many/many-dialog.tsx';
import { MergingScreen } from './features/merging/merging.tsx';
import { OverviewScreen } from './features/overview/overview.tsx';
import { Palette } from './features/search/palette.tsx';
import { KeepSearch } from './features/searches/keep-search.tsx';
import { SearchGroup } from './features/searches/search-group.tsx';
import { SearchNews } from './features/searches/search-news.tsx';
import { SettingsScreen } from './features/settings/settings.tsx';
import { Start } from './features/start/start.tsx';
import { Weighing } from './features/weighing/weighing.tsx';
import { nl } from './text/nl.ts';

/** The window: the only place where features meet. */
export function App({ client }: { client: Client }): ReactNode {
  return (
    <ClientProvider client={client}>
      <ToastProvider>
        <PickFolderProvider dialog={FolderDialog}>
          <Window />
        </PickFolderProvider>
      </ToastProvider>
    </ClientProvider>
  );
}

function Window(): ReactNode {
  const state = useLibraryState();
  const route = useRoute();
  const toasts = useToasts();
  useTheme();
  useTitle(route);
  useEvent(
    'notice',
    useCallback((notice: EventPayload<'notice'>) => toasts.say(notice), [toasts]),
  );
  const open = state !== undefined && state.state !== 'none';
  useEffect(() => {
    if (open && currentRoute().screen === 'start') go({ screen: 'overzicht' }, { replace: true });
    if (state?.state === 'none') go({ screen: 'start' }, { replace: true });
  }, [open, state?.state, route.screen]);
  if (!state) return null;
  if (state.state === 'none') return <Start reason={state.reason} restore={(slot) => <RestoreDialog {...slot} />} />;
  return (
    <Frame state={state} palette={(slot) => <Palette {...slot} />} searches={<SearchGroup />} notices={<DraftsNotice />}>
      <Screen route={route} />
    </Frame>
  );
}

function Screen({ route }: { route: Route }): ReactNode {
  switch (route.screen) {
    case 'start':
    case 'overzicht':
      return <OverviewScreen />;
    case 'bibliotheek':
      return (
        <Library
          route={route}
          renderEntry={(slot) => <Reader {...slot} />}
          renderMany={(slot) => <ManyDialog {...slot} />}
          keep={<KeepSearch route={route} />}
          news={<SearchNews route={route} />}
        />
      );
    case 'stuk':
      return route.edit ? <EditorScreen id={route.id} query={route.q} /> : <Reader key={route.id} id={route.id} query={route.q} whole />;
    case 'weging':
      return <Weighing id={route.id} item={route.item} renderStage={(slot) => <StageDialog {...slot} />} />;
    case 'versies':
      return <VersionsScreen id={route.id} />;
    case 'samenvoegen':
      return <MergeScreen id={route.id} />;
    case 'samen':
      return <MergingScreen id={route.id} other={route.other} />;
    case 'prullenbak':
      return <TrashScreen />;
    case 'trefwoorden':
      return <KeywordsScreen />;
    case 'kaarten':
      return <CardsScreen id={route.id} />;
    case 'bundels':
      return <BundlesScreen route={route} />;
    case 'toestemmingen':
      return <ConsentsScreen route={route} />;
    case 'importeren':
      return <ImportScreen />;
    case 'instellingen':
      return <SettingsScreen backup={<BackupPanel />} />;
  }
}

const titles: Partial<Record<Route['screen'], string>> = {
  overzicht: nl.frame.overview,
  bibliotheek: nl.frame.library,
  bundels: nl.frame.bundles,
  kaarten: nl.cards.title,
  prullenbak: nl.history.trash,
  trefwoorden: nl.many.keywords,
  toestemmingen: nl.consent.title,
  importeren: nl.frame.importing,
  instellingen: nl.frame.settings,
};

/** Name of the window: what is on the screen, then the program. */
function useTitle(route: Route): void {
  const id = 'id' in route && route.screen !== 'bibliotheek' && route.screen !== 'kaarten' ? route.id : '';
  const { data: entry, previous } = useCall('entries.read', { id: id || '-' }, { enabled: id !== '' });
  const vocabulary = useVocabulary();
  const title = id !== '' && entry && !previous ? `${entry.title} (${kindOf(vocabulary, entry.kind).name})` : titles[route.screen];
  useEffect(() => {
    document.title = title ? `${title} · ${nl.frame.app}` : nl.frame.app;
  }, [title]);
}
