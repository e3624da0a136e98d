import { z } from 'zod';

/** What can be made from one selection; also the names of the folders in the bundle (`producten/boekje/`). */
export const productIds = ['reader', 'boekje', 'handout', 'werkblad', 'dias', 'programma', 'poster', 'overzicht', 'bron'] as const;
export const ProductId = z.enum(productIds);
export type ProductId = z.infer<typeof ProductId>;

/** Products about the linked session; without a session there is nothing to make. */
export const needsSession: ReadonlySet<ProductId> = new Set(['programma']);

/** The translation questions of the checklist: all five, or the four of the shorter round. */
export const Worksheet = z.enum(['vijf', 'vier']);
export type Worksheet = z.infer<typeof Worksheet>;

/** Folder in the bundle in which the files of a product lie. */
export const productFolder = (id: ProductId): string => `producten/${id}/`;
