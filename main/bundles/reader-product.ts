import { plainStyle, type HouseStyle } from '../../domain/bundle/house-style.ts';
import type { ReaderData } from '../../domain/bundle/reader-data.ts';
import type { OpenLibrary } from '../library/open-library.ts';
import { houseStyle } from './house-styles.ts';
import type { Chosen, MakingOptions, Packed } from './chosen.ts';
import type { Picture } from './products/product.ts';
import { readerData, usedCards } from './reader-contents.ts';
import { readerPage } from './reader-page.ts';

/** The offline reader; `up` leads from its folder to the root of the bundle. */
export async function pageOf(
  options: Pick<MakingOptions, 'reader'>,
  library: OpenLibrary,
  { order, made, session }: Pick<Chosen, 'order' | 'made' | 'session'>,
  packed: readonly Pick<Packed, 'reader'>[],
  up = '',
): Promise<string> {
  const { title, audience, bundle, worksheet } = order;
  const entries = packed.map(({ reader }) => ({ ...reader, file: up + reader.file }));
  const { style, logo } = await houseStyle(library, order.style);
  const data = readerData(
    library,
    {
      title,
      ...houseOf(style, logo),
      audience,
      made,
      cards: usedCards(library, entries),
      ...(bundle ? { bundle } : {}),
      ...(session ? { session: session.id } : {}),
      ...(worksheet ? { worksheet } : {}),
    },
    entries,
  );
  return readerPage(data, options.reader, style);
}

/** Whose bundle it is, as the reader shows it. */
export function houseOf({ id, name }: HouseStyle, logo: Picture | undefined): Pick<ReaderData, 'house'> {
  if (id === plainStyle.id) return {};
  return { house: { name, ...(logo ? { logo: `data:${logo.type};base64,${Buffer.from(logo.bytes).toString('base64')}` } : {}) } };
}
