import type { Journey } from './library-shell.ts';

const sizes = [
  [1920, 1080],
  [1280, 800],
] as const;

/** Pictures of where the journey is, in both sizes and both themes, and what axe finds there. */
export async function look({ page, picture, axe }: Journey, name: string): Promise<string[]> {
  const found: string[] = [];
  for (const [width, height] of sizes)
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await picture(`${name}-${width}-${colorScheme}`);
      if (width === 1280) found.push(...(await axe()));
    }
  return found;
}
