import { plainStyle } from '../../domain/bundle/house-style.ts';
import type { ReaderData } from '../../domain/bundle/reader-data.ts';
import type { OpenLibrary } from '../library/open-library.ts';
import type { Chosen, MakingOptions, Packed } from './chosen.ts';
import { readerData, usedCards } from './reader-contents.ts';
import { readerPage } from './reader-page.ts';

/** The offline reader; `up` leads from its folder to the root of the bundle. */
export async function pageOf(
  options: Pick<MakingOptions, 'reader'>,
  library: OpenLibrary,
  { order, made, session, look }: Pick<Chosen, 'order' | 'made' | 'session' | 'look'>,
  packed: readonly Pick<Packed, 'reader'>[],
  up = '',
): Promise<string> {
  const { title, audience, bundle, worksheet } = order;
  const entries = packed.map(({ reader }) => ({ ...reader, file: up + reader.file }));
  const data = readerData(
    library,
    {
      title,
      ...houseOf(look),
      audience,
      made,
      cards: usedCards(library, entries),
      ...(bundle ? { bundle } : {}),
      ...(session ? { session: session.id } : {}),
      ...(worksheet ? { worksheet } : {}),
    },
    entries,
  );
  return readerPage(data, options.reader, look.style);
}

/** Whose bundle it is, as the reader shows it. */
export function houseOf({ style, logo }: Chosen['look']): Pick<ReaderData, 'house'> {
  if (style.id === plainStyle.id) return {};
  return { house: { name: style.name, ...(logo ? { logo: `data:${logo.type};base64,${Buffer.from(logo.bytes).toString('base64')}` } : {}) } };
}
