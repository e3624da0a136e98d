/** Type and size in pixels of a PNG or JPEG by its first bytes; undefined for anything else, and for sizes no paper needs. Never throws. */
export function pictureSize(bytes: Uint8Array): { type: 'image/png' | 'image/jpeg'; width: number; height: number } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = pngSize(view) ?? jpegSize(view);
  return found && found.width > 0 && found.height > 0 && found.width * found.height <= mostPixels ? found : undefined;
}

/** Larger ones cost more memory than a page is worth. */
const mostPixels = 50_000_000;

function pngSize(view: DataView): ReturnType<typeof pictureSize> {
  if (view.byteLength < 33 || view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a || view.getUint32(12) !== 0x49484452)
    return undefined;
  return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
}

function jpegSize(view: DataView): ReturnType<typeof pictureSize> {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return undefined;
  for (let at = 2; at + 9 < view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (frame) return { type: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    if (marker === 0xff) at++;
    else at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}
