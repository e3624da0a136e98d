/**
 * The signs of a text as numbers (UTF-16 units). Whoever looks at every sign of a long text several times is served much sooner by these than by the text,
 * which may be put together of pieces.
 */
export class Units {
  text = '';
  data = new Uint16Array(64);
  length = 0;

  constructor(text = '') {
    this.load(text);
  }

  /** Takes another text in the place of the one before. */
  load(text: string): void {
    const { length } = text;
    if (this.data.length < length) this.data = new Uint16Array(Math.max(length, this.data.length * 2));
    const { data } = this;
    for (let i = 0; i < length; i++) data[i] = text.charCodeAt(i);
    this.text = text;
    this.length = length;
  }
}
