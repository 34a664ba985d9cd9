import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ChatId } from '#protocol/ids.ts';
import type { ChangeBatch, HiddenRow } from '#sync/changes.ts';

/** Messages that this person does not want to see any more: seqs by chat. */
export interface HiddenState {
  seqs: ReadonlyMap<ChatId, ReadonlySet<number>>;
}

/** Makes the store of hidden messages. */
export function createHiddenStore(): StoreApi<HiddenState> {
  return createStore<HiddenState>(() => ({ seqs: new Map() }));
}

/** Hidden messages as the rows say it. */
export function projectHidden(rows: readonly HiddenRow[]): HiddenState {
  return { seqs: withRows(new Map(), rows) };
}

/** Hidden messages after one batch; what the batch does not touch keeps its identity. */
export function applyHidden(state: HiddenState, batch: ChangeBatch): HiddenState {
  const change = batch.tables.hidden;
  const isWiped = batch.wiped?.includes('hidden') ?? false;
  if (!change && !isWiped) return state;
  const seqs = new Map(isWiped ? [] : state.seqs);
  for (const [c, s] of change?.del ?? []) {
    const left = new Set(seqs.get(c));
    if (left.delete(s)) seqs.set(c, left);
  }
  return { seqs: withRows(seqs, change?.put ?? []) };
}

function withRows(
  seqs: Map<ChatId, ReadonlySet<number>>,
  rows: readonly HiddenRow[],
): ReadonlyMap<ChatId, ReadonlySet<number>> {
  for (const [c, found] of Map.groupBy(rows, (row) => row.c))
    seqs.set(c, new Set([...(seqs.get(c) ?? []), ...found.map(({ s }) => s)]));
  return seqs;
}
