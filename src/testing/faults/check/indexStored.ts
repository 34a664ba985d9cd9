import type { StoredChat, StoredRow, StoredWorld } from './storedWorld.ts';

/** The stored world with its look-ups; made once for all devices of a run. */
export interface StoredIndex {
  chats: readonly StoredChat[];
  ops: ReadonlyMap<string, string>;
  chat(c: number): StoredChat | undefined;
  /** the message at a place */
  at(c: number, s: number): StoredRow | undefined;
  /** the first message of this sender with this cid */
  sent(c: number, u: number, i: string): StoredRow | undefined;
}

/** Makes the look-ups. */
export function indexStored({ chats, ops }: StoredWorld): StoredIndex {
  const byChat = new Map(chats.map((chat) => [chat.c, chat]));
  const byPlace = new Map(chats.map(({ c, rows }) => [c, new Map(rows.map((row) => [row.s, row]))]));
  const bySender = new Map<string, StoredRow>();
  for (const { c, rows } of chats)
    for (const row of rows) {
      const key = `${c} ${row.u} ${row.i}`;
      if (!bySender.has(key)) bySender.set(key, row);
    }
  return {
    chats,
    ops,
    chat: (c) => byChat.get(c),
    at: (c, s) => byPlace.get(c)?.get(s),
    sent: (c, u, i) => bySender.get(`${c} ${u} ${i}`),
  };
}
