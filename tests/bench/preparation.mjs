// Puts ready what the bench needs: the other engines, and ours as a bundle, because Node 20 runs no TypeScript.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const bench = import.meta.dirname;
export const root = resolve(bench, '../..');
export const out = join(root, 'out/bench');

export const say = (text) => console.error(`[meting] ${text}`);

/** Installs the other engines in this folder when they are missing or of another version. They are no part of the program. */
export function installPeers() {
  const wanted = Object.entries(JSON.parse(readFileSync(join(bench, 'package.json'), 'utf8')).dependencies);
  const version = (name) => {
    const path = join(bench, 'node_modules', name, 'package.json');
    return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).version : undefined;
  };
  if (wanted.every(([name, number]) => version(name) === number)) return;
  say('De andere zoekmachines ophalen …');
  const args = ['install', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error', '--prefix', bench];
  const done = spawnSync('npm', args, { stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (done.status !== 0) throw new Error('Het ophalen van de andere zoekmachines is niet gelukt.');
}

/** Bundles everything domain/search gives out, and the parts of the bench in TypeScript, into one file. */
export async function buildEngine() {
  mkdirSync(out, { recursive: true });
  const files = (folder, test) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.ts') && test(name))
      .map((name) => `export * from '../../${folder}/${name}';`);
  const entry = join(out, 'entry.ts');
  writeFileSync(entry, [...files('domain/search', () => true), ...files('tests/bench', () => true)].join('\n'));
  const { build } = await import('vite');
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    build: {
      ssr: entry,
      outDir: out,
      emptyOutDir: false,
      target: 'node20.19',
      rolldownOptions: { output: { format: 'es', entryFileNames: 'engine.mjs' } },
    },
  });
}

export const loadEngine = () => import(join(out, 'engine.mjs'));

export const readData = (name) => JSON.parse(readFileSync(join(bench, name), 'utf8'));

/** The paragraphs of a folder with Markdown or text, file by file; a file in another language than Dutch is left out. */
export function readCorpus(folder, plainText) {
  const names = readdirSync(folder, { recursive: true }).filter((name) => /\.(md|txt)$/i.test(name));
  return names
    .toSorted((a, z) => (a < z ? -1 : 1))
    .flatMap((name) => {
      const body = readFileSync(join(folder, name), 'utf8').replace(/^---\r?\n[^]*?\n---\r?\n/, '');
      const parts = body.split(/\n\s*\n/).flatMap((part) => (/^\s*(```|<|!!!|\?\?\?|#)/.test(part) ? [] : [plainText(part)]));
      const paragraphs = parts.filter((part) => part.length > 40 && !/https?:\/\//.test(part));
      const words = paragraphs.join(' ').toLowerCase().split(/\s+/);
      const dutch = words.filter((word) => ['de', 'het', 'een', 'van', 'en', 'is', 'voor', 'niet'].includes(word)).length;
      return dutch > words.length * 0.1 && paragraphs.length > 2 ? [paragraphs] : [];
    });
}

export function corpusFolder(needed) {
  const folder = process.env.OOGST_CORPUS;
  if (folder !== undefined && folder !== '' && existsSync(folder)) return folder;
  if (!needed) return undefined;
  say('Zet OOGST_CORPUS op een map met Nederlandse Markdown- of tekstbestanden; daaruit worden de verzamelingen gemaakt.');
  process.exit(2);
}
