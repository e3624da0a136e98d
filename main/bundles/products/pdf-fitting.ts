import type { Typesetter } from '../typesetting.ts';
import { typeset, type SettingOrder } from './pdf-setting.ts';

/** Pages of a PDF of ours, from its page tree. */
export function pageCount(pdf: Uint8Array): number {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  return Math.max(0, ...[...text.matchAll(/\/Type \/Pages\s+\/Count (\d+)/g)].map((found) => Number(found[1])));
}

/** Sets the first of the orders, from ample to sparing, that takes no more than so many pages; the last one when none does. */
export async function typesetWithin(most: number, orders: Iterable<SettingOrder>, typesetter: Typesetter, signal: AbortSignal): Promise<Uint8Array> {
  let bytes: Uint8Array = new Uint8Array();
  for (const order of orders) {
    bytes = await typeset(typesetter, order, signal);
    if (pageCount(bytes) <= most) break;
  }
  return bytes;
}
