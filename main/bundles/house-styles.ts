import { lstat, readFile, rm } from 'node:fs/promises';
import type { Emit, Service } from '../../domain/api/contract.ts';
import { Failure } from '../../domain/api/failures.ts';
import { HouseStyle, plainStyle } from '../../domain/bundle/house-style.ts';
import { writeFileSafely } from '../library/atomic-write.ts';
import { diskFailure, errorCode } from '../library/disk-failure.ts';
import { makeFolders } from '../library/folder-making.ts';
import type { OpenLibrary } from '../library/open-library.ts';
import type { Session } from '../library/session.ts';
import { SharedFile } from '../library/shared-file.ts';
import { jsonNames, readJson } from './kept-bundles.ts';
import { withoutMetadata } from './picture-data.ts';
import { pictureSize } from './picture-size.ts';
import type { Picture } from './products/product.ts';

/** Folder of the house styles and their logos, from the root of the kennismap. */
export const stylesFolder = '.oogst/huisstijl';

/** A logo is smaller, bytes. */
const largestLogo = 2 * 1024 * 1024;

const nothing = { style: undefined } as { style: HouseStyle | undefined };

function fileOf(library: OpenLibrary, id: string): SharedFile<typeof nothing> {
  const path = `${stylesFolder}/${id}.json`;
  return new SharedFile(library, {
    path,
    none: nothing,
    longest: 100_000,
    read: (text) => {
      const style = readJson(HouseStyle, text);
      return 'fault' in style ? style : { style };
    },
    write: ({ style }) => `${JSON.stringify(style, null, 2)}\n`,
    unusable: (reason) => new Failure('shared.unusable', { path, reason }),
  });
}

/** The style kept under an id with its logo; the plain one when none was asked for. Fails with `style.missing`. */
export async function houseStyle(library: OpenLibrary, id: string | undefined): Promise<{ style: HouseStyle; logo?: Picture }> {
  if (id === undefined || id === plainStyle.id) return { style: plainStyle };
  const { value, fault } = await fileOf(library, id).read();
  if (fault !== undefined) throw new Failure('shared.unusable', { path: `${stylesFolder}/${id}.json`, reason: fault });
  if (!value.style) throw new Failure('style.missing');
  const logo = await logoOf(library, value.style);
  return { style: value.style, ...(logo ? { logo } : {}) };
}

/** A logo that cannot be read or is no picture is left out; the rest of the style still counts. */
async function logoOf(library: OpenLibrary, { logo }: HouseStyle): Promise<Picture | undefined> {
  if (logo === undefined) return undefined;
  const path = library.path(`${stylesFolder}/${logo}`);
  try {
    const found = await lstat(path);
    if (!found.isFile() || found.size > largestLogo) return undefined;
    const bytes = withoutMetadata(await readFile(path));
    const size = pictureSize(bytes);
    return size && { bytes, ...size };
  } catch {
    return undefined;
  }
}

export interface HouseStylesOptions {
  session: Session;
  emit: Emit;
}

/** How what leaves the house looks, kept in the kennismap. */
export function createHouseStylesService({ session, emit }: HouseStylesOptions): Service<'styles'> {
  return {
    'styles.list': async () => {
      const library = session.library();
      const styles = [];
      const faults = [];
      for (const id of await jsonNames(library, stylesFolder)) {
        const { value, fault } = await fileOf(library, id).read();
        if (fault !== undefined) faults.push({ path: `${stylesFolder}/${id}.json`, reason: fault });
        if (!value.style) continue;
        const logo = await logoOf(library, value.style);
        styles.push({ ...value.style, id, ...(logo ? { picture: `data:${logo.type};base64,${Buffer.from(logo.bytes).toString('base64')}` } : {}) });
      }
      return { styles, faults };
    },
    'styles.save': async ({ style, logo }) => {
      const library = session.library();
      if (library.readOnly) throw new Failure('library.read-only', { dir: library.root });
      const name = logo === undefined ? undefined : await keepLogo(library, style.id, logo);
      const { style: kept } = await fileOf(library, style.id).change(({ style: before }) => {
        const shown = logo === undefined ? before?.logo : name;
        return { style: { ...style, ...(shown === undefined ? {} : { logo: shown }) } };
      });
      emit('bundles.changed', {});
      if (!kept) throw new Failure('style.missing');
      return kept;
    },
    'styles.remove': async ({ id }) => {
      const library = session.library();
      const { style } = await houseStyle(library, id);
      if (library.readOnly) throw new Failure('library.read-only', { dir: library.root });
      for (const name of [`${id}.json`, ...(style.logo === undefined ? [] : [style.logo])])
        await rm(await library.ownPath(`${stylesFolder}/${name}`)).catch((error: unknown) => {
          if (errorCode(error) !== 'ENOENT') throw diskFailure(error, `${stylesFolder}/${name}`);
        });
      emit('bundles.changed', {});
      return {};
    },
  };
}

/** Puts a logo beside its style; an empty one takes it away. Fails with `style.logo`. */
async function keepLogo(library: OpenLibrary, id: string, logo: string): Promise<string | undefined> {
  if (logo === '') return undefined;
  const bytes = Buffer.from(logo, 'base64');
  const size = bytes.length <= largestLogo ? pictureSize(bytes) : undefined;
  if (!size) throw new Failure('style.logo');
  const name = `${id}.${size.type === 'image/png' ? 'png' : 'jpg'}`;
  await makeFolders(library.root, stylesFolder);
  await writeFileSafely(library.path(`${stylesFolder}/${name}`), bytes).catch((error: unknown) => {
    throw diskFailure(error, `${stylesFolder}/${name}`);
  });
  return name;
}
