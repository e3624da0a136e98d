import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bodyOf, lineAt, replaceBody, shapeOf } from '../../../domain/entries/file-text.ts';

const front = (text: string): string | undefined => {
  const { front: found } = shapeOf(text);
  return found && text.slice(found.from, found.to);
};

describe('the shape of a file', () => {
  test.each([
    ['three dashes at the very start', '---\na: 1\n---\nlijf', 'a: 1\n', 'lijf'],
    ['F1: a byte-order mark before them', '\ufeff---\na: 1\n---\nlijf', 'a: 1\n', 'lijf'],
    ['F1: Windows line endings', '---\r\na: 1\r\n---\r\nlijf', 'a: 1\r\n', 'lijf'],
    ['dots as the closing fence', '---\na: 1\n...\nlijf', 'a: 1\n', 'lijf'],
    ['spaces behind the dashes', '---  \na: 1\n--- \nlijf', 'a: 1\n', 'lijf'],
    ['no line after the closing fence', '---\na: 1\n---', 'a: 1\n', ''],
    ['an empty header', '---\n---\nlijf', '', 'lijf'],
  ])('%s still has front matter', (_, text, yaml, body) => {
    expect(front(text)).toBe(yaml);
    expect(text.slice(shapeOf(text).body)).toBe(body);
  });

  test.each([
    ['F9: code after the dashes', '---js\na: 1\n---\n'],
    ['a space before the dashes', ' ---\na: 1\n---\n'],
    ['something above the dashes', '# Kop\n---\na: 1\n---\n'],
    ['four dashes', '----\na: 1\n---\n'],
    ['nothing at all', ''],
  ])('%s is no front matter', (_, text) => {
    expect(front(text)).toBeUndefined();
    expect(shapeOf(text).body).toBe(0);
  });

  test('F5: says so when a header is opened and never closed, but not for a rule on top of a text', () => {
    expect(shapeOf('---\ntitel: x\n\nlijf').unclosed).toBe(true);
    expect(shapeOf('---\n\nlijf').unclosed).toBe(false);
  });
});

describe('replacing the body', () => {
  test('keeps the header and takes over the line endings of the file', () => {
    expect(replaceBody('\ufeff---\r\na: 1\r\n---\r\noud\r\n', 'een\ntwee')).toBe('\ufeff---\r\na: 1\r\n---\r\neen\r\ntwee');
  });

  test('F1: begins a line of its own under a header that ends the file', () => {
    expect(replaceBody('---\r\na: 1\r\n---', 'lijf')).toBe('---\r\na: 1\r\n---\r\nlijf');
    expect(replaceBody('---\na: 1\n---', '')).toBe('---\na: 1\n---');
  });

  test('F1: keeps the endings of the lines above and under a change', () => {
    expect(replaceBody('a\r\nb\nc\r\nd\re', 'a\nb\nnieuw\nc\nd\ne')).toBe('a\r\nb\nnieuw\r\nc\r\nd\re');
  });

  test('F1: keeps the endings of the lines between two changes', () => {
    expect(replaceBody('a\nb\r\nc\nd\r\ne\n', 'A\nb\nc\nd\nE\n')).toBe('A\nb\r\nc\nd\r\nE\n');
  });

  test('F1: keeps the ending of every line that stays, whatever is changed, added and removed around it', () => {
    const line = fc.record({ end: fc.constantFrom('\n', '\r\n', '\r'), act: fc.constantFrom('stays', 'stays', 'changed', 'removed', 'added above') });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const old = lines.map(({ end }, n) => `regel ${n}${end}`);
        const edited = lines.flatMap(({ act }, n) => {
          if (act === 'removed') return [];
          return [...(act === 'added above' ? [`nieuw ${n}`] : []), act === 'changed' ? `anders ${n}` : `regel ${n}`];
        });
        const now = replaceBody(old.join(''), edited.map((one) => `${one}\n`).join(''));
        expect(bodyOf(now)).toBe(edited.map((one) => `${one}\n`).join(''));
        // A lone carriage return before a line that begins with a newline cannot occur here: every line begins with a letter.
        const standing = new Set(now.match(/[^\r\n]+(\r\n|\r|\n)/g));
        for (const [n, { act }] of lines.entries()) if (act === 'stays' || act === 'added above') expect(standing).toContain(old[n]);
      }),
      { numRuns: 2000 },
    );
  });

  test('F1: gives the file back when the body did not change, whatever its line endings', () => {
    const part = fc.string({ unit: fc.constantFrom('a', 'é', '-', '---', '\n', '\r', '\r\n', ':', ' ', '#', '\ufeff') });
    fc.assert(
      fc.property(part, part, fc.boolean(), fc.boolean(), (header, body, windows, marked) => {
        const plain = `${marked ? '\ufeff' : ''}---\n${header}\n---\n${body}`;
        const text = windows ? plain.replace(/\n/g, '\r\n') : plain;
        expect(replaceBody(text, bodyOf(text))).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });
});

test('counts lines from one', () => {
  expect([0, 1, 2, 3, 4].map((at) => lineAt('a\nb\nc', at))).toEqual([1, 1, 2, 2, 3]);
});
