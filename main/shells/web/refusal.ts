const reasons: Record<number, { title: string; text: string }> = {
  400: { title: 'Dit adres klopt niet', text: 'Oogst kan het niet lezen. Ga terug naar het beginscherm.' },
  403: {
    title: 'Deze pagina is niet (meer) met Oogst verbonden',
    text: 'Het startadres werkt maar één keer, en alleen op de computer waarop Oogst draait. Start Oogst opnieuw; dan opent een nieuw adres. Plak dat zelf in de adresbalk als dat niet vanzelf gaat. Je bestanden zijn veilig.',
  },
  404: { title: 'Hier staat niets', text: 'Dit bestand is er niet, of Oogst laat het niet zien.' },
  405: { title: 'Dat kan hier niet', text: 'Oogst laat op dit adres alleen iets zien. Er is niets gedaan.' },
  413: { title: 'Dat is te veel', text: 'Oogst neemt op dit adres niets aan. Er is niets gedaan.' },
  421: {
    title: 'Dit is niet het adres van Oogst',
    text: 'Gebruik het adres dat Oogst bij het starten laat zien; het begint met http://127.0.0.1. Start Oogst opnieuw als je het niet meer hebt.',
  },
  500: { title: 'Er ging iets mis', text: 'Je bestanden zijn niet veranderd. Laad de pagina opnieuw.' },
};

/** A page that says in plain words why there is nothing to see, without any style or script. */
export function refusalPage(status: number): string {
  const { title, text } = reasons[status] ?? { title: 'Er ging iets mis', text: 'Je bestanden zijn niet veranderd. Laad de pagina opnieuw.' };
  return `<!doctype html>\n<html lang="nl"><head><meta charset="utf-8"><title>${title} · Oogst</title></head><body><main><h1>${title}</h1><p>${text}</p></main></body></html>\n`;
}
