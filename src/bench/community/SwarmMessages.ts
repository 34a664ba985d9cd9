import type { SeededPerson } from '#bench/shared/seedWorld.ts';

/** What a swarm process is to do first: connect these people, each with one socket. */
export interface SwarmOrder {
  /** `kabar`: the product's wire; `raw`: a bare WebSocket that only listens */
  wire: 'kabar' | 'raw';
  port: number;
  /** origin that the server expects */
  origin: string;
  /** key of the access tokens, base64 */
  secret: string;
  people: SeededPerson[];
  c: number;
  /** the first so many show the chat */
  viewers: number;
  /** connections that are opened at once */
  atOnce: number;
  /** viewers report what they have read, at most once a second */
  readsAll?: boolean;
}

/** What is asked of a swarm while it is connected. `begin`: count anew; `end`: answer with what was counted. */
export type SwarmCall = { t: 'order'; order: SwarmOrder } | { t: 'begin' } | { t: 'end' };

/** What a swarm has counted between `begin` and `end`. */
export interface SwarmCounts {
  /** ms from the sending of a message to its arrival, one for every viewer and message */
  latencies: number[];
  /** bytes that reached sockets which do not show the chat, and how many such sockets there are */
  quietBytes: number;
  quietSockets: number;
  /** packets with read counts that reached viewers */
  receipts: number;
  /** messages that reached viewers, counted for each */
  arrived: number;
}

export type SwarmAnswer = { t: 'ready' } | { t: 'failed'; why: string } | { t: 'counts'; counts: SwarmCounts };
