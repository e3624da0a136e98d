// The plain way to make a search engine understand Dutch: one light key per word and a stop list, given at index time.

const pattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’][\p{L}\p{N}]+)*/gu;

/** Folded words: small letters, no accents, no apostrophes. Every engine gets these, so that none loses on splitting words. */
export function foldedWords(text) {
  const found = text.toLowerCase().match(pattern) ?? [];
  return found.map((word) => (/^[\u0020-\u007e]*$/.test(word) ? word : word.normalize('NFD').replace(/\p{M}+/gu, '')).replace(/['’]/g, ''));
}

export const foldedText = (text) => foldedWords(text).join(' ');

const stopList = `aan al alle alles als altijd ander andere ben bij daar dan dat de deze die dit doe doet doen door dus een eens en er ge geen geweest haar had hadden heb
hebben heeft heel hem het hier hij hoe hoeveel hun iemand iets ik in is ja je jij jou jouw jullie kan kon kun kunnen kunt maar me meer men met mij mijn moet moeten mag mogen na
naar nee niet niets nog nou nu of om omdat onder ons onze ook op over per te tegen toch toen tot tussen uit u uw van veel voor waar waarom waarbij waarvan wanneer want waren was wat
we wel welk welke werd wie wij wil willen wilt word worden wordt ze zei zelf zich zij zijn zo zoals zonder zou zouden zulke`;
export const stopWords = new Set(stopList.split(/\s+/));

const particles =
  'aan|achter|af|bij|binnen|buiten|deel|door|in|mee|na|neer|om|onder|op|over|plaats|samen|tegen|terug|toe|tussen|uit|vast|vol|voor|waar|weg';
const splitVerb = new RegExp(`^(${particles})ge(.{3,}(?:d|t|en))$`);
const keepsGe = /^ge(meen|bied|heid|luid|zond|west|recht|dacht|slacht|wicht|zicht|nt|ld|duld|drag)/;

/** Which ending goes off: the first that fits. */
const endings = [
  [/heden$/, 7, 'id'],
  [/(?<=(?:kind|blad|lied|rund|goed|volk|hoen|gemoed|ei|been))eren$/, 4, ''],
  [/(?<=[^aeiou])tjes?$/, 7, ''],
  [/pjes?$/, 7, ''],
  [/(?<=[^aeiou])jes?$/, 6, ''],
  [/ende[nr]?$/, 8, ''],
  [/en$/, 5, ''],
  [/e$/, 5, ''],
  [/(?<=[^aeiou])(?<!oces|cces|gres|dres|pres|tres)es$/, 6, ''],
  [/(?<=[^aeious])s$/, 5, ''],
  [/(?<=[aeou]a|oo|ee|[^aeiou]i|[oau])(?<![ui]s)(?<!aas|oos|ees)s$/, 6, ''],
];

/** A key that forms of one word mostly share. */
export function lightKey(word) {
  if (word.length < 4 || /\d/.test(word)) return word;
  let key = word.replace(splitVerb, '$1$2');
  if (key === word && word.length >= 7 && /^ge.{4,}[dt]$/.test(word) && !keepsGe.test(word)) key = word.slice(2);
  const ending = endings.find(([test, least]) => key.length >= least && test.test(key));
  if (ending) key = key.replace(ending[0], ending[2]);
  key = key.replace(/([bdfgklmnprst])\1$/, '$1');
  if (key.length >= 5 && /[dt]$/.test(key)) key = key.slice(0, -1).replace(/([bdfgklmnprst])\1$/, '$1');
  key = key.replace(/v$/, 'f').replace(/z$/, 's');
  key = key.replace(/(aa|ee|oo|uu)(?=[bcdfghjklmnpqrstvwxz]+$)/, (pair) => pair[0]);
  return key.length >= 3 ? key : word;
}
