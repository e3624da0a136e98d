import { useEffect, useRef } from 'react';
import { blocksIn, evened } from './passages.ts';

/** Longest passage that is kept with a judgement, in UTF-16 units. */
const longest = 1000;

/** The words that are selected inside `root`, evened out; undefined when there are none. */
export function selectedIn(root: HTMLElement | null): string | undefined {
  const selection = window.getSelection();
  if (!root || !selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.startContainer) || !root.contains(range.endContainer)) return undefined;
  selectWholeWords(selection, range.cloneRange());
  return evened(selection.toString()).slice(0, longest).trim() || undefined;
}

/** Half a word at either end becomes the whole word. */
function selectWholeWords(selection: Selection, range: Range): void {
  const letter = /[\p{L}\p{N}]/u;
  const { startContainer, endContainer } = range;
  let { startOffset, endOffset } = range;
  if (startContainer instanceof Text)
    while (startOffset > 0 && letter.test(startContainer.data.charAt(startOffset - 1)) && letter.test(startContainer.data.charAt(startOffset)))
      startOffset--;
  if (endContainer instanceof Text)
    while (endOffset > 0 && letter.test(endContainer.data.charAt(endOffset - 1)) && letter.test(endContainer.data.charAt(endOffset))) endOffset++;
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  selection.removeAllRanges();
  selection.addRange(range);
}

interface Pointing {
  active: boolean;
  /** The paragraph the arrows stand on, to be read out. */
  onPassing(text: string): void;
  onPointed(passage: string): void;
  onStop(): void;
}

/** Pointing at a passage: drag over words, click a paragraph, or walk the paragraphs with the arrows and press Enter. */
export function usePointing(root: HTMLElement | null, pointing: Pointing): void {
  const latest = useRef(pointing);
  latest.current = pointing;
  const { active } = pointing;
  useEffect(() => {
    if (!root || !active) return;
    const blocks = blocksIn(root);
    let at = -1;
    const pass = (to: number): void => {
      blocks[at]?.removeAttribute('data-pointed');
      at = Math.min(blocks.length - 1, Math.max(0, to));
      const block = blocks[at];
      block?.setAttribute('data-pointed', '');
      block?.scrollIntoView({ block: 'nearest' });
      latest.current.onPassing(textOf(block));
    };
    const take = (block: HTMLElement | undefined): void => {
      if (block) latest.current.onPointed(textOf(block));
    };
    const keys = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') latest.current.onStop();
      else if (event.key === 'ArrowDown') pass(at + 1);
      else if (event.key === 'ArrowUp') pass(at - 1);
      else if (event.key === 'Enter' && at >= 0) take(blocks[at]);
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    const release = (event: PointerEvent): void => {
      const words = selectedIn(root);
      if (words) latest.current.onPointed(words);
      else take(blocks.find((block) => event.target instanceof Node && block.contains(event.target)));
    };
    root.addEventListener('keydown', keys);
    root.addEventListener('pointerup', release);
    root.focus();
    return () => {
      blocks[at]?.removeAttribute('data-pointed');
      root.removeEventListener('keydown', keys);
      root.removeEventListener('pointerup', release);
    };
  }, [root, active]);
}

const textOf = (block: HTMLElement | undefined): string =>
  evened(block?.textContent ?? '')
    .slice(0, longest)
    .trim();
