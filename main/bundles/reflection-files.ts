import { open, readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { Failure } from '../../domain/api/failures.ts';
import { checkReflection, longestReflection, readReflection, type ReflectionFile } from '../../domain/bundle/reflection.ts';
import { diskReason } from '../library/disk-failure.ts';
import { BadZip } from '../library/zip-reading.ts';
import { readWorksheet } from './worksheet-reading.ts';

/** A worksheet in Word is never near this size, bytes. */
const largestWorksheet = 64 * 1024 * 1024;

/** So many files of one folder are read. */
const mostFiles = 500;

/** A file that was looked into: a reflection, or in Dutch why it is none. */
export interface FoundReflection {
  path: string;
  name: string;
  reflection: ReflectionFile | { fault: string };
}

/** The files that are meant: named ones, and of a folder those whose ending fits. Fails with `import.source`. */
export async function reflectionPaths(sources: readonly string[]): Promise<string[]> {
  const paths: string[] = [];
  for (const source of sources) {
    const path = resolve(source);
    const found = await stat(path).catch((error: unknown) => Promise.reject(new Failure('import.source', { path, reason: diskReason(error) })));
    if (!found.isDirectory()) paths.push(path);
    else {
      const names = await readdir(path).catch((error: unknown) => Promise.reject(new Failure('import.source', { path, reason: diskReason(error) })));
      const fitting = names.filter((name) => /\.(?:json|docx)$/i.test(name) && !/^(?:\.|~\$)/.test(name)).sort((a, b) => a.localeCompare(b, 'nl'));
      paths.push(...fitting.slice(0, mostFiles).map((name) => join(path, name)));
    }
  }
  return [...new Set(paths)];
}

/** Reads one file by what is in it, whatever its name says. Never throws. */
export async function readReflectionFile(path: string): Promise<FoundReflection> {
  const found = { path, name: basename(path) };
  try {
    const bytes = await bytesOf(path);
    if (typeof bytes === 'string') return { ...found, reflection: { fault: bytes } };
    return { ...found, reflection: await reflectionIn(bytes) };
  } catch (error) {
    return { ...found, reflection: { fault: error instanceof BadZip ? error.message : diskReason(error) } };
  }
}

/** What is in the bytes: a worksheet in Word begins as a zip does. Throws {@link BadZip}. */
export async function reflectionIn(bytes: Buffer): Promise<ReflectionFile | { fault: string }> {
  if (bytes.subarray(0, 2).toString('latin1') === 'PK' || (bytes[0] === 0xd0 && bytes[1] === 0xcf))
    return checkReflection(await readWorksheet(bytes));
  try {
    return readReflection(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return { fault: 'het is geen reflectiebestand van Oogst' };
  }
}

async function bytesOf(path: string): Promise<Buffer | string> {
  const handle = await open(path, 'r');
  try {
    const found = await handle.stat();
    if (!found.isFile()) return 'het is geen bestand';
    const start = Buffer.alloc(2);
    await handle.read(start, 0, 2, 0);
    const most = start.toString('latin1') === 'PK' ? largestWorksheet : longestReflection * 4;
    return found.size > most ? 'het bestand is te groot' : await handle.readFile();
  } finally {
    await handle.close();
  }
}
