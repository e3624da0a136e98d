import { InputRule, markInputRule, type Extensions } from '@tiptap/core';
import { TaskItem } from '@tiptap/extension-list';
import StarterKit from '@tiptap/starter-kit';

/** What is typed between signs becomes bold, italic or struck out, when the signs stand against the words: `3 * 4 * 5` is a sum. */
const signs: Record<string, readonly RegExp[]> = {
  bold: [/(?:^|\s)(\*\*(?![\s*])((?:[^*]*[^*\s])?)\*\*)$/, /(?:^|\s)(__(?![\s_])((?:[^_]*[^_\s])?)__)$/],
  italic: [/(?:^|\s)(\*(?![\s*])([^*]*[^*\s])\*)$/, /(?:^|\s)(_(?![\s_])([^_]*[^_\s])_)$/],
  strike: [/(?:^|\s)(~~(?![\s~])([^~]*[^~\s])~~)$/],
};

/** The usual set of an editor, with these rules. */
export const CarefulKit = StarterKit.extend({
  addExtensions() {
    const usual: Extensions = this.parent?.() ?? [];
    return usual.map((one) => {
      const rules = signs[one.name];
      if (!rules) return one;
      return one.extend({
        addInputRules() {
          const type = this.editor.schema.marks[one.name];
          return type ? rules.map((find) => markInputRule({ find, type })) : [];
        },
      });
    });
  },
});

/** `[ ]` at the start of an item of a list makes it a task, instead of a list of tasks inside the item. */
export const TaskInList = TaskItem.extend({
  addInputRules() {
    const inList = new InputRule({
      find: /^\s*\[([ xX]?)\]\s$/,
      handler: ({ state, range, match, chain }) => {
        const { $from } = state.selection;
        if ($from.depth < 2 || $from.node(-1).type.name !== 'listItem' || $from.index(-1) !== 0) return null;
        const made = chain().deleteRange(range).toggleTaskList();
        (/x/i.test(match[1] ?? '') ? made.updateAttributes('taskItem', { checked: true }) : made).run();
        return undefined;
      },
    });
    return [inList, ...(this.parent?.() ?? [])];
  },
});
