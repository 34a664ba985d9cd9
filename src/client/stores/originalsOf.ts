import type { StoreApi } from 'zustand/vanilla';
import type { Row } from '#protocol/entities/messages.ts';
import type { ChatWindowState } from './chatWindowStore.ts';

/** Messages by seq, from the device at once and then from the server. `null`: not for this person's eyes. See `Services.findMessages`. */
export type FindMessages = (
  seqs: readonly number[],
  show: (found: ReadonlyMap<number, Row | null>) => void,
) => Promise<void>;

/** What the messages that others reply to say, wherever they are in the chat. */
export interface Originals {
  /** The message; `null`: not for this person's eyes, undefined: not known yet. The same object while nothing changes. */
  get(seq: number): Row | null | undefined;
  /** What the person's own changes on their way make of one inside of the window. */
  laidOver(seq: number): { isGone?: boolean; text?: string | undefined };
  /** Asks for one outside of the window. Wishes of one moment are one question; a wish that found no network can be repeated. */
  want(seq: number): void;
  listen(changed: () => void): () => void;
}

const known = new WeakMap<StoreApi<ChatWindowState>, Originals>();

/** The originals of a window's replies, shared by all who show some. */
export function originalsOf(window: StoreApi<ChatWindowState>, find: FindMessages): Originals {
  const made = known.get(window) ?? createOriginals(window, find);
  known.set(window, made);
  return made;
}

/** Most messages of one question. */
const atOnce = 50;

/** Makes the originals of one window. */
export function createOriginals(
  window: Pick<StoreApi<ChatWindowState>, 'getState' | 'subscribe'>,
  find: FindMessages,
): Originals {
  const found = new Map<number, Row | null>();
  const asked = new Set<number>();
  const listeners = new Set<() => void>();
  let waiting: number[] = [];
  const take = (rows: ReadonlyMap<number, Row | null>): void => {
    for (const [seq, row] of rows) found.set(seq, row);
    for (const changed of listeners) changed();
  };
  const ask = (): void => {
    const seqs = waiting;
    waiting = [];
    for (let from = 0; from < seqs.length; from += atOnce) {
      const part = seqs.slice(from, from + atOnce);
      void find(part, take).then(() => {
        // What is still unknown may be asked for again.
        for (const seq of part) asked.delete(seq);
      });
    }
  };
  return {
    get: (seq) => findRow(window.getState().messages, seq) ?? found.get(seq),
    laidOver(seq) {
      const overlay = window.getState().overlays.get(seq);
      return overlay ? { isGone: overlay.gone === true, text: overlay.text } : {};
    },
    want(seq) {
      if (asked.has(seq)) return;
      asked.add(seq);
      if (waiting.push(seq) === 1) queueMicrotask(ask);
    },
    listen(changed) {
      listeners.add(changed);
      const leave = window.subscribe((state, before) => {
        if (state.messages !== before.messages || state.overlays !== before.overlays) changed();
      });
      return () => {
        listeners.delete(changed);
        leave();
      };
    },
  };
}

/** A message among those of a window, which ascend by seq. */
function findRow(messages: ChatWindowState['messages'], seq: number): ChatWindowState['messages'][number] | undefined {
  let [low, high] = [0, messages.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const row = messages[middle];
    if (!row || row.s === seq) return row;
    if (row.s < seq) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}
