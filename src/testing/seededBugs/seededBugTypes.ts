/** One place of the product's source and what stands there while the bug is switched on. */
export interface Mutation {
  /** from the root of the repository */
  readonly file: string;
  /** exact text; occurs once in the file */
  readonly find: string;
  readonly replace: string;
}

/** A mistake that somebody could have made. The tests must notice it, or they are too weak. */
export interface SeededBug {
  readonly name: string;
  /** what is wrong then */
  readonly what: string;
  readonly edits: readonly Mutation[];
  /** seed of a world that finds it soon */
  readonly seed?: number;
}
