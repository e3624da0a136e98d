const abbreviations = new Set(
  'bijv bv o.a oa d.w.z dwz dhr mevr mw nr ca etc enz jl blz p.p min max resp evt i.p.v ipv m.b.t mbt t.o.v tov n.a.v nav i.v.m ivm o.b.v z.o.z vgl incl excl prof dr drs ir ing mr art afd tel dec jan feb aug sept okt nov gem st aant ong'.split(
    ' ',
  ),
);

/** The sentences of a text. A full stop behind an abbreviation, an initial or within a number ends none. */
export function sentencesOf(text: string): string[] {
  const flat = text.replace(/\s+/g, ' ').trim();
  const out: string[] = [];
  let from = 0;
  for (const end of flat.matchAll(/[.!?…]+["”’'»)\]]*(?= ["“„‘'«([]*[\p{Lu}\d])/gu)) {
    const to = end.index + end[0].length;
    if (end[0].startsWith('.') && end[0].length === 1 && isAbbreviation(flat.slice(from, end.index))) continue;
    out.push(flat.slice(from, to));
    from = to + 1;
  }
  if (from < flat.length) out.push(flat.slice(from));
  return out;
}

function isAbbreviation(before: string): boolean {
  const word = /[\p{L}.]+$/u.exec(before)?.[0] ?? '';
  return abbreviations.has(word.toLowerCase()) || /^(?:\p{Lu}\.)*\p{Lu}$/u.test(word) || /^(?:\p{L}\.)+\p{L}$/u.test(word);
}
