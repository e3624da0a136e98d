import { BuilderElement, CheckBox, TextRun, type XmlComponent } from 'docx';
import { cleanText } from './office-zip.ts';
import { hints } from './worksheet-marks.ts';

/** What a place to fill in is known by: `tag` to us when it comes back, `title` to who fills it in. */
export interface ControlName {
  tag: string;
  title: string;
}

const element = (name: string, attributes: Readonly<Record<string, string>> = {}, children: readonly XmlComponent[] = []): XmlComponent =>
  new BuilderElement<Record<string, string>>({
    name,
    attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, { key, value }])),
    children,
  });

/** A content control of Word. The library makes only check boxes, the same element with other contents; so this starts as one. */
class ContentControl extends CheckBox {
  constructor({ tag, title }: ControlName, id: number, form: readonly XmlComponent[], run: TextRun, empty: boolean) {
    super();
    this.root = [
      element('w:sdtPr', {}, [
        element('w:alias', { 'w:val': cleanText(title).slice(0, 60) }),
        element('w:tag', { 'w:val': tag }),
        element('w:id', { 'w:val': String(id) }),
        element('w:lock', { 'w:val': 'sdtLocked' }),
        ...(empty ? [element('w:showingPlcHdr')] : []),
        ...form,
      ]),
      element('w:sdtContent', {}, [run]),
    ];
  }
}

const hint = (text: string): TextRun => new TextRun({ text, style: 'PlaceholderText' });

/** Makes the places to fill in of one document; each gets its number by order. */
export class Controls {
  #count = 0;

  /** Lines of text, empty or with a proposal. */
  text(name: ControlName, value = ''): CheckBox {
    const form = [element('w:text', { 'w:multiLine': '1' })];
    return this.#make(name, form, value === '' ? hint(hints.text) : new TextRun(cleanText(value)), value === '');
  }

  box(name: ControlName): CheckBox {
    const state = (key: string, value: string): XmlComponent => element(key, { 'w14:val': value, 'w14:font': 'MS Gothic' });
    const form = element('w14:checkbox', {}, [
      element('w14:checked', { 'w14:val': '0' }),
      state('w14:checkedState', '2612'),
      state('w14:uncheckedState', '2610'),
    ]);
    return this.#make(name, [form], new TextRun({ text: '☐', font: 'MS Gothic' }), false);
  }

  choice(name: ControlName, values: readonly string[], empty: string): CheckBox {
    const form = element(
      'w:dropDownList',
      {},
      values.map((value) => element('w:listItem', { 'w:displayText': value, 'w:value': value })),
    );
    return this.#make(name, [form], hint(empty), true);
  }

  #make(name: ControlName, form: readonly XmlComponent[], run: TextRun, empty: boolean): CheckBox {
    this.#count++;
    return new ContentControl(name, this.#count, form, run, empty);
  }
}
