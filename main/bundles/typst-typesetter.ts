import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createTypstCompiler, type TypstCompiler } from '@myriaddreamin/typst.ts/compiler';
import { loadFonts } from '@myriaddreamin/typst.ts/options.init';
import type { TypesetInput } from './typesetting.ts';

const packages = createRequire(import.meta.url);

/** Faces of each family: upright and slanted, plain and bold. */
const faces = ['400Regular', '400Regular_Italic', '600SemiBold', '700Bold', '700Bold_Italic'];
const families = ['source-sans-3', 'source-serif-4'];

/** Documents after which the compiler starts afresh. */
const forgetAfter = 20;

/** Typst in WebAssembly, with our letters and templates and nothing else: it can read no disk and no network. */
export class TypstTypesetter {
  readonly #templates: string;
  #ready: Promise<TypstCompiler> | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #made = 0;

  /** `templates` is the folder with the templates. */
  constructor(templates: string) {
    this.#templates = templates;
  }

  /** Throws what Typst says of a text it cannot set. */
  async pdf(input: TypesetInput): Promise<Uint8Array> {
    // One after another: the files a template reads belong to the compiler.
    const mine = this.#turn.then(() => this.#set(input));
    this.#turn = mine.catch(() => undefined);
    return mine;
  }

  async #set(input: TypesetInput): Promise<Uint8Array> {
    this.#ready ??= this.#start();
    const compiler = await this.#ready;
    try {
      return await setWith(compiler, input);
    } finally {
      // What the compiler remembers of documents it will not see again would fill the memory.
      if (++this.#made % forgetAfter === 0) await compiler.reset();
    }
  }

  async #start(): Promise<TypstCompiler> {
    const compiler = createTypstCompiler();
    const module = await readFile(require.resolve('@myriaddreamin/typst-ts-web-compiler/pkg/typst_ts_web_compiler_bg.wasm'));
    // No assets: those would be fetched from a network.
    await compiler.init({ getModule: () => ({ module_or_path: module }), beforeBuild: [loadFonts(await fonts(), { assets: false })] });
    for (const name of await readdir(this.#templates))
      if (name.endsWith('.typ')) compiler.addSource(`/${name}`, await readFile(join(this.#templates, name), 'utf8'));
    return compiler;
  }
}

async function setWith(compiler: TypstCompiler, { template, data, files }: TypesetInput): Promise<Uint8Array> {
  compiler.mapShadow('/data.json', new TextEncoder().encode(data));
  for (const file of files) compiler.mapShadow(file.path, file.bytes);
  try {
    return await compiler.runWithWorld({ mainFilePath: `/${template}.typ` }, async (world) => {
      const { hasError, diagnostics } = await world.compile({ diagnostics: 'unix' });
      const made = hasError ? { diagnostics } : await world.pdf({ diagnostics: 'unix' });
      if (!('result' in made) || !made.result) throw new Error(made.diagnostics?.map(String).join('\n') ?? 'Typst gave nothing');
      return made.result;
    });
  } finally {
    for (const path of ['/data.json', ...files.map((file) => file.path)]) compiler.unmapShadow(path);
  }
}

async function fonts(): Promise<Uint8Array[]> {
  const out: Uint8Array[] = [];
  for (const family of families) {
    const folder = dirname(packages.resolve(`@expo-google-fonts/${family}/package.json`));
    for (const face of faces)
      for (const name of await readdir(join(folder, face)))
        if (name.endsWith('.ttf')) out.push(new Uint8Array(await readFile(join(folder, face, name))));
  }
  return out;
}
