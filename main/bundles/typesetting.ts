/** What is to be set: a template of `resources/druk` and the data it walks. Texts go as data, never as markup. */
export interface TypesetInput {
  template: string;
  /** JSON for `/data.json`. */
  data: string;
  /** Pictures by the path the data names. */
  files: readonly { path: string; bytes: Uint8Array }[];
}

/** Makes PDF. The same input gives the same bytes. */
export interface Typesetter {
  /** Fails with `product.unset` and, in Dutch, why. When `signal` calls it off the work ends; what the promise then gives is of no use. */
  pdf(input: TypesetInput, signal?: AbortSignal): Promise<Uint8Array>;
  close(): Promise<void>;
}
