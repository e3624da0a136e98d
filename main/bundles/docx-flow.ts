import { xmlTokens, type XmlToken } from './xml-tokens.ts';

/** What stands in a Word document, in order: lines, and tables of texts. */
export type FlowBlock = { type: 'line'; text: string; heading: boolean } | { type: 'table'; rows: string[][] };

/** A place that was filled in, or not. */
export interface FlowControl {
  text: string;
  /** Of a check box. */
  checked?: boolean;
}

export interface Flow {
  blocks: FlowBlock[];
  /** By their tag; only those that have one. */
  controls: Map<string, FlowControl>;
}

interface OpenControl {
  tag: string;
  hint: boolean;
  checked?: boolean;
  text: string;
}

/** Signs of one place that are read; places within places would otherwise hold the same text many times. */
const longestControl = 20_000;
/** Signs of a ticked box in the fonts Word draws them with. */
const ticked = new Set(['2612', '2611', 'f0fe', 'f0fd', 'f052', 'f053', 'f0fc']);
const on = (value: string | undefined): boolean => value === undefined || /^(?:1|true|on)$/i.test(value);

/** Reads the main part of a Word document. What was deleted with changes tracked and what a place shows when it is empty, is left out. */
export function readFlow(xml: string): Flow {
  const reader = new FlowReader();
  for (const token of xmlTokens(xml)) reader.take(token);
  return { blocks: reader.blocks, controls: reader.controls };
}

class FlowReader {
  readonly blocks: FlowBlock[] = [];
  readonly controls = new Map<string, FlowControl>();
  readonly #open: OpenControl[] = [];
  readonly #lines: { text: string; heading: boolean }[] = [];
  #rows: string[][] = [];
  #tables = 0;
  #cell: string[] | undefined;
  #skipped = 0;
  #inText = false;
  #properties = 0;

  take(token: XmlToken): void {
    if (token.type === 'text') {
      if (this.#inText && this.#skipped === 0) this.#add(token.text);
      return;
    }
    // The same text for programs that do not know the newer form, and what tracked changes took away.
    if (token.name === 'Fallback' || token.name === 'del' || token.name === 'moveFrom') {
      this.#skipped += token.type === 'close' ? -1 : token.empty ? 0 : 1;
      return;
    }
    if (this.#skipped > 0) return;
    if (token.type === 'close') this.#close(token.name);
    else {
      this.#start(token);
      if (token.empty) this.#close(token.name);
    }
  }

  #start(token: Extract<XmlToken, { type: 'open' }>): void {
    const control = this.#open.at(-1);
    switch (token.name) {
      case 't':
        this.#inText = true;
        return;
      case 'br':
      case 'cr':
        return this.#add('\n');
      case 'tab':
        return this.#properties > 0 ? undefined : this.#add(' ');
      case 'sym':
        return this.#add(ticked.has((token.attribute('char') ?? '').toLowerCase()) ? '☒' : '☐');
      case 'p':
        this.#lines.push({ text: '', heading: false });
        return;
      case 'pPr':
        this.#properties++;
        return;
      case 'pStyle': {
        const line = this.#lines.at(-1);
        if (line) line.heading = /^(?:heading|kop)/i.test(token.attribute('val') ?? '');
        return;
      }
      case 'tbl':
        this.#tables++;
        return;
      case 'tr':
        if (this.#tables === 1) this.#rows.push([]);
        return;
      case 'tc':
        if (this.#tables === 1) this.#cell = [];
        return;
      case 'sdt':
        this.#open.push({ tag: '', hint: false, text: '' });
        return;
      case 'tag':
        if (control) control.tag = token.attribute('val') ?? '';
        return;
      case 'showingPlcHdr':
        if (control) control.hint = on(token.attribute('val'));
        return;
      case 'checked':
        if (control) control.checked = on(token.attribute('val'));
        return;
    }
  }

  #close(name: string): void {
    switch (name) {
      case 't':
        this.#inText = false;
        return;
      case 'pPr':
        this.#properties--;
        return;
      case 'p':
        return this.#endLine();
      case 'tc':
        if (this.#tables !== 1) return;
        this.#rows.at(-1)?.push((this.#cell ?? []).join('\n').trim());
        this.#cell = undefined;
        return;
      case 'tbl':
        this.#tables--;
        if (this.#tables > 0) return;
        this.blocks.push({ type: 'table', rows: this.#rows });
        this.#rows = [];
        return;
      case 'sdt':
        return this.#endControl();
    }
  }

  #endLine(): void {
    const line = this.#lines.pop();
    if (!line) return;
    for (const control of this.#open) if (control.text.length < longestControl) control.text += '\n';
    if (this.#cell) this.#cell.push(line.text);
    else this.blocks.push({ type: 'line', text: line.text.trim(), heading: line.heading });
  }

  #endControl(): void {
    const control = this.#open.pop();
    if (!control || control.tag === '' || this.controls.has(control.tag)) return;
    this.controls.set(control.tag, {
      text: control.hint ? '' : control.text.trim(),
      ...(control.checked === undefined ? {} : { checked: control.checked }),
    });
  }

  #add(text: string): void {
    for (const control of this.#open) if (control.text.length < longestControl) control.text += text.slice(0, longestControl);
    if (this.#open.some(({ hint }) => hint)) return;
    const line = this.#lines.at(-1);
    if (line) line.text += text;
  }
}
