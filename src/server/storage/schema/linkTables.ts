import type { Generated } from 'kysely';

/** What is known about an address. `fetching`: a node is at it, or has to wait before it tries again. */
export const linkState = { fetching: 0, found: 1, nothing: 2 } as const;

/** Cards of links. */
export interface LinkTables {
  /** Messages whose link waits to be looked at. `url`: see `pageOf`. `due_at`: ms */
  link_jobs: { chat_id: number; seq: number; url: string; tries: Generated<number>; due_at: number };
  /** What was found at an address. `state`: see {@link linkState}; `card`: JSON of the card without its address; `until`: ms */
  link_finds: { url: string; state: number; card: string | null; until: number };
}
