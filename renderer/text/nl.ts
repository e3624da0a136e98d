import { bundles } from './nl/bundles.ts';
import { cards } from './nl/cards.ts';
import { common } from './nl/common.ts';
import { consent } from './nl/consent.ts';
import { editor } from './nl/editor.ts';
import { entry } from './nl/entry.ts';
import { folders } from './nl/folders.ts';
import { form, templates } from './nl/form.ts';
import { frame } from './nl/frame.ts';
import { history } from './nl/history.ts';
import { importing } from './nl/import.ts';
import { judges } from './nl/judges.ts';
import { interview } from './nl/interview.ts';
import { library } from './nl/library.ts';
import { many } from './nl/many.ts';
import { merging } from './nl/merging.ts';
import { overview } from './nl/overview.ts';
import { pictures } from './nl/pictures.ts';
import { reader } from './nl/reader.ts';
import { relations } from './nl/relations.ts';
import { renaming } from './nl/renaming.ts';
import { reflections } from './nl/reflections.ts';
import { reading } from './nl/reading.ts';
import { search } from './nl/search.ts';
import { searches } from './nl/searches.ts';
import { settings } from './nl/settings.ts';
import { stages } from './nl/stages.ts';
import { source } from './nl/source.ts';
import { start } from './nl/start.ts';
import { weighing } from './nl/weighing.ts';
import { writing } from './nl/writing.ts';

/** Every sentence the window shows in Dutch. */
export const nl = {
  bundles,
  cards,
  common,
  consent,
  editor,
  entry,
  folders,
  form,
  frame,
  history,
  importing,
  judges,
  interview,
  library,
  many,
  merging,
  overview,
  pictures,
  reader,
  relations,
  renaming,
  reflections,
  reading,
  search,
  searches,
  settings,
  stages,
  source,
  start,
  templates,
  weighing,
  writing,
} as const;
