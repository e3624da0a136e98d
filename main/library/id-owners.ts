/** Which files carry an id of their own, by that id; a set is only made where several have the same. */
export class IdOwners {
  readonly #paths = new Map<string, string | Set<string>>();

  /** The paths of the files with this id, in the order they came. */
  of(id: string | undefined): readonly string[] {
    const found = id === undefined ? undefined : this.#paths.get(id);
    return found === undefined ? [] : typeof found === 'string' ? [found] : [...found];
  }

  add(id: string, path: string): void {
    const found = this.#paths.get(id);
    if (found === undefined || found === path) this.#paths.set(id, path);
    else if (typeof found === 'string') this.#paths.set(id, new Set([found, path]));
    else found.add(path);
  }

  remove(id: string, path: string): void {
    const found = this.#paths.get(id);
    if (found === path) this.#paths.delete(id);
    else if (typeof found === 'object' && found.delete(path) && found.size === 0) this.#paths.delete(id);
  }
}
