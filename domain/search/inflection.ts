/**
 * A light key for Dutch inflection: words with the same key are taken for forms of one word (`leraar` and `leraren`, `werkt` and `gewerkt`). A key is
 * no lemma and is never shown. Regular forms go by rule; strong verbs by a list.
 */
export function inflectionKey(word: string): string {
  const strong = strongForms.get(word);
  if (strong !== undefined) return strong;
  if (word.length < 4 || /\d/.test(word)) return word;
  const bare = ending(withoutGe(word));
  const key = shortVowel(hardEnd(withoutT(singleEnd(bare))));
  return key.length >= 3 ? key : word;
}

const particles =
  'aan|achter|af|bij|binnen|buiten|deel|door|in|mee|na|neer|om|onder|op|over|plaats|samen|tegen|terug|toe|tussen|uit|vast|vol|voor|waar|weg';
const separable = new RegExp(`^(${particles})ge(.{3,}(?:d|t|de|te|den|ten|en))$`);
const geIsPart = /^ge(meen|bied|heid|luid|zond|west|recht|dacht|slacht|wicht|zicht|nt|ld|duld|drag|bouw|bruik|sprek|voel|vaar|richt)/;

/** `gewerkt` and `aangepast` without their `ge`. */
function withoutGe(word: string): string {
  const apart = separable.exec(word);
  if (apart) return `${apart[1] ?? ''}${apart[2] ?? ''}`;
  return word.length >= 7 && /^ge.{4,}[dt](?:en?)?$/.test(word) && !geIsPart.test(word) ? word.slice(2) : word;
}

const eren = /(kind|blad|lied|rund|goed|volk|hoen|gemoed|ei|been|kalv|lamm)eren$/;
const keepsEs = /(oces|cces|gres|dres|pres|tres|vlees|anjes|iljes)$/;

const keepsS = /(?:(?:aa|ie|oe|ij|ui|ou|ei|oo|ee)|r)ts$/;

/** Off with the ending of a plural, a diminutive, a verb or an adjective. */
function ending(word: string): string {
  const size = word.length;
  if (size > 6 && word.endsWith('heden')) return `${word.slice(0, -4)}eid`;
  if (eren.test(word)) return word.slice(0, -4).replace(/lv$/, 'lf').replace(/mm$/, 'm');
  if (size > 6 && /[^aeiou]tjes?$/.test(word)) return word.replace(/tjes?$/, '');
  if (size > 6 && /[aeiou]{1,2}tjes?$/.test(word)) return word.replace(/tjes?$/, '').replace(/([aou])\1$/, '$1');
  if (size > 6 && /pjes?$/.test(word)) return word.replace(/pjes?$/, '');
  if (size > 5 && /[^aeiou]jes?$/.test(word)) return word.replace(/jes?$/, '');
  if (/(?:[^aeiou]i|[^aeiou]e)e(?:en|s)?$/.test(word)) return word.replace(/(?:en|s)$/, '');
  if (size > 7 && /end(?:e[nr]?)?$/.test(word)) return word.replace(/end(?:e[nr]?)?$/, '');
  if (size > 4 && /[^aeio]en$/.test(word)) return word.slice(0, -2);
  if (size > 4 && word.endsWith('e')) return word.slice(0, -1);
  if (size > 5 && /[^aeiou]es$/.test(word) && !keepsEs.test(word)) return word.slice(0, -2);
  if (size > 4 && /[^aeious]s$/.test(word) && !keepsS.test(word)) return word.slice(0, -1);
  if (size > 4 && /(?:[aeou]a|oo|ee|[^aeiou]i|o|a|u)s$/.test(word) && !/us$|is$|aas$|oos$|ees$/.test(word)) return word.slice(0, -1);
  return word;
}

const singleEnd = (word: string): string => word.replace(/([bdfgklmnprst])\1$/, '$1');
const withoutT = (word: string): string => (word.length >= 5 && /[dt]$/.test(word) ? singleEnd(word.slice(0, -1)) : word);
const hardEnd = (word: string): string => word.replace(/v$/, 'f').replace(/z$/, 's');
const shortVowel = (word: string): string => word.replace(/([aeou])\1(?=[bcdfghjklmnpqrstvwxz]+$)/, '$1');

