import type { JSONContent } from '@tiptap/core';
import type { Node as EditorNode } from '@tiptap/pm/model';
import { closeText, type EditedBlock } from '../../../../domain/markup/close.ts';
import { openText, type OpenText } from '../../../../domain/markup/open.ts';
import type { MarkupNode } from '../../../../domain/markup/tree.ts';

/** Between a text and the editor that shows it: what was not touched in the editor comes back as it was written. */
export class Bridge {
  readonly text: string;
  private readonly opened: OpenText;
  /** Editor nodes are never changed, only replaced: one that is still there was not touched. */
  private readonly known = new WeakMap<EditorNode, MarkupNode>();

  constructor(text: string) {
    this.text = text;
    this.opened = openText(text);
  }

  /** The document to show. */
  shown(): JSONContent {
    const content = this.opened.blocks.map(({ id, node }): JSONContent => ({ ...node, attrs: { ...node.attrs, block: id } }) as JSONContent);
    return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
  }

  /** Learns which editor nodes stand for which blocks; once, when they are shown. */
  learn(document: EditorNode): void {
    document.forEach((node, _offset, index) => {
      const block = this.opened.blocks[index];
      if (block) this.known.set(node, block.node);
    });
  }

  /** The text of what the editor holds now. */
  written(document: EditorNode): string {
    const blocks: EditedBlock[] = [];
    document.forEach((node) => {
      const id: unknown = node.attrs['block'];
      let shown = this.known.get(node);
      if (!shown) {
        shown = node.toJSON() as MarkupNode;
        this.known.set(node, shown);
      }
      blocks.push({ id: typeof id === 'number' ? id : undefined, node: shown });
    });
    return closeText(this.opened, blocks);
  }
}
