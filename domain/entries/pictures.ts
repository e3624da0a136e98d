import { z } from 'zod';
import { fileNameFor } from './naming.ts';

/** Kinds of pictures that are taken in; what browsers and documents can show everywhere. */
export type PictureType = 'png' | 'jpeg' | 'webp' | 'gif';

/** Largest picture that is taken in, bytes. */
export const largestPicture = 15 * 1024 * 1024;

/** What may be done with a picture: made by ourselves, with consent of the maker, under a free licence, or not known. */
export const Rights = z.enum(['eigen', 'toestemming', 'vrij', 'onbekend']);
export type Rights = z.infer<typeof Rights>;

/** What is known of a picture beside its description, which stands in the text itself. */
export const PictureAbout = z.strictObject({
  rights: Rights,
  maker: z.string().max(200).optional(),
  /** A person can be recognised in it. */
  persons: z.boolean().optional(),
});
export type PictureAbout = z.infer<typeof PictureAbout>;

/** What a file is, by its first bytes; its name says nothing. */
export function pictureTypeOf(bytes: Uint8Array): PictureType | undefined {
  const begins = (at: number, ...signs: number[]): boolean => signs.every((sign, k) => bytes[at + k] === sign);
  if (begins(0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  if (begins(0, 0xff, 0xd8, 0xff)) return 'jpeg';
  if (begins(0, 0x47, 0x49, 0x46, 0x38) && (begins(4, 0x37, 0x61) || begins(4, 0x39, 0x61))) return 'gif';
  if (begins(0, 0x52, 0x49, 0x46, 0x46) && begins(8, 0x57, 0x45, 0x42, 0x50)) return 'webp';
  return undefined;
}

/** Name for a picture that every system takes; `n` tells pictures of one name apart. */
export function pictureName(given: string, type: PictureType, n = 1): string {
  const base = (given.split(/[/\\]/).pop() ?? '').replace(/\.[a-z0-9]{1,5}$/i, '');
  const name = /[a-z0-9]/i.test(base.normalize('NFD')) ? fileNameFor(base).slice(0, 60).replace(/-+$/, '') : 'plaatje';
  return `${name}${n > 1 ? `-${n}` : ''}.${type === 'jpeg' ? 'jpg' : type}`;
}

/** Address of a picture as a text beside its folder writes it. */
export const pictureAddress = (folder: string, name: string): string =>
  [folder.split('/').pop() ?? '', name]
    .map((part) => encodeURIComponent(part).replace(/[()]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`))
    .join('/');

/** How the front matter names the picture behind an address in the text: the same path, readable. */
export function pictureFile(address: string): string {
  const bare = address.split(/[?#]/, 1)[0] ?? '';
  try {
    return decodeURIComponent(bare);
  } catch {
    return bare;
  }
}

/** The record of a picture in a list as it stands in the front matter; undefined when there is none that can be read. */
export function pictureAbout(list: unknown, file: string): PictureAbout | undefined {
  if (!Array.isArray(list)) return undefined;
  const record: unknown = list.find((one: unknown) => isRecord(one) && one['bestand'] === file);
  if (!isRecord(record)) return undefined;
  const { rechten, maker, personen } = record;
  const rights = Rights.safeParse(rechten);
  return {
    rights: rights.success ? rights.data : 'onbekend',
    ...(typeof maker === 'string' ? { maker } : {}),
    ...(typeof personen === 'boolean' ? { persons: personen } : {}),
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
