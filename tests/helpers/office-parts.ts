import { JSDOM } from 'jsdom';
import { expect } from 'vitest';
import { unzipped } from './zip.ts';

/** The parts of an Office file, each read by a parser that accepts nothing but well-formed XML. */
export async function officeParts(bytes: Uint8Array): Promise<Map<string, string>> {
  const { DOMParser } = new JSDOM('').window;
  const parts = new Map<string, string>();
  for (const [path, content] of await unzipped(Buffer.from(bytes))) {
    const text = content.toString('utf8');
    parts.set(path, text);
    if (!/\.(xml|rels)$/.test(path)) continue;
    const read = new DOMParser().parseFromString(text, 'application/xml');
    expect(read.querySelector('parsererror')?.textContent, path).toBeUndefined();
  }
  return parts;
}

/** Every relation of every part points at a part that is there. */
export function brokenRelations(parts: ReadonlyMap<string, string>): string[] {
  return [...parts].flatMap(([path, text]) => {
    if (!path.endsWith('.rels')) return [];
    const folder = path.replace(/_rels\/[^/]*$/, '');
    return [...text.matchAll(/<Relationship [^>]*>/g)].flatMap(([relation]) => {
      if (relation.includes('TargetMode="External"')) return [];
      const target = /Target="([^"]*)"/.exec(relation)?.[1] ?? '';
      const full = target.startsWith('/') ? target.slice(1) : new URL(target, `file:///${folder}`).pathname.slice(1);
      return parts.has(full) ? [] : [`${path}: ${target}`];
    });
  });
}
