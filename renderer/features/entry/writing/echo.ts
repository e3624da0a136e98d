/**
 * What an editor handed over comes back to it as the text of the screen, sometimes after it handed over more. An echo must never be taken for
 * a text from elsewhere: that would put back what was typed since.
 */
export class Echo {
  #out: string[];

  constructor(text: string) {
    this.#out = [text];
  }

  /** The text as it was last given or taken. */
  get latest(): string | undefined {
    return this.#out.at(-1);
  }

  sent(text: string): void {
    this.#out.push(text);
  }

  /** True when a text that comes in is one that went out and is the latest, or is overtaken by what went out later. */
  isOwn(text: string): boolean {
    const at = this.#out.lastIndexOf(text);
    if (at > 0) this.#out.splice(0, at);
    return at >= 0;
  }

  /** A text from elsewhere is what there is now. */
  taken(text: string): void {
    this.#out = [text];
  }
}
