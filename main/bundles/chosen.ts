import type { Emit, Parsed } from '../../domain/api/contract.ts';
import type { Finding } from '../../domain/bundle/gate-finding.ts';
import type { HouseStyle } from '../../domain/bundle/house-style.ts';
import type { LeftOut } from '../../domain/bundle/manifest.ts';
import type { ReaderEntry } from '../../domain/bundle/reader-data.ts';
import type { Shelved } from '../library/shelf.ts';
import type { TextRenderer } from '../library/text-renderer.ts';
import type { Picture, Products } from './products/product.ts';

export interface MakingOptions {
  renderer: TextRenderer;
  /** Folder with the built reader. */
  reader: string;
  products: Products;
  clock: () => Date;
  appVersion: string;
  /** Says that something was handed out. */
  emit?: Emit;
}

export type Order = Parsed<'bundles.export'>;

/** What was chosen and may go along. */
export interface Chosen {
  order: Order;
  made: Date;
  /** `JJJJ-MM-DD` by which consent is judged. */
  today: string;
  chapters: { title: string; entries: Shelved[] }[];
  session: Shelved | undefined;
  /** The style of the house. */
  look: { style: HouseStyle; logo?: Picture };
  leftOut: LeftOut[];
  /** Findings somebody let pass. */
  accepted: Finding[];
}

/** A file of a write-up on its way into the zip. */
export interface SourceFile {
  /** Path in the zip. */
  path: string;
  read(): Promise<Uint8Array>;
}

/** A write-up on its way into the bundle. */
export interface Packed {
  held: Shelved;
  reader: ReaderEntry;
  files: SourceFile[];
}
