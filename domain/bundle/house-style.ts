import { z } from 'zod';

/**
 * How everything that leaves the house looks. Styles are kept in the kennismap (`.oogst/huisstijl/ID.json`, a logo beside it), so that colleagues
 * make the same things.
 */

const Colour = z.string().regex(/^#[0-9a-f]{6}$/, 'een kleur als #1f6f5c');

export const HouseStyle = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  /** Name of the organisation, as it stands on covers and in footers. */
  name: z.string().trim().min(1).max(120),
  /** For headings, lines and surfaces with white letters on it. */
  accent: Colour,
  font: z.enum(['schreefloos', 'schreef']),
  /** File name beside the style, PNG or JPEG. */
  logo: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,80}\.(png|jpg)$/)
    .optional(),
});
export type HouseStyle = z.infer<typeof HouseStyle>;

/** The look when the house has none of its own. */
export const plainStyle: HouseStyle = { id: 'oogst', name: 'Oogst', accent: '#1f6f5c', font: 'schreefloos' };

/** Contrast of a colour with white, 1 to 21, as WCAG 2.2 reckons it. */
export function contrastWithWhite(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

/** The accent, lightened until letters in it can be read on a page that is nearly black (7 to 1). */
export function accentOnDark(colour: string): string {
  let parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const written = (): string => `#${parts.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
  for (let turn = 0; turn < 40 && contrastWithWhite(written()) > 2.2; turn++) parts = parts.map((part) => part + (255 - part) * 0.08);
  return written();
}

/** The accent, darkened until letters in it can be read on white (4.5 to 1). */
export function readableAccent(colour: string): string {
  let parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const written = (): string => `#${parts.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
  for (let turn = 0; turn < 40 && contrastWithWhite(written()) < 4.5; turn++) parts = parts.map((part) => part * 0.92);
  return written();
}
