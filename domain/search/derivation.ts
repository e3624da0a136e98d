import type { Lexicon } from './compounds.ts';

/** What may stand behind a stem without another subject being meant: `begeleid` + `ing`, `er`, `en`. */
const suffix =
  '(?:heid|heden|ing|ingen|ings|er|ers|ster|sters|aar|aars|en|e|t|de|den|d|end|ende|te|ten|s|eren|eer|eert|eerd|eerde|eerden|erend|erende|ering|eringen|atie|aties|ator|atief|atieve|iteit|iteiten|isch|ische|lijk|lijke|lijks|elijk|elijke|elijkheid|lijkheid|lijkheden|elijkheden|baar|bare|baarheid|schap|schappen|schaps|loos|loze|ig|ige|igen|iging|igheid|ement|ementen|ie|ies|iek|ieke|ist|isten|isme|aal|ale|eel|ele|ief|ieve|tie|ties|eur|eurs|age|zaam|zame|zaamheid|sel|sels|ling|lingen)';
const ends = new RegExp(`^${suffix}$`);
const cut = new RegExp(`^(.{4,}?)${suffix}$`);
const double = /([bdfgklmnprst])\1$/;

/** Stems a word may have been made from, the longest first. */
function stemsOf(word: string): string[] {
  const bare = /^ge.{5,}[dt]e?$/.test(word) ? [word, word.slice(2)] : [word];
  return [
    ...new Set(
      bare.flatMap((one) => {
        const stem = cut.exec(one)?.[1];
        const all = stem === undefined ? [one] : [one, stem];
        return all.flatMap((each) => [
          each,
          each.replace(double, '$1'),
          each.replace(/([aeou])\1([^aeiou])$/, '$1$2'),
          each.replace(/f$/, 'v').replace(/s$/, 'z'),
          each.replace(/v$/, 'f').replace(/z$/, 's'),
        ]);
      }),
    ),
  ].filter((stem) => stem.length >= 4);
}

/** Terms made from the same stem: `begeleider` and `begeleiding`, `evalueren` and `evaluatie`. */
export function relatedTo(word: string, { words, counts }: Lexicon): number[] {
  if (word.length < 5 || /\d/.test(word)) return [];
  const out = new Set<number>();
  for (const stem of stemsOf(word))
    for (const start of [stem, `ge${stem}`])
      for (const term of words.startingWith(start)) {
        const rest = (words.terms[term] ?? '').slice(start.length);
        if (counts(term) > 0 && (rest === '' || ends.test(rest))) out.add(term);
      }
  return [...out];
}
