import { HighlightStyle } from '@codemirror/language';
import { tags } from '@lezer/highlight';

/** Which signs of Markdown get which look; the looks are in `source.css`. */
export const sourceMarks = HighlightStyle.define([
  { tag: tags.heading, class: 'source-heading' },
  { tag: tags.strong, class: 'source-strong' },
  { tag: tags.emphasis, class: 'source-emphasis' },
  { tag: tags.strikethrough, class: 'source-struck' },
  { tag: [tags.link, tags.url], class: 'source-link' },
  { tag: tags.monospace, class: 'source-code' },
  { tag: tags.quote, class: 'source-quote' },
  { tag: [tags.processingInstruction, tags.contentSeparator, tags.labelName, tags.meta], class: 'source-sign' },
  { tag: [tags.comment, tags.tagName, tags.angleBracket, tags.attributeName], class: 'source-sign' },
]);
