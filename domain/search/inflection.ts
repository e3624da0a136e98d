/** No Dutch word is longer; what is, has no forms, parts or slips worth the time. */
export const longestWord = 50;

/**
 * A light key for Dutch inflection: words with the same key are taken for forms of one word (`leraar` and `leraren`, `werkt` and `gewerkt`). A key is
 * no lemma and is never shown. Regular forms go by rule; strong verbs by a list.
 */
export function inflectionKey(word: string): string {
  if (word.length > longestWord) return word;
  const strong = strongWords.get(word) ?? prefixedKey(word);
  if (strong !== undefined) return strong;
  if (word.length < 4 || /\d/.test(word)) return word;
  // `swv's`: without a vowel it is an abbreviation.
  if (word.length < 7 && /^[bcdfghjklmnpqrstvwxz]+[bcdfghjklmnpqrtvwxz]s$/.test(word)) return word.slice(0, -1);
  // `afrondt` is a form of `afronden` as `afrond` is; in the comparative the word itself is before `der`.
  const plain = word
    .replace(/dt$/, 'd')
    .replace(/cycli$/, 'cyclus')
    .replace(/(baar|lijk|rijk|[^n]ig(?=st))(?:d?er|ste?)e?$/, '$1');
  const apart = withoutGe(plain);
  const bare = shortVowel(singleEnd(ending(apart)));
  const key = shortVowel(hardEnd(withoutT(bare, apart !== plain)));
  return key.length >= 3 ? key : word;
}

const particles =
  'aan|achter|af|bij|binnen|buiten|deel|door|in|mee|na|neer|om|onder|op|over|plaats|samen|tegen|terug|toe|tussen|uit|vast|vol|voor|waar|weg';
const separable = new RegExp(`^(${particles})ge(.{3,}(?:d|t|de|te|den|ten|en))$`);
const geIsPart =
  /^ge(meen|bied|heid|luid|zond|west|recht|dacht|slacht|wicht|zicht|nt|ld|duld|drag|bouw|bruik|sprek|voel|vaar|richt|moed|waad|laat|rust|halt|baar|west|noot|zelschap|loof|heim|spreid$)/;

/** `gewerkt` and `aangepast` without their `ge`. */
function withoutGe(word: string): string {
  const apart = separable.exec(word);
  if (apart) return `${apart[1] ?? ''}${apart[2] ?? ''}`;
  return word.length >= 6 && /^ge(?:.{4,}[dt]en?|.{3,}[dt])$/.test(word) && !geIsPart.test(word) ? word.slice(2) : word;
}

const eren = /(kind|blad|lied|rund|goed|volk|hoen|gemoed|ei|been|kalv|lamm)eren$/;
const keepsEs = /(oces|cces|gres|dres|pres|tres|vlees|anjes|iljes|fles|zakmes|aambes|(?<!u|el|il|c|ab|ib)les)$/;

const keepsS = /(?:(?:aa|ie|oe|ij|ui|ou|ei|oo|ee)|r)ts$/;

/** Off with the ending of a plural, a diminutive, a verb or an adjective. */
function ending(word: string): string {
  const size = word.length;
  if (size > 6 && word.endsWith('heden')) return `${word.slice(0, -4)}eid`;
  if (eren.test(word)) return word.slice(0, -4).replace(/lv$/, 'lf').replace(/mm$/, 'm');
  if (size > 6 && /ingetjes?$/.test(word)) return word.replace(/etjes?$/, '');
  if (size > 6 && /[^aeiou]tjes?$/.test(word)) return word.replace(/tjes?$/, '');
  if (size > 6 && /[aeiou]{1,2}tjes?$/.test(word)) return word.replace(/tjes?$/, '').replace(/([aou])\1$/, '$1');
  if (size > 6 && /(?<!(?:[lkd]|st|tr)a)mpjes?$/.test(word)) return word.replace(/pjes?$/, '');
  if (size > 5 && /pjes?$/.test(word)) return word.replace(/jes?$/, '');
  if (size > 5 && /[^aeiou]jes?$/.test(word)) return word.replace(/jes?$/, '');
  if (/(?:[^aeiou]i|[^aeiou]e)e(?:en|s)?$/.test(word)) return word.replace(/(?:en|s)$/, '');
  if (size > 7 && /(?<!vri|week|leg|duiz)end(?:en?)?$/.test(word)) return word.replace(/end(?:en?)?$/, '');
  if (size > 4 && /[^aeio]en$/.test(word)) return word.slice(0, -2);
  if (size > 4 && word.endsWith('e')) return word.slice(0, -1);
  if (size > 5 && /[^aeiou]es$/.test(word) && !keepsEs.test(word)) return word.slice(0, -2);
  if (size > 4 && /[^aeious]s$/.test(word) && !keepsS.test(word)) return word.slice(0, -1);
  if (
    size > 4 &&
    /(?:[aeou]a|eau|oo|ee|[^aeiou]i|o|a|u)s$/.test(word) &&
    !/us$|is$|aas$|oos$|ees$|(?:kl|gl|gr|[^aeiou]j|^j|^p|[^aeiou]p|mp|err|oer|atr|atl|an|^t|ol?t|w)as$/.test(word)
  )
    return word.slice(0, -1);
  return word;
}

