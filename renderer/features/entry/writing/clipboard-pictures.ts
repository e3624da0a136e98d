/** What copied HTML holds of pictures: the ones that are in it whole, how many are only named, and whether there are words beside them. */
export function picturesInHtml(html: string): { pictures: File[]; missed: number; words: boolean } {
  if (!/<img|<v:imagedata/i.test(html)) return { pictures: [], missed: 0, words: textIn(html) !== '' };
  const pictures: File[] = [];
  let missed = 0;
  for (const found of html.matchAll(/<img\b[^>]*?\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)) {
    const file = fileOf(found[1] ?? found[2] ?? '', pictures.length + 1);
    if (file) pictures.push(file);
    else missed++;
  }
  return { pictures, missed, words: textIn(html) !== '' };
}

const textIn = (html: string): string =>
  html
    .replace(/<(style|script|title|xml)\b[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/gi, '')
    .replace(/<[^>]*>|&nbsp;|&#160;|\u00a0/gi, ' ')
    .trim();

/** A picture that is written out in its own address; one from elsewhere is never fetched. */
function fileOf(src: string, number: number): File | undefined {
  const found = /^data:(image\/[a-z+]+);base64,([A-Za-z0-9+/=\s]+)$/i.exec(src);
  if (!found) return undefined;
  try {
    const bytes = Uint8Array.from(atob((found[2] ?? '').replace(/\s/g, '')), (sign) => sign.charCodeAt(0));
    return new File([bytes], `plaatje-${number}`, { type: found[1] ?? '' });
  } catch {
    return undefined;
  }
}
