import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { crc32, deflateRawSync } from 'node:zlib';
import { openServices } from './open-services.ts';
import { temporaryFolder } from './temporary.ts';

/** A file for a zip that need not be sound. */
export interface RawEntry {
  name: string;
  data: Buffer;
  /** Name in the table of contents, when it is another. */
  listed?: string;
  /** Bits 16 to 31 of the external attributes: kind and rights of the file. */
  mode?: number;
  crc?: number;
  /** Size that is told. */
  size?: number;
  flags?: number;
  method?: number;
  /** Where its data is said to lie. */
  offset?: number;
  deflate?: boolean;
}

/** Writes a zip by hand, so that every lie can be told. */
export function rawZip(
  entries: readonly RawEntry[],
  { comment = '', before = '', after = '', count }: { comment?: string; before?: string; after?: string; count?: number } = {},
): Buffer {
  const parts: Buffer[] = [Buffer.from(before)];
  const listed: Buffer[] = [];
  let at = before.length;
  for (const entry of entries) {
    const data = entry.deflate ? deflateRawSync(entry.data) : entry.data;
    const method = entry.method ?? (entry.deflate ? 8 : 0);
    const name = Buffer.from(entry.name);
    const size = entry.size ?? entry.data.length;
    const crc = entry.crc ?? crc32(entry.data);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(entry.flags ?? 0x800, 2);
    shared.writeUInt16LE(method, 4);
    shared.writeUInt16LE(0x5a21, 8);
    shared.writeUInt32LE(crc, 10);
    shared.writeUInt32LE(data.length, 14);
    shared.writeUInt32LE(size, 18);
    const local = Buffer.from(shared);
    local.writeUInt16LE(name.length, 22);
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), local, name, data);
    const other = Buffer.from(entry.listed ?? entry.name);
    const central = Buffer.alloc(46);
    central.write('PK\x01\x02', 0, 'latin1');
    central.writeUInt16LE(0x0314, 4);
    shared.copy(central, 6, 0, 22);
    central.writeUInt16LE(other.length, 28);
    central.writeUInt32LE((((entry.mode ?? 0o100644) & 0xffff) << 16) >>> 0, 38);
    central.writeUInt32LE(entry.offset ?? at, 42);
    listed.push(central, other);
    at += 30 + name.length + data.length;
  }
  const table = Buffer.concat(listed);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(count ?? entries.length, 8);
  end.writeUInt16LE(count ?? entries.length, 10);
  end.writeUInt32LE(table.length, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...parts, table, end, Buffer.from(comment, 'latin1'), Buffer.from(after)]);
}

/** The files of a bundle around one write-up, with a manifest that fits; `change` may spoil the manifest. */
export function bundleEntries(
  files: Record<string, string | Buffer> = {},
  change: (manifest: Record<string, unknown>) => void = () => undefined,
): RawEntry[] {
  const all: Record<string, string | Buffer> = {
    'index.html': '<!doctype html>',
    'stukken/praktijken/a.md': '---\nid: a\nsoort: praktijk\ntitel: A\n---\n\n## Waarom\n\nTekst.\n',
    ...files,
  };
  const entries = Object.entries(all).map(([name, data]): RawEntry => ({ name, data: Buffer.from(data) }));
  const manifest: Record<string, unknown> = {
    schema: 'oogst-bundel',
    version: 1,
    title: 'Bundel',
    made: '2026-11-01T12:00:00.000Z',
    app: 'test',
    audience: 'intern',
    entries: Object.keys(all)
      .filter((path) => path.endsWith('.md'))
      .map((path) => ({
        id: path === 'stukken/praktijken/a.md' ? 'a' : path,
        kind: 'praktijk',
        title: path,
        path,
        attachments: Object.keys(all).filter((other) => other.startsWith(path.replace(/\.md$/, '.bijlagen/'))),
      })),
    cards: [],
    files: Object.fromEntries(entries.map(({ name, data }) => [name, createHash('sha256').update(data).digest('hex')])),
  };
  change(manifest);
  return [...entries, { name: 'manifest.json', data: Buffer.from(JSON.stringify(manifest)) }];
}

/** A bundle as Oogst makes it of these files; gives the path of the zip. */
export async function madeBundle(files: Record<string, string | Uint8Array>): Promise<{ path: string; bytes: Buffer }> {
  const { call } = await openServices(files);
  const path = join(await temporaryFolder(), 'bundel.zip');
  const all = await call('entries.titles', {});
  await call('bundles.export', { title: 'Bundel', ids: all.map(({ id }) => id), audience: 'intern', out: path });
  return { path, bytes: await readFile(path) };
}