/** A number for a key, the same in every run. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) | 0;
}

/** Strong and irregular words with the forms that no rule gives; each line is one word, the first form gives the key. */
const strongLines = `lezen leest lees las lazen gelezen lezend
geven geeft geef gaf gaven gegeven
nemen neemt neem nam namen genomen
spreken spreekt spreek sprak spraken gesproken
komen komt kom kwam kwamen gekomen
gaan gaat ga ging gingen gegaan
doen doet doe deed deden gedaan
zien ziet zie zag zagen gezien
staan staat sta stond stonden gestaan
krijgen krijgt krijg kreeg kregen gekregen
schrijven schrijft schrijf schreef schreven geschreven
blijven blijft blijf bleef bleven gebleven
helpen helpt help hielp hielpen geholpen
brengen brengt breng bracht brachten gebracht
denken denkt denk dacht dachten gedacht
zoeken zoekt zoek zocht zochten gezocht
kopen koopt koop kocht kochten gekocht
vinden vindt vind vond vonden gevonden
beginnen begint begin begon begonnen
kiezen kiest kies koos kozen gekozen
houden houdt houd hou hield hielden gehouden
laten laat liet lieten gelaten
lopen loopt loop liep liepen gelopen
vragen vraagt vroeg vroegen gevraagd
dragen draagt droeg droegen gedragen
weten weet wist wisten geweten
kunnen kan kun kunt kon konden gekund
moeten moet moest moesten gemoeten
mogen mag mocht mochten
willen wil wilt wilde wou wilden gewild
zijn is was waren geweest ben bent
worden wordt werd werden geworden
hebben heeft heb had hadden gehad
zitten zit zat zaten gezeten
liggen ligt lig lag lagen gelegen
treffen treft tref trof troffen getroffen
trekken trekt trek trok trokken getrokken
sluiten sluit sloot sloten gesloten
bieden biedt bied bood boden geboden
wijzen wijst wijs wees wezen gewezen
bewijzen bewijst bewijs bewees bewezen
verliezen verliest verlies verloor verloren
werven werft werf wierf wierven geworven
sterven sterft stierf stierven gestorven
eten eet at aten gegeten
rijden rijdt rijd reed reden gereden
snijden snijdt sneed sneden gesneden
schieten schiet schoot schoten geschoten
vallen valt val viel vielen gevallen
slapen slaapt sliep sliepen geslapen
hangen hangt hing hingen gehangen
vangen vangt ving vingen gevangen
slaan slaat sla sloeg sloegen geslagen
winnen wint won wonnen gewonnen
zingen zingt zong zongen gezongen
springen springt sprong sprongen gesprongen
drinken drinkt dronk dronken gedronken
begrijpen begrijpt begrijp begreep begrepen
beschrijven beschrijft beschrijf beschreef beschreven
besluiten besluit besloot besloten
bespreken bespreekt bespreek besprak bespraken besproken
afspreken afspreekt afgesproken
deelnemen deelneemt deelgenomen
ondernemen onderneemt ondernam ondernomen
aanbieden aanbiedt aangeboden
onderzoeken onderzoekt onderzocht onderzochten
ontvangen ontvangt ontving ontvingen
vergelijken vergelijkt vergeleek vergeleken
verdwijnen verdwijnt verdween verdwenen
verschijnen verschijnt verscheen verschenen
overleggen overlegt overlegde overlegden overlegd
stad steden stadje stadjes
schip schepen
lid leden
school scholen schooltje schooltjes
weg wegen
dag dagen dagje dagjes
kind kinderen kindje kindjes
ei eieren
museum musea museums
criterium criteria criteriums
schema schemas schemata
gemak gemakken
leraar leraren leraars`;

const strongForms: ReadonlyMap<string, string> = new Map(
  strongLines.split('\n').flatMap((line) => {
    const forms = line.split(' ');
    return forms.map((form): [string, string] => [form, `=${forms[0] ?? ''}`]);
  }),
);
