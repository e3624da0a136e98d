/** Words that say nothing about a subject; in a question they do not count as long as other words are there. */
const functionWords = new Set(
  `de het een en of maar want dus dat die dit deze er hier daar te ten ter van voor in op aan met om bij uit over tot naar door als dan toen ook nog
  al wel niet geen is zijn was waren ben bent wordt worden werd werden heb heeft hebben had hadden kan kun kunt kunnen kon konden moet moeten mag
  mogen wil willen zal zullen zou zouden doe doet doen gaat gaan ga komt komen laat laten ik jij je u hij zij ze wij we jullie hen hun hem haar
  mijn jouw uw ons onze zich zelf iemand iets niemand niets alle alles men wie wat waar wanneer waarom waarmee waarvoor waardoor waarin hoe
  hoeveel welk welke of ofwel zoals omdat zodat terwijl tijdens tussen onder na per via zonder binnen buiten tegen zo heel erg veel meer meest
  steeds altijd nooit soms weer weinig elk elke ieder iedere ander andere eigen mee af toe eens even graag misschien toch nu eerst weet zo'n z'n m'n`.split(
    /\s+/,
  ),
);

/** Whether a folded word is one that says nothing by itself. */
export const isFunctionWord = (word: string): boolean => functionWords.has(word);

/** Parts of compounds from this field that a small collection may not hold as words of their own. */
const seedParts = new Set(
  `leer lees taal reken schrijf les leerling leraar docent ouder kind jeugd jongeren school klas groep team werk studie dag kennis praktijk
  onderzoek onderwijs zorg wijk buurt gezin gemeente gemeenschap cyclus kring vak bouw plan beleid bestuur proces project kwaliteit toets
  begeleiding ondersteuning samenwerking verband netwerk lijn leven loopbaan beroep sport spel muziek cultuur natuur techniek kunst
  voorbeeld verhaal gesprek vraag antwoord doel doelgroep stap vorm werkvorm inhoud kaart boek brief bijeenkomst sessie overleg
  opleiding scholing training coach mentor leider leiding directeur rector coordinator medewerker professional vrijwilliger burger
  inwoner bewoner client patient hulp verlener verlening opvang peuter kleuter basis speel start eind midden voor na tijd jaar maand week uur
  plek ruimte huis plein gebouw landschap omgeving veld gebied tuin keuken kamer loket centrum punt winkel bedrijf
  gedrag leerstof lesstof stof methode instrument middel materiaal pakket programma platform systeem model kader wijzer lijst formulier
  cijfer score resultaat opbrengst effect waarde norm regel wet recht plicht taak rol functie positie team groei ontwikkeling
  verandering verbetering vernieuwing innovatie digitaal media computer internet web site app data informatie communicatie
  schap heids zorgen vaardigheid vaardigheden competentie motivatie houding betrokkenheid eigenaarschap burgerschap leiderschap`.split(/\s+/),
);

/** Whether a part is one that compounds in this field are made of. */
export const isSeedPart = (part: string): boolean => seedParts.has(part);
