/** Signs that fill the first screen with room to spare. */
const enough = 4000;

/** The beginning of a long text, up to an empty line; undefined for a text that is shown at once. */
export function firstPart(text: string): string | undefined {
  if (text.length < enough * 3) return undefined;
  const end = /\r?\n[ \t]*\r?\n/.exec(text.slice(enough))?.index;
  return end === undefined ? undefined : text.slice(0, enough + end);
}

/** Does something when what is there now is on the screen; also in a window that is not looked at. Gives what calls it off. */
export function afterPaint(act: () => void): () => void {
  let over = false;
  const once = (): void => {
    if (over) return;
    over = true;
    act();
  };
  requestAnimationFrame(() => setTimeout(once, 0));
  setTimeout(once, 300);
  return () => (over = true);
}