const singleEnd = (word: string): string => word.replace(/([bdfgklmnprst])\1$/, '$1');
/** Off with the `t` or `d` behind a consonant; behind a vowel it belongs to the word (`praat`, `begeleid`). */
const withoutT = (word: string, participle: boolean): string =>
  word.length >= 4 && (/[^aeiou]t$/.test(word) || (/[^aeiou]d$/.test(word) && (participle || word.length >= 5)))
    ? singleEnd(word.slice(0, -1))
    : word;
const hardEnd = (word: string): string => word.replace(/v$/, 'f').replace(/z$/, 's');
const shortVowel = (word: string): string => word.replace(/([aeou])\1(?=[bcdfghjklmnpqrstvwxz]+$)/, '$1');

/** A number for a key, the same in every run. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) | 0;
}

/** Strong and irregular verbs with the forms that no rule gives; each line is one word, the first form gives the key. */
const verbLines = `lezen leest lees las lazen gelezen lezend
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
vragen vraagt vraag vroeg vroegen gevraagd
dragen draagt draag droeg droegen gedragen
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
verliezen verliest verlies verloor verloren
werven werft werf wierf wierven geworven
sterven sterft sterf stierf stierven gestorven
eten eet at aten gegeten
vergeten vergeet vergat vergaten
rijden rijdt rijd reed reden gereden
snijden snijdt snijd sneed sneden gesneden
schieten schiet schoot schoten geschoten
vallen valt val viel vielen gevallen
slapen slaapt slaap sliep sliepen geslapen
hangen hangt hang hing hingen gehangen
vangen vangt vang ving vingen gevangen
slaan slaat sla sloeg sloegen geslagen
winnen wint win won wonnen gewonnen
zingen zingt zing zong zongen gezongen
springen springt spring sprong sprongen gesprongen
drinken drinkt drink dronk dronken gedronken
grijpen grijpt grijp greep grepen gegrepen
kijken kijkt kijk keek keken gekeken
lijken lijkt lijk leek leken geleken
blijken blijkt bleek bleken gebleken
stijgen stijgt stijg steeg stegen gestegen
zwijgen zwijgt zwijg zweeg zwegen gezwegen
schuiven schuift schuif schoof schoven geschoven
vliegen vliegt vlieg vloog vlogen gevlogen
roepen roept roep riep riepen geroepen
breken breekt breek brak braken gebroken
steken steekt steek gestoken
treden treedt treed trad traden getreden
genezen geneest genees genas genazen
wegen weegt weeg woog wogen gewogen
zwemmen zwemt zwem zwom zwommen gezwommen
zenden zendt zend zond zonden gezonden
schenken schenkt schenk schonk schonken geschonken
binden bindt bind bond bonden gebonden
dringen dringt dring drong drongen gedrongen
dwingen dwingt dwing dwong dwongen gedwongen
klinken klinkt klink klonk klonken geklonken
vechten vecht vocht vochten gevochten
raden raadt raad ried rieden geraden
drijven drijft drijf dreef dreven gedreven
wrijven wrijft wrijf wreef wreven gewreven
bijten bijt beet beten gebeten
wijten wijt verweet verweten
glijden glijdt glijd gleed gleden gegleden
lijden lijdt lijd leed leden geleden
strijden strijdt strijd streed streden gestreden
mijden mijdt mijd meed meden gemeden
overlijden overlijdt overleed overleden
prijzen prijst prijs prees prezen geprezen
schijnen schijnt schijn scheen schenen geschenen
liegen liegt lieg loog logen gelogen
genieten geniet genoot genoten
buigen buigt buig boog bogen gebogen
zuigen zuigt zuig zoog zogen gezogen
kruipen kruipt kruip kroop kropen gekropen
ruiken ruikt ruik geroken
vriezen vriest vroor gevroren
bewegen beweegt beweeg bewoog bewogen
scheren scheert scheer schoor schoren geschoren
stelen steelt steel stal stalen gestolen
bidden bidt bid bad baden gebeden
zeggen zegt zeg zei zeiden gezegd
leggen legt leg legde legden gelegd
meten meet mat gemeten
zetten zet zette gezet
leren leert leer leerde leerden geleerd
duren duurt duur duurde duurden geduurd
horen hoort hoor hoorde hoorden gehoord
delen deelt deel deelde deelden gedeeld
keren keert keer keerde keerden gekeerd`;

