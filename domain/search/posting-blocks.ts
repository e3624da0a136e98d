/** Bytes of a block, as a power of two. A place is the number of its block and where it is in there. */
const blockBits = 20;
const blockSize = 1 << blockBits;

/** Takes from a place what it is in its block. */
export const inBlock = blockSize - 1;

/** Bytes of the first block to begin with: many a collection is small. */
const least = 1 << 12;

/** Room for the pieces of {@link Postings}, block by block: none is copied to make room for more, and no piece lies in two of them. */
export class PostingBlocks {
  readonly #blocks: Uint8Array[] = [];
  /** So much of the last block is in use. */
  #used = 0;

  /** The block in which a place lies. */
  at(place: number): Uint8Array {
    return this.#blocks[place >>> blockBits] ?? nothing;
  }

  /** All bytes there is room for. */
  get size(): number {
    return this.#blocks.length * blockSize;
  }

  /** Takes so many bytes into use, less than a block; gives their place. */
  take(size: number): number {
    const last = this.#blocks.length - 1;
    const block = this.#blocks[last];
    if (block && this.#used + size <= block.length) {
      this.#used += size;
      return (last << blockBits) + this.#used - size;
    }
    // Only the first block grows, up to its full size.
    if (block && block.length < blockSize) {
      const more = new Uint8Array(block.length * 2);
      more.set(block);
      this.#blocks[last] = more;
    } else {
      this.#blocks.push(new Uint8Array(block ? blockSize : least));
      this.#used = 0;
    }
    return this.take(size);
  }
}

const nothing = new Uint8Array(0);
