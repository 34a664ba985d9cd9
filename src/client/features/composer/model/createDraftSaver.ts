/** A draft is stored this long after the last key, ms. The product promises 300. */
const QUIET_MS = 250;

export interface DraftSaver<Draft> {
  /** The draft changed. */
  change(draft: Draft): void;
  /** Stores what waits at once: the page may be gone in a moment. */
  flush(): void;
  /** Forgets what waits: it was sent. */
  drop(): void;
}

/** Stores a draft shortly after the last key. `after` runs work after some ms; its answer cancels it. */
export function createDraftSaver<Draft>(
  save: (draft: Draft) => void,
  after: (ms: number, work: () => void) => () => void,
): DraftSaver<Draft> {
  let waiting: { draft: Draft } | undefined;
  let cancel: (() => void) | undefined;
  const drop = (): void => {
    cancel?.();
    cancel = undefined;
    waiting = undefined;
  };
  const flush = (): void => {
    const held = waiting;
    drop();
    if (held) save(held.draft);
  };
  return {
    change(draft) {
      waiting = { draft };
      cancel?.();
      cancel = after(QUIET_MS, flush);
    },
    flush,
    drop,
  };
}