/** The same for other words. */
const wordLines = `type types
ochtend ochtenden
afspraak afspraken
uitspraak uitspraken
toespraak toespraken
aanname aannames aannamen
opname opnames opnamen
deelname deelnames deelnamen
inname innames innamen
afname afnames afnamen
cafe cafes
uur uren uurtje uurtjes
advies adviezen
verslag verslagen
gemeente gemeenten gemeentes
stad steden stadje stadjes
schip schepen
lid leden
school scholen schooltje schooltjes
weg wegen
dag dagen dagje dagjes
kind kinderen kindje kindjes
ei eieren
museum musea museums
centrum centra centrums
criterium criteria criteriums
schema schemas schemata
gemak gemakken
leraar leraren leraars
bezoek bezoeken
besluit besluiten besloot besloten
gebouw gebouwen
onderzoek onderzoeken onderzoekt onderzocht onderzochten
overleg overleggen overlegt overlegde overlegden overlegd`;

const strongVerbs: ReadonlyMap<string, string> = new Map(
  verbLines.split('\n').flatMap((line) => {
    const forms = line.split(' ');
    // Behind `be`, `ver` and the like a participle has no `ge`: `besproken`.
    const bare = forms.slice(1).flatMap((form) => (/^ge.{4,}(?:en|d)$/.test(form) && form !== 'geslagen' ? [form.slice(2)] : []));
    return [...bare, ...forms].map((form): [string, string] => [form, forms[0] ?? '']);
  }),
);

const strongWords: ReadonlyMap<string, string> = new Map([
  ...[...strongVerbs].flatMap(([form, first]): [string, string][] => (verbLines.includes(form) ? [[form, `=${first}`]] : [])),
  ...wordLines.split('\n').flatMap((line) => {
    const forms = line.split(' ');
    return forms.map((form): [string, string] => [form, `=${forms[0] ?? ''}`]);
  }),
]);

const leads = `${particles}|be|ver|ont|her|er|mis|voort|heen|rond|vrij|open|thuis|goed|gelijk|stil|hoog|vast|klaar|dicht`.split('|');

/** Behind a particle these are nouns (`bijlagen`) or other verbs (`verlagen`). */
const asNoun = /^(?:lag|lagen|slag|slagen|bad|baden|wegen)$/;

/** The key of a strong verb behind a particle or two: `doorverwees` as `doorverwijzen`. */
function prefixedKey(word: string): string | undefined {
  for (const lead of leads) {
    if (!word.startsWith(lead) || word.length < lead.length + 3) continue;
    const rest = word.slice(lead.length);
    const first = strongVerbs.get(rest) ?? prefixedKey(rest)?.slice(1);
    if (first !== undefined && rest.length > 2 && !asNoun.test(rest)) return `=${lead}${first}`;
  }
  return undefined;
}
