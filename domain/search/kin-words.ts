import { inflectionKey } from './inflection.ts';

/**
 * Words that are often used for the same thing without meaning the same: who asks about a *leraar* may be answered by a text about a *docent*. Only for
 * whole questions; a word looked for by itself is not stretched this far. Each line is one set, forms of a word follow from the word.
 */
const lines = `leraar docent leerkracht onderwijzer meester juf lesgever vakdocent lerarenteam
leerling scholier student kind pupil
kind jongere jeugdige peuter kleuter puber tiener jongen meisje zoon dochter
ouder vader moeder verzorger gezin opvoeder familie
school schoolgebouw instelling locatie vestiging
les lesuur lesgeven lessen instructie uitleg
klas groep lokaal klaslokaal
thuis huis woning huiskamer gezin
wonen woning huis kamer
gesprek praten spreken overleg overleggen bespreken bellen contact gesprekje
vertellen zeggen uitleggen verhaal
vraag vragen navragen
antwoord antwoorden reageren reactie
bellen telefoon telefoneren opbellen
mail bericht app appen brief
bijeenkomst vergadering overleg sessie samenkomst vergaderen
directeur schoolleider leidinggevende rector teamleider bestuurder
baas leidinggevende werkgever chef
collega medewerker personeel teamlid
medewerker werknemer personeel kracht
begeleider coach mentor begeleiden begeleiding ondersteuner
steun hulp ondersteuning helpen bijstaan ondersteunen begeleiden
hulpverlener zorgverlener professional behandelaar therapeut
therapeut fysiotherapeut ergotherapeut behandelaar logopedist
patient client revalidant bewoner deelnemer
arts dokter huisarts behandelaar
verpleegkundige verzorgende zorgmedewerker zuster
ziek ziekte patient ziekenhuis aandoening
opname opgenomen opnemen ziekenhuis afdeling
ontslag vertrek
oefenen oefening training trainen herhalen
leren onderwijs oefenen opleiding
lezen boek voorlezen tekst leesboek
schrijven tekst opschrijven noteren pen
rekenen som wiskunde getal tafel
taal woordenschat woord nederlands spreken
boek bibliotheek verhaal prentenboek
toets examen proefwerk overhoring tentamen test
cijfer beoordeling rapport punt score
beoordelen becijferen waarderen oordeel feedback
feedback terugkoppeling commentaar reactie
fout vergissing verkeerd misgaan mislukken
probleem moeilijkheid knelpunt lastig moeilijk zorg
moeilijk lastig zwaar ingewikkeld
makkelijk eenvoudig gemakkelijk simpel
oplossen oplossing aanpak verhelpen
aanpak werkwijze methode manier werken
manier wijze methode aanpak
stap fase onderdeel
begin start beginnen starten aanvang opstarten
nieuw beginnend starter startend pas instromer
stoppen ophouden afhaken uitvallen vertrekken weggaan stop
vertrekken verlaten weggaan vertrek
blijven behouden vasthouden
einde slot afronden afsluiten afloop
snel vlug gauw direct meteen
langzaam traag geleidelijk
vaak regelmatig telkens geregeld
wekelijks week
dagelijks dag
maandelijks maand
jaarlijks jaar
ochtend morgen vroeg
middag namiddag
avond laat
pauze rust onderbreking
tijd uur minuut duur duren
lang duren duur
wachten wachttijd wachtlijst
rooster planning agenda schema
afspraak afspreken regel
regel afspraak wet voorschrift
mogen toegestaan toestemming recht
verplicht moeten plicht
verbieden verboden mogen
geld kosten budget betalen subsidie prijs euro
betalen kosten vergoeding betaling
goedkoop gratis voordelig
kopen aanschaf aanschaffen inkoop inkopen
aantal hoeveelheid getal
meer groter toename groeien stijgen vaker
minder kleiner afname dalen verminderen
groeien groei toename stijgen ontwikkelen
beter verbeteren vooruitgang verbetering
slecht slechter achteruitgang zwak
goed geslaagd succes werken
resultaat opbrengst uitkomst effect gevolg
effect gevolg invloed werking impact
meten meting onderzoek cijfers
onderzoek studie onderzoeken meting
bewijs bewijzen aantonen blijken
doel doelstelling bedoeling streven
reden oorzaak aanleiding waarom
plan planning voornemen
afwezig verzuim spijbelen absent thuisblijven ontbreken
verzuim spijbelen thuiszitter afwezigheid schoolverzuim
thuiszitter schooluitval uitval verzuim
aanwezig erbij opkomst komen
uitnodigen uitnodiging vragen
bezoek bezoeken langskomen huisbezoek
ontmoeten ontmoeting elkaar kennismaken
samen samenwerken samenwerking gezamenlijk elkaar
alleen zelfstandig zelf
zelfstandig zelfstandigheid zelf eigen
verantwoordelijk verantwoordelijkheid eigenaar
meedoen deelnemen deelname participatie meepraten inspraak
inspraak meedenken meebeslissen meepraten leerlingenraad medezeggenschap
beslissen besluit besluiten kiezen keuze
kiezen keuze voorkeur
mening oordeel vinden standpunt
ruzie conflict onenigheid pesten vechten
pesten plagen gepest uitsluiten
veilig veiligheid vertrouwen
vertrouwen band relatie
bang angst angstig spanning
spanning stress druk zenuwen
boos woede boosheid agressie
verdriet rouw verlies verliezen verlaten overleden dood
overlijden dood sterven overleden rouw
blij plezier geluk tevreden
tevreden tevredenheid blij waardering
zin motivatie gemotiveerd plezier
moe vermoeid vermoeidheid rust
gedrag houding doen
aandacht concentratie opletten focus
stil stilte rustig rust
geluid lawaai herrie muziek
spelen spel speelplaats speelgoed
buiten plein schoolplein tuin natuur
bewegen beweging sport gym lopen
sport gym sporten bewegen sportclub
eten maaltijd lunch ontbijt koken
koken keuken eten
drinken koffie thee
kleding kleren
vervoer bus reizen taxi fiets
gebouw ruimte lokaal kamer zaal
ruimte plek kamer lokaal
plek plaats ruimte locatie
muur wand bord
bord poster kaart wandbord
computer laptop digitaal tablet scherm
telefoon mobiel smartphone
internet website online web
digitaal online computer
foto beeld afbeelding plaatje filmpje
film video filmpje opname
tekening tekenen plaatje pictogram
uitzicht zien kijken
zien kijken observeren waarnemen bekijken
luisteren horen gehoor
formulier lijst vragenlijst invullen
lijst overzicht opsomming
gegevens informatie data dossier
dossier verslag gegevens
verslag rapport aantekening notulen
informatie gegevens voorlichting uitleg
privacy persoonsgegevens vertrouwelijk
delen verspreiden doorgeven uitwisselen
uitwisselen uitwisseling delen
voorbeeld praktijkvoorbeeld casus
ervaring ervaren meemaken ervaringsdeskundige
kennis weten expertise
deskundig expert specialist deskundige
vaardigheid kunnen bekwaam
opleiding cursus scholing training bijscholing
stage stagiair praktijk leerwerkplek
beroep werk baan vak loopbaan
werk baan arbeid werken
bedrijf werkgever onderneming organisatie
gemeente wijk stad overheid
buurt wijk straat omgeving
buur buurman buurvrouw
vrijwilliger vrijwilligerswerk maatje
vriend vriendschap maatje
maatje buddy koppel
oudere senior bejaarde grootouder
grootouder opa oma
volwassene ouder
vluchteling nieuwkomer asielzoeker migrant statushouder
nieuwkomer anderstalig vluchteling thuistaal
anderstalig meertalig thuistaal moedertaal tweetalig
taal thuistaal moedertaal
cultuur achtergrond afkomst
armoede arm geld schulden minima
scheiding gescheiden
beperking handicap stoornis
rolstoel loophulp hulpmiddel
vallen val valpartij
lopen wandelen stappen
pijn klacht
medicijn medicatie pil
diabetes suikerziekte
beroerte hersenletsel cva
praten spreken communiceren spraak
begrijpen snappen verstaan begrip
duidelijk helder begrijpelijk
onthouden geheugen herinneren
vergeten vergeetachtig
denken nadenken bedenken
bedenken verzinnen ontwerpen idee
idee inval bedenksel
maken ontwikkelen ontwerpen
gebruiken inzetten toepassen gebruik
toepassen gebruiken invoeren uitvoeren
invoeren invoering implementatie
veranderen verandering wijzigen aanpassen
aanpassen aanpassing veranderen bijstellen
voorkomen preventie vermijden
signaal signaleren opmerken merken
merken opmerken zien
controleren controle nakijken nagaan
nakijken corrigeren verbeteren
overgang overstap doorstroom
overdracht overdragen doorgeven
warm persoonlijk
terugkeren terugkomen terug
helpen hulp ondersteunen
bereiken bereik contact
betrekken betrokken betrokkenheid
organiseren regelen opzetten
regelen organiseren zorgen
vergaderen vergadering overleggen
presenteren presentatie tonen
tonen presenteren
ruilen wisselen uitwisselen
kosten prijs euro
fiets fietsen
auto rijden
weer opnieuw nogmaals
nacht slapen slaap
vakantie vrij zomer
huiswerk maakwerk thuiswerk
huiswerkbegeleiding huiswerkklas bijles
bijles huiswerkbegeleiding
hoogbegaafd begaafd talent slim
talent kwaliteit sterk
zwak achterstand moeite
achterstand achterlopen zwak
dyslexie leesprobleem
kleuter peuter onderbouw
brugklas brugklasser eersteklasser
eindexamen examen
medezeggenschap medezeggenschapsraad mr inspraak
raad bestuur commissie
bestuur bestuurder leiding
inspectie toezicht controle
ict computer digitaal`;

/** Words per inflection key: the first word of a line leads to all others, and they to it. */
const kin = new Map<string, Set<string>>();
for (const line of lines.split('\n')) {
  const [first = '', ...others] = line.split(' ');
  for (const other of others) {
    join(first, other);
    join(other, first);
  }
}

function join(from: string, to: string): void {
  const key = inflectionKey(from);
  const held = kin.get(key) ?? new Set();
  kin.set(key, held.add(to));
}

/** Words that may be used where this one is asked for, in their plain form. */
export const kinOf = (word: string): readonly string[] => [...(kin.get(inflectionKey(word)) ?? [])];
