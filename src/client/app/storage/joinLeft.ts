import type { LeftBehind } from '#sync/changes.ts';

/** Two tabs may have seen different parts; what is newer counts. */
export function joinLeft(first: LeftBehind, second: LeftBehind): LeftBehind {
  const entries = new Map([...first.outbox, ...second.outbox].map((entry) => [entry.i, entry]));
  const drafts = new Map(first.drafts.map((draft) => [draft.c, draft]));
  for (const draft of second.drafts) {
    if ((drafts.get(draft.c)?.updated ?? 0) <= draft.updated) drafts.set(draft.c, draft);
  }
  return {
    outbox: [...entries.values()].toSorted((a, b) => a.id - b.id),
    drafts: [...drafts.values()],
    titles: [...new Map([...first.titles, ...second.titles])],
  };
}
