import { describe, expect, test } from 'vitest';
import { inflectionKey } from '../../../domain/search/inflection.ts';

/** Forms of one word on a line; written down by hand. */
const families = `vraag vragen
aanvraag aanvragen
klas klassen
brugklas brugklassen
rekenles rekenlessen
taalles taallessen
module modules
afronden afrondt afgerond afrondde
opvoeden opvoedt opgevoed
beinvloeden beinvloedt beinvloed beinvloedde
begeleiden begeleidt begeleid begeleidde
leiden leidt leidde geleid
doorverwijzen doorverwijst doorverwees doorverwezen
bespreken bespreekt besprak besproken
aanbieden aangeboden aanbood
inschrijven ingeschreven inschreef inschrijft
meedenken meegedacht meedacht
voorlezen voorgelezen voorlas voorleest
bewijs bewijzen bewezen bewijst
belangrijk belangrijke belangrijker belangrijkste
kwetsbaar kwetsbare kwetsbaarder
leerling leerlingen leerlingetje
groep groepen groepje groepjes
verslag verslagen
uur uren
minuut minuten
praten praat praatte gepraat
leren leert leerde geleerd
horen hoort hoorde gehoord
delen deelt deelde gedeeld
bellen belt gebeld
meten meet gemeten
thema themas
agenda agendas
cafe cafes
type types
advies adviezen
proces processen
adres adressen
vriend vrienden
stimuleren gestimuleerd stimuleert
toepassen toegepast toepast
uitvoeren uitgevoerd uitvoert uitvoerde
interventie interventies
bijlage bijlagen
verlagen verlaagt verlaagde
afspraak afspraken
opname opnames opnamen
ochtend ochtenden
kalender kalenders
weten weet wist
zelfstandig zelfstandige zelfstandigste
methode methodes methoden`.split('\n');

describe('a key for the forms of a word', () => {
  test.each(families)('is one for %s', (line) => {
    expect([...new Set(line.split(' ').map(inflectionKey))]).toHaveLength(1);
  });

  test.each([
    'leren lenen',
    'werken wekken',
    'ouder oud',
    'leerling leer',
    'taak taal',
    'bestuur bestuurder',
    'lijst lijden',
    'wegen wijzen',
    'gebied bieden',
  ])('is not one for %s', (line) => expect(new Set(line.split(' ').map(inflectionKey)).size).toBe(2));
});
