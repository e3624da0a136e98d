import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Problem } from '../../domain/entries/entry.ts';
import { problem } from '../../domain/entries/problem-rules.ts';
import { diskReason } from './disk-failure.ts';

/** Above `edit` only the beginning of a file is read, and it is not changed: the whole of it would hold up every other call. Bytes. */
export const sizes = { edit: 10 * 1024 * 1024, beginning: 1024 * 1024, small: 256 * 1024 };

/** A file read from disk. */
export interface FileContent {
  text: string;
  /** SHA-256 of the bytes, hex; what a save is based on. */
  revision: string;
  /** Why it may not be written, in Dutch. */
  locked?: string;
  /** The header may not be parsed: that would take too long. */
  headerClosed?: boolean;
  problems: Problem[];
}

/** Reads a file as text, whatever it is. Only UTF-8 may be written back; anything else is shown and locked. Never throws. */
export async function readText(file: string): Promise<FileContent> {
  try {
    const handle = await open(file, 'r');
    try {
      const { size } = await handle.stat();
      if (size <= sizes.edit) return contentOf(await handle.readFile());
      const bytes = Buffer.alloc(sizes.beginning);
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
      return tooLarge(bytes.subarray(0, bytesRead), size);
    } finally {
      await handle.close();
    }
  } catch (error) {
    return unreadable(error);
  }
}

/** Into which small files are read; what they say is taken out before the next one comes. */
let room: Buffer | undefined;

/** The same for a thread that has nothing else to do: many small files are read ten times sooner this way. */
export function readTextAtOnce(file: string): FileContent {
  try {
    const handle = openSync(file, 'r');
    try {
      const { size } = fstatSync(handle);
      room ??= Buffer.alloc(sizes.small);
      // One byte more than there should be: a file that grows meanwhile is read the usual way.
      const read = size < room.length ? readSync(handle, room, 0, room.length, 0) : -1;
      if (read === size) return contentOf(room.subarray(0, read));
      if (size <= sizes.edit) return contentOf(readFileSync(handle));
      const bytes = Buffer.alloc(sizes.beginning);
      return tooLarge(bytes.subarray(0, readSync(handle, bytes, 0, bytes.length, 0)), size);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    return unreadable(error);
  }
}

function unreadable(error: unknown): FileContent {
  const reason = diskReason(error);
  return { text: '', revision: '', locked: reason, problems: [problem('onleesbaar', {}, { detail: reason })] };
}

/** Size in words a person uses. */
export function sizeInWords(bytes: number): string {
  if (bytes >= 1024 * 1024) return `${(bytes / 1024 / 1024).toLocaleString('nl', { maximumFractionDigits: 1 })} MB`;
  return `${Math.max(1, Math.round(bytes / 1024))} kB`;
}

function tooLarge(beginning: Uint8Array, size: number): FileContent {
  const content = contentOf(beginning, true);
  return {
    ...content,
    revision: `${size}-${content.revision}`,
    locked: `groter dan ${sizeInWords(sizes.edit)}`,
    problems: [...content.problems, problem('te-groot', {}, { value: sizeInWords(size) })],
  };
}

function contentOf(bytes: Uint8Array, cut = false): FileContent {
  const revision = createHash('sha256').update(bytes).digest('hex');
  const decoded = decode(bytes, cut);
  return {
    text: decoded.text,
    revision,
    problems: decoded.charset ? [problem('tekenset', { line: 1 }, { detail: decoded.charset })] : [],
    ...(decoded.charset ? { locked: `het bestand is ${decoded.charset}` } : {}),
  };
}

function decode(bytes: Uint8Array, cut: boolean): { text: string; charset?: string } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), charset: 'UTF-16' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), charset: 'UTF-16' };
  const text = cut ? beginningOf(bytes) : wholeOf(bytes);
  if (text === undefined) return { text: windowsText(bytes), charset: 'oude Windows-tekst' };
  return text.includes('\0') ? { text: text.replaceAll('\0', '\ufffd'), charset: 'geen tekst (er staan nultekens in)' } : { text };
}

/** UTF-8 looked through and then taken as it is, a byte-order mark with it: the decoder that refuses is many times slower. */
const wholeOf = (bytes: Uint8Array): string | undefined =>
  isUtf8(bytes) ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8') : undefined;

/** UTF-8 that may end in the middle of a sign. */
function beginningOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}

/** Signs of Windows-1252 from 0x80 up to 0x9f. */
const windowsSigns = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Some versions of Node read Windows-1252 as Latin-1, and lose the euro and curly quotes. */
const windowsText = (bytes: Uint8Array): string =>
  new TextDecoder('windows-1252').decode(bytes).replace(/[\x80-\x9f]/g, (sign) => windowsSigns[sign.charCodeAt(0) - 0x80] ?? sign);
