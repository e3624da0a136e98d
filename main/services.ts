import type { Emit, Handlers } from '../domain/api/contract.ts';
import { createBackupService } from './bundles/backup-service.ts';
import { createBundleImportService } from './bundles/bundle-import-service.ts';
import { createBundlesService } from './bundles/bundles-service.ts';
import { createKeptBundlesService } from './bundles/kept-bundles.ts';
import { createPreviewService } from './bundles/preview-service.ts';
import { createProducts } from './bundles/products/all-products.ts';
import type { Typesetter } from './bundles/typesetting.ts';
import { createHouseStylesService } from './bundles/house-styles.ts';
import { createConsentService } from './bundles/consent-service.ts';
import { createReflectionsService } from './bundles/reflections-service.ts';
import { createGateService } from './bundles/gate-service.ts';
import { createImportService } from './capture/import-service.ts';
import { createConflictsService } from './library/conflicts-service.ts';
import { createEntriesService } from './library/entries-service.ts';
import type { FarReader } from './library/far-reading.ts';
import type { HeaderTrial } from './library/header-trial.ts';
import { createDraftsService } from './library/history/drafts-service.ts';
import { createHistoryService } from './library/history/history-service.ts';
import { createTrashService } from './library/history/trash-service.ts';
import { createUndoService } from './library/history/undo-service.ts';
import { createLibraryService } from './library/library-service.ts';
import { createOverviewService } from './library/overview-service.ts';
import { createRelationsService } from './library/relations-service.ts';
import { createPicturesService } from './library/pictures-service.ts';
import { createSearchService } from './library/search-service.ts';
import { createSearchesService } from './library/searches-service.ts';
import { Session } from './library/session.ts';
import type { TextExtractor } from './library/text-extraction.ts';
import type { TextRenderer } from './library/text-renderer.ts';
import { readShippedVocabulary, readSynonyms } from './library/vocabulary-files.ts';
import { createFoldersService } from './settings/folders-service.ts';
import { createSettingsService } from './settings/settings-service.ts';
import { openSettings } from './settings/settings.ts';

export interface ServicesOptions {
  /** Folder with cards, kinds, example: what ships with the app. */
  resources: string;
  /** Built reader of bundles: folder with `reader.js` and `reader.css`. */
  reader: string;
  /** Folder for settings, in the user's profile. */
  profile: string;
  emit: Emit;
  renderer: TextRenderer;
  /** Where headers that may be hostile are tried out before they are read. */
  trial: HeaderTrial;
  /** Reads the words of attachments; without it they are not searched. */
  extractor?: TextExtractor | undefined;
  /** Reads the files of a large folder in other threads. */
  far?: FarReader | undefined;
  /** Sets documents; without it no PDF can be made. */
  typesetter?: Typesetter | undefined;
  clock?: () => Date;
  /** Follow changes from outside. */
  watch: boolean;
  /** Put opened folders in the list of recent ones; off for commands in a script. */
  remember?: boolean;
  appVersion: string;
}

export interface Services {
  handlers: Partial<Handlers>;
  session: Session;
  close(): Promise<void>;
}

/**
 * All services over one profile and at most one open kennismap, wired once for every runtime: the worker thread, the command line and the
 * tests use the same. What only a shell can do (`shell.*`) is added by the shell.
 */
export async function createServices(options: ServicesOptions): Promise<Services> {
  const clock = options.clock ?? (() => new Date());
  const settings = await openSettings(options.profile, { emit: options.emit, clock });
  const session = new Session({
    shipped: await readShippedVocabulary(options.resources),
    synonyms: await readSynonyms(options.resources),
    emit: options.emit,
    watch: options.watch,
    profile: options.profile,
    clock,
    trial: options.trial,
    extractor: options.extractor,
    far: options.far,
    ...(options.remember === false ? {} : { opened: (dir: string, name: string) => settings.remember(dir, name) }),
  });
  return {
    session,
    handlers: {
      ...createLibraryService({ session, resources: options.resources }),
      ...createEntriesService({ session, renderer: options.renderer, clock, judge: async () => settings.current().judge }),
      ...createPicturesService(session),
      ...createHistoryService(session),
      ...createUndoService(session, clock),
      ...createTrashService(session, clock),
      ...createDraftsService(session, options.profile, clock),
      ...createConflictsService(session, clock),
      ...createRelationsService(session, clock),
      ...createSearchService(session),
      ...createSearchesService({ session, profile: options.profile, clock, judge: async () => settings.current().judge, emit: options.emit }),
      ...createOverviewService(session, clock),
      ...exchange(options, session, clock, async () => settings.current().judge),
      ...createSettingsService(settings),
      ...createFoldersService(),
    },
    async close() {
      await session.close();
      await options.renderer.close();
      await options.trial.close();
      await options.extractor?.close();
      options.far?.rest();
      await options.typesetter?.close();
    },
  };
}

/** Handing out and taking in. */
function exchange(options: ServicesOptions, session: Session, clock: () => Date, judge: () => Promise<string>): Partial<Handlers> {
  const { emit, renderer, reader, appVersion } = options;
  const products = createProducts(options.typesetter);
  return {
    ...createBundlesService({ session, renderer, reader, products, clock, appVersion, emit }),
    ...createPreviewService({ session, renderer, products, clock }),
    ...createKeptBundlesService({ session, clock, emit }),
    ...createHouseStylesService({ session, emit }),
    ...createGateService({ session, clock }),
    ...createConsentService({ session, clock, judge, emit }),
    ...createReflectionsService(session, clock),
    ...createBackupService({ session, clock, appVersion }),
    ...createImportService(session, clock),
    ...createBundleImportService(session, clock),
  };
}
