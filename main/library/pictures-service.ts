import { rm } from 'node:fs/promises';
import { Failure } from '../../domain/api/failures.ts';
import type { Service } from '../../domain/api/contract.ts';
import { attachmentsFolder } from '../../domain/entries/attachment-links.ts';
import type { Json } from '../../domain/entries/entry.ts';
import { appendRecord, setKeys } from '../../domain/entries/front-matter-edit.ts';
import { largestPicture, pictureAddress, pictureFile, pictureName, pictureTypeOf, type PictureAbout } from '../../domain/entries/pictures.ts';
import { writeFileSafely } from './atomic-write.ts';
import { diskFailure, errorCode } from './disk-failure.ts';
import { changeEntry, inTurn, shelved } from './entry-writing.ts';
import { makeFolders } from './folder-making.ts';
import type { OpenLibrary } from './open-library.ts';
import type { Session } from './session.ts';
import { withoutEmpty } from './stage-record.ts';

/** Pictures of a write-up: the files beside it, and what is known of them in its header. */
export function createPicturesService(session: Session): Service<'pictures'> {
  return {
    'pictures.add': async ({ id, name, data, about }) => {
      const library = session.library();
      const bytes = Buffer.from(data, 'base64');
      const { title, path } = shelved(library, id).read.summary;
      if (bytes.length > largestPicture) throw new Failure('picture.too-large', { name, limit: largestPicture / 1024 / 1024 });
      const type = pictureTypeOf(bytes);
      if (!type) throw new Failure('picture.unknown', { name });
      const { locked } = await library.readFile(path);
      if (locked !== undefined || library.readOnly) throw new Failure('entry.locked-text', { path, reason: locked ?? `“${title}” is alleen-lezen` });
      const folder = attachmentsFolder(path);
      const put = await putFresh(library, folder, (n) => pictureName(name, type, n), bytes);
      const address = pictureAddress(folder, put);
      try {
        return { address, saved: await noteAbout(library, id, address, about) };
      } catch (error) {
        // Nothing refers to it yet: a picture of which nothing could be noted is not left behind.
        await rm(await library.ownPath(`${folder}/${put}`), { force: true });
        throw error;
      }
    },
    'pictures.describe': async ({ id, address, about }) => noteAbout(session.library(), id, address, about),
  };
}

/** Writes a file under the first name that is free; nothing that stands there is ever replaced. */
async function putFresh(library: OpenLibrary, folder: string, nameOf: (n: number) => string, bytes: Uint8Array): Promise<string> {
  return inTurn(library, async () => {
    for (let n = 1; n < 1000; n++) {
      const path = `${folder}/${nameOf(n)}`;
      try {
        await makeFolders(library.root, folder);
        await writeFileSafely(library.path(path), bytes, { fresh: true });
        return nameOf(n);
      } catch (error) {
        if (errorCode(error) !== 'EEXIST') throw diskFailure(error, path);
      }
    }
    throw new Failure('entry.name-taken', { path: `${folder}/${nameOf(1)}` });
  });
}

/** Notes what is known of a picture. A record keeps its place and what others wrote in it. */
async function noteAbout(library: OpenLibrary, id: string, address: string, about: PictureAbout): ReturnType<typeof changeEntry> {
  const file = pictureFile(address);
  const record = withoutEmpty({ bestand: file, rechten: about.rights, maker: about.maker?.trim(), personen: about.persons });
  const { path } = shelved(library, id).read.summary;
  return changeEntry(library, id, 'kenmerken', {
    edit: (text) => {
      const now = library.read({ path, changed: 0 }, { text, revision: '', problems: [] }).fields['afbeeldingen'];
      if (now !== undefined && now !== null && !Array.isArray(now))
        throw new Failure('entry.bad-field', { key: 'afbeeldingen', reason: 'het is geen lijst; herstel dat eerst in het bestand' });
      const same = (one: Json): boolean => isRecord(one) && one['bestand'] === file;
      if (!now?.some(same)) return appendRecord(text, 'afbeeldingen', record);
      const { rechten: _rights, maker: _maker, personen: _persons, ...others } = now.find(isRecordOf(same)) ?? {};
      return setKeys(text, { afbeeldingen: now.map((one) => (same(one) ? { ...others, ...record } : one)) });
    },
  });
}

const isRecord = (value: Json): value is { [key: string]: Json } => typeof value === 'object' && value !== null && !Array.isArray(value);
const isRecordOf =
  (same: (one: Json) => boolean) =>
  (one: Json): one is { [key: string]: Json } =>
    isRecord(one) && same(one);
