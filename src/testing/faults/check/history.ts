/*
 * What a run of faults writes down, in the manner of Jepsen: a wish (`invoke`), and what became of it. `ok` is the server's yes, `fail` says that it did not and
 * will not happen, `info` that nobody knows yet. Ids of chats, people and messages are plain here: the checker compares, it does not act.
 */

/** What a person did. */
export type Verb = 'send' | 'edit' | 'unsend' | 'react' | 'vote' | 'read' | 'invite' | 'kick';

interface Moment {
  /** ms since 1970; all processes of a run share one machine and so one clock */
  t: number;
  /** number of the device */
  d: number;
}

/** A step of one operation. `id`: cid of a send, op id of a change, `chat:seq` of a read mark. */
export type OperationEvent = Moment & { f: Verb; id: string; c: number } & (
    | { e: 'invoke'; line?: number }
    | { e: 'ok'; s?: number; r?: number; n?: number; at?: number; dup?: 1 }
    | { e: 'fail'; code: string }
    | { e: 'info'; code: string }
  );

/** A message as one commit of a device stored it: `[seq, rev, sender, cid, 1 if it has content]`. */
export type SeenRow = [s: number, r: number, u: number, i: string, content: 0 | 1];

/** How much of a chat a device had after a commit, see `ChatSyncState`; `head` is the rev of the head, `rs` the read position. */
export interface SeenChat {
  rev: number;
  tailFrom: number;
  head: number;
  rs: number;
}

/** What one commit of a device changed in one chat. */
export type SawEvent = Moment & { e: 'saw'; c: number; rows: SeenRow[]; chat?: SeenChat };

/** `live`, or anything else; `start` is written when a process begins, so that whoever was killed counts as away until then. */
export type PhaseEvent = Moment & { e: 'phase'; phase: string };

export type HistoryEvent = OperationEvent | SawEvent | PhaseEvent;

/** A rule that was broken, and where. */
export interface Violation {
  rule: 'acked' | 'unique' | 'order' | 'fifo' | 'values' | 'monotonic' | 'converged' | 'floors' | 'database' | 'quiet';
  text: string;
}

/** A device and whose it is. Member ids are user ids in the kinds of chats that take part. */
export interface DeviceOf {
  d: number;
  user: number;
}
