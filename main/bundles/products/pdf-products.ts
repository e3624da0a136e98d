import type { Typesetter } from '../typesetting.ts';
import { booklet } from './pdf-booklet.ts';
import { handouts } from './pdf-handout.ts';
import { posters } from './pdf-poster.ts';
import { programmes } from './pdf-programme.ts';
import { paperWorksheets } from './pdf-worksheet.ts';
import type { Products } from './product.ts';

/** The products that are printed. */
export function createPdfProducts(typesetter: Typesetter): Products {
  return {
    boekje: booklet(typesetter),
    handout: handouts(typesetter),
    werkblad: paperWorksheets(typesetter),
    poster: posters(typesetter),
    programma: programmes(typesetter),
  };
}
