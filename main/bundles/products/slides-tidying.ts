import { xmlText } from './office-zip.ts';

/**
 * What the library leaves to wish for in a presentation: everything in Dutch, ids that are used once, a header row that is known as one, notes in
 * paragraphs, and places for title and text in the master itself, so that a new slide has them too.
 */
export function tidySlides(path: string, text: string): string {
  if (!path.startsWith('ppt/')) return path === 'docProps/app.xml' ? properties : text;
  const dutch = text
    .replaceAll('lang="en-US"', 'lang="nl-NL"')
    .replaceAll(' altLang="en-US"', '')
    .replaceAll('descr="preencoded.png"', 'descr="Logo"')
    .replace(/name="(DEFAULT|[A-Z][A-Za-z ]*?)( \d+)?"/g, (given, name: string, number = '') =>
      name in dutchNames ? `name="${dutchNames[name]}${number}"` : given,
    );
  if (/^ppt\/slideMasters\/[^/]+\.xml$/.test(path))
    return dutch.replace('</p:grpSpPr>', `</p:grpSpPr>${masterPlaces}`).replaceAll('<a:t>null</a:t>', '<a:t>‹nr.›</a:t>');
  if (/^ppt\/notesSlides\/[^/]+\.xml$/.test(path)) return inParagraphs(dutch);
  if (!/^ppt\/slides\/[^/]+\.xml$/.test(path)) return dutch;
  let id = 1;
  return dutch
    .replace(/<p:cNvPr id="\d+"/g, () => `<p:cNvPr id="${id++}"`)
    .replaceAll('<a:tblPr/>', '<a:tblPr firstRow="1"/>')
    .replace(/\s+hasCustomPrompt="1"/g, '');
}

/** Names PowerPoint shows in its lists of layouts, shapes and themes, and reads aloud. */
const dutchNames: Readonly<Record<string, string>> = {
  DEFAULT: 'Leeg',
  Slide: 'Dia',
  Text: 'Tekst',
  Shape: 'Vorm',
  Image: 'Afbeelding',
  Table: 'Tabel',
  'Slide Number Placeholder': 'Dianummer',
  'Slide Image Placeholder': 'Dia-afbeelding',
  'Notes Placeholder': 'Notities',
  'Header Placeholder': 'Koptekst',
  'Footer Placeholder': 'Voettekst',
  'Date Placeholder': 'Datum',
  'Office Theme': 'Huisstijl',
  Office: 'Huisstijl',
};

const properties =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>';

function inParagraphs(text: string): string {
  return text.replace(/<a:p><a:r>(<a:rPr[^>]*\/>)<a:t>([\s\S]*?)<\/a:t><\/a:r>(<a:endParaRPr[^>]*\/>)<\/a:p>/g, (_, run: string, words: string) =>
    words
      .split(/\n+/)
      .map((line) => (line.trim() === '' ? '<a:p/>' : `<a:p><a:r>${run}<a:t>${line}</a:t></a:r></a:p>`))
      .join(''),
  );
}

const place = (id: number, type: 'title' | 'body', name: string, at: string, prompt: string): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="${type}"${type === 'body' ? ' idx="1"' : ''}/></p:nvPr></p:nvSpPr>` +
  `<p:spPr><a:xfrm>${at}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>` +
  `<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="nl-NL"/><a:t>${xmlText(prompt)}</a:t></a:r></a:p></p:txBody></p:sp>`;

const masterPlaces =
  place(101, 'title', 'Titel', '<a:off x="640080" y="457200"/><a:ext cx="10908792" cy="868680"/>', 'Titel') +
  place(102, 'body', 'Tekst', '<a:off x="640080" y="1508760"/><a:ext cx="10908792" cy="4526280"/>', 'Tekst');
