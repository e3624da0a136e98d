import { emptyElements, proposedElements, worksheetQuestions } from '../../../domain/bundle/worksheet-questions.ts';
import type { Typesetter } from '../typesetting.ts';
import { sharedData, sharedFiles } from './pdf-data.ts';
import { pdfPerPractice } from './pdf-per-practice.ts';
import { typeset } from './pdf-setting.ts';
import type { MakeProduct } from './product.ts';
import { sheetLabels } from './worksheet-marks.ts';

const noPictures: ReadonlySet<string> = new Set();

/** The worksheet with one practice, to fill in with a pen. */
export function paperWorksheets(typesetter: Typesetter): MakeProduct {
  return pdfPerPractice((entry, input, signal) => {
    const data = {
      ...sharedData(input, `Werkblad – ${entry.title}`, noPictures),
      practice: entry.title,
      summary: entry.summary,
      labels: sheetLabels,
      questions: worksheetQuestions(input.worksheet, input.cards),
      elements: [...proposedElements(entry), ...Array.from({ length: emptyElements }, () => '')],
    };
    return typeset(typesetter, { template: 'werkblad', data, files: sharedFiles(input, noPictures) }, signal);
  });
}
