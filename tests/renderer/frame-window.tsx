import { cleanup, render, screen } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { connect, serve, type Client, type Server } from '../../domain/api/link.ts';
import { openFirst } from '../../main/shells/opening.ts';
import { portPair } from '../../main/ports/pair-port.ts';
import { renderText } from '../../main/library/render.ts';
import { createServices } from '../../main/services.ts';
import { App } from '../../renderer/app.tsx';
import { resources } from '../helpers/open-services.ts';
import { temporaryFolder } from '../helpers/temporary.ts';

export interface OpenWindow {
  user: UserEvent;
  client: Client;
  /** Folder of the kennismap. */
  dir: string;
  read(path: string): Promise<string>;
  /** Changes a file as another program would, and waits until the kennismap has seen it. */
  outside(path: string, text: string): Promise<void>;
  /** The kennismap turns out to be read-only, as a look at the disk would find. */
  readOnly(): void;
  close(): Promise<void>;
}

/** The whole window over a real link and real services; `files` is what the kennismap holds, undefined opens none, or with `asAtStart` the one of last time. */
export async function openWindow(
  files: Record<string, string> | undefined,
  hash = '',
  options: { dir?: string; profile?: string; asAtStart?: boolean } = {},
): Promise<OpenWindow> {
  standIns();
  const dir = options.dir ?? (await temporaryFolder(files ?? {}));
  const servers: Server[] = [];
  const services = await createServices({
    resources,
    reader: resolve(resources, '../out/reader'),
    profile: options.profile ?? (await temporaryFolder()),
    emit: (name, payload) => servers.forEach((server) => server.emit(name, payload)),
    renderer: { render: (input) => Promise.resolve(renderText(input)), close: () => Promise.resolve() },
    trial: { passes: () => Promise.resolve(true), close: () => Promise.resolve() },
    watch: false,
    appVersion: 'test',
  });
  if (files) {
    await services.session.open(dir);
    await services.session.loaded();
  }
  const [near, far] = portPair();
  const abilities = { shell: 'test' as const, version: 'test', pickFolder: false, reveal: false, download: false };
  servers.push(serve(far, { ...services.handlers, 'shell.abilities': async () => abilities }, (error) => String(error)));
  const client = connect(near);
  if (options.asAtStart) await openFirst(client.call.bind(client), undefined);
  window.history.replaceState(null, '', `/${hash || '#/'}`);
  render(<App client={client} />);
  const close = async (): Promise<void> => {
    cleanup();
    // Settings are written behind the answer; the folder may only go when they are on disk.
    await client.call('settings.change', {}).catch(() => undefined);
    client.close();
    await services.close();
  };
  onTestFinished(close);
  return {
    user: userEvent.setup(),
    client,
    dir,
    read: (path) => readFile(join(dir, path), 'utf8'),
    outside: async (path, text) => {
      await writeFile(join(dir, path), text);
      await client.call('library.rescan', {});
    },
    readOnly: () => services.session.library().looked({ files: [], folders: [], first: false, readOnly: true, ids: [] }),
    close,
  };
}

/** What a window without layout does not have. */
function standIns(): void {
  Element.prototype.scrollIntoView = () => undefined;
  Object.defineProperty(Element.prototype, 'clientHeight', { configurable: true, get: () => 900 });
  Object.defineProperty(Element.prototype, 'clientWidth', { configurable: true, get: () => 400 });
  window.localStorage.clear();
}

/** A praktijk as a file. */
export function practice(title: string, more: { id?: string; head?: string; body?: string } = {}): string {
  const id = more.id ?? title.toLowerCase().replaceAll(' ', '-');
  return `---\nid: ${id}\nsoort: praktijk\ntitel: ${title}\n${more.head ?? ''}---\n\n${more.body ?? '## Waarom\n\nOmdat ouders het vroegen.\n\n## Hoe\n\nMet een gesprek aan tafel.\n'}`;
}

/** Three practices and a question that know each other. */
export const shelf: Record<string, string> = {
  'praktijken/ouderkamer.md': practice('Ouderkamer op dinsdag', {
    id: 'ouderkamer',
    head: 'samenvatting: Een kamer waar ouders binnenlopen.\norganisatie: Het Wilgenrak\nfase: weeg\ndatum: "2026-02-24"\nthema: [ouders als partner]\n',
    body: '## Waarom\n\nAlle ouders kwamen te laat aan het woord. Zie [[vraag-avond]].\n\n## Hoe\n\nDe deur staat open voor ouders en [een site](https://voorbeeld.nl/pagina).\n',
  }),
  'praktijken/rustplek.md': practice('Rustplek in de gang', {
    id: 'rustplek',
    head: 'fase: verspreid\norganisatie: De Lindehoek\n',
    body: '## Waarom\n\nDe gang was vol geluid.\n',
  }),
  'praktijken/leesmaatjes.md': practice('Leesmaatjes over de bouwen heen', { id: 'leesmaatjes', body: '## Waarom\n\nLezen met een groter kind.\n' }),
  'vragen/avond.md': '---\nid: vraag-avond\nsoort: vraag\ntitel: Hoe bereiken we ouders overdag?\n---\n\n## De vraag\n\nOuders met een baan.\n',
};

/** Waits until the window shows this text somewhere. */
export const seen = (text: string | RegExp): Promise<HTMLElement> => screen.findByText(text, undefined, { timeout: 20_000 });
