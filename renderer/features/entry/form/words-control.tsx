import { X } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import { Combobox } from '../../../kit/combobox.tsx';
import { IconButton } from '../../../kit/button.tsx';
import { nl } from '../../../text/nl.ts';
import type { ControlProps } from './control.ts';
import { asList, inWords } from './field-values.ts';

/** The texts, and the one being typed: a new one, or one that was taken up again. */
function useWords({ value, onChange }: ControlProps) {
  const items = asList(value);
  const [text, setText] = useState('');
  const [edited, setEdited] = useState<number>();
  const texts = items.map(inWords);
  return {
    texts,
    text,
    setText,
    edited,
    edit: (index: number) => {
      setText(texts[index] ?? '');
      setEdited(index);
    },
    remove: (index: number) => onChange(items.toSpliced(index, 1), 'now'),
    done: (typed: string) => {
      const word = typed.trim();
      setText('');
      setEdited(undefined);
      if (edited !== undefined && word === texts[edited]) return;
      const fresh = word === '' || texts.some((other, index) => index !== edited && other === word) ? [] : [word];
      if (edited !== undefined) onChange(items.toSpliced(edited, 1, ...fresh), 'now');
      else if (fresh.length > 0) onChange([...items, ...fresh], 'now');
    },
  };
}

/** Short texts, completed with those in use. A text is taken up again by its own button, or with Backspace in the empty field. */
export function WordsControl(props: ControlProps): ReactNode {
  const { field, place, wrong, onLeave } = props;
  const root = useRef<HTMLFieldSetElement>(null);
  const { texts, text, setText, edited, edit, remove, done } = useWords(props);
  const takeUp = (index: number): void => {
    edit(index);
    root.current?.querySelector('input')?.focus();
  };
  return (
    <fieldset ref={root} className="field" data-wrong={wrong ? '' : undefined}>
      <legend className="label">{field.label}</legend>
      {texts.length > 0 && (
        <ul className="word-list">
          {texts.map((word, index) => (
            <li key={`${index} ${word}`} data-edited={index === edited ? '' : undefined}>
              <button type="button" className="word" aria-label={nl.form.editWord(word)} onClick={() => takeUp(index)}>
                {word}
              </button>
              <IconButton icon={X} label={nl.form.removeWord(word)} onClick={() => remove(index)} />
            </li>
          ))}
        </ul>
      )}
      <Combobox
        label={nl.form.addWord(field.label)}
        hideLabel
        hint={field.hint}
        placeholder={nl.form.addWordHint}
        wrong={wrong}
        text={text}
        suggestions={place.known(field.key).filter((one) => !texts.includes(one.value))}
        onText={setText}
        onTake={done}
        onEnter={() => done(text)}
        onBackspace={() => texts.length > 0 && edited === undefined && takeUp(texts.length - 1)}
        onLeave={() => {
          if (text !== '' || edited !== undefined) done(text);
          onLeave();
        }}
      />
    </fieldset>
  );
}
