import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { CompileFormatEnum, createTypstCompiler, type TypstCompiler } from '@myriaddreamin/typst.ts/compiler';
import { loadFonts } from '@myriaddreamin/typst.ts/options.init';
import type { TypesetInput } from './typesetting.ts';

const packages = createRequire(import.meta.url);

/** Faces of each family: upright and slanted, plain and bold. */
const faces = ['400Regular', '400Regular_Italic', '600SemiBold', '700Bold', '700Bold_Italic'];
const families = ['source-sans-3', 'source-serif-4'];

/** Typst in WebAssembly, with our letters and templates and nothing else: it can read no disk and no network. */
export class TypstTypesetter {
  readonly #templates: string;
  #ready: Promise<TypstCompiler> | undefined;
  #turn: Promise<unknown> = Promise.resolve();

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

  async #set({ template, data, files }: TypesetInput): Promise<Uint8Array> {
    this.#ready ??= this.#start();
    const compiler = await this.#ready;
    compiler.resetShadow();
    for (const name of await readdir(this.#templates))
      if (name.endsWith('.typ')) compiler.addSource(`/${name}`, await readFile(join(this.#templates, name), 'utf8'));
    compiler.mapShadow('/data.json', new TextEncoder().encode(data));
    for (const file of files) compiler.mapShadow(file.path, file.bytes);
    const made = await compiler.compile({ mainFilePath: `/${template}.typ`, format: CompileFormatEnum.pdf, diagnostics: 'unix' });
    if (!made.result) throw new Error(made.diagnostics?.map(String).join('\n') ?? 'Typst gave nothing');
    return made.result;
  }

  async #start(): Promise<TypstCompiler> {
    const compiler = createTypstCompiler();
    const module = await readFile(packages.resolve('@myriaddreamin/typst-ts-web-compiler/pkg/typst_ts_web_compiler_bg.wasm'));
    await compiler.init({ getModule: () => module, beforeBuild: [loadFonts(await fonts(), { assets: false })] });
    return compiler;
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
