import type { Generated } from 'kysely';

/** Messages and what hangs on them. Persons are member ids here. */
export interface MessageTables {
  messages: {
    chat_id: number;
    seq: number;
    rev: number;
    /** ordinal if countable; null on system lines */
    n: number | null;
    sender_mid: number;
    /** profile version of the sender when it was sent */
    pver: number;
    cid: string;
    kind: number;
    flags: Generated<number>;
    /** JSON; `{}` after an unsend */
    body: string;
    /** of kind, body and reply as they were first sent; never changes, so that a late retry is told from another message */
    body_hash: Uint8Array;
    reply_to: number | null;
    /** JSON list of member ids */
    mention_ids: string | null;
    mention_all: Generated<number>;
    /** JSON: reaction totals by emoji */
    rx: string | null;
    /** JSON: see `extrasSchema` of the protocol */
    extras: string | null;
    /** rev of the last change of `extras` */
    mark_rev: Generated<number>;
    /** member id that must not see it (had blocked the sender then); dm only */
    hidden_for: number | null;
    edited_at: number | null;
    deleted_at: number | null;
    deleted_by: number | null;
    created_at: number;
    /** sender's own clock; diagnostics only */
    client_at: number | null;
  };
  /** Bodies that an edit replaced. `at`: when that body was written; `rev`: of the edit that replaced it. */
  message_versions: { chat_id: number; seq: number; rev: number; body: string; at: number };
  /** First message of each UTC day (YYYY-MM-DD). */
  chat_days: { chat_id: number; day: string; first_seq: number };
  /** One per person and message; a null emoji is a tombstone. `rev`: the one its message row got in the same transaction. */
  reactions: { chat_id: number; seq: number; mid: number; emoji: string | null; rev: number; at: number };
  /** One per person and poll, or message that asks for a confirmation. `choice`: JSON list of answers; an empty one is a tombstone. `rev` as of reactions. */
  ballots: { chat_id: number; seq: number; mid: number; choice: string; rev: number; at: number };
  /** Reminders to confirm a message; `at`: of the last one. */
  nudges: { chat_id: number; seq: number; count: number; at: number };
  mentions: { chat_id: number; mid: number; seq: number };
  mention_alls: { chat_id: number; seq: number; sender_mid: number };
  /** When everybody was last named in a chat, ms; stays when that message goes. */
  name_all_times: { chat_id: number; at: number };
  /** What people hid from themselves. `urev`: their own change it was. */
  hidden_messages: { user_id: number; chat_id: number; seq: number; urev: number };
  /** Messages of people that are to be sent later, by their own ids; sent ones stay for some days, without their bodies, to answer repeats. */
  scheduled_messages: {
    user_id: number;
    cid: string;
    chat_id: number;
    kind: number;
    body: string;
    /** of kind, body and reply as they were first sent to be kept */
    body_hash: Uint8Array;
    reply_to: number | null;
    /** JSON: see `forwardSchema` of the protocol */
    fw: string | null;
    /** when it is to be sent, ms */
    at: number;
    /** when somebody looks at it next, ms; of a sent one, when it was sent */
    next_at: number;
    created_at: number;
    /** 0 waiting, 1 sent, 2 failed */
    state: Generated<number>;
    /** why it failed, or did not leave the last time */
    code: string | null;
    tries: Generated<number>;
    /** 1: a node is sending it; what is not settled by `next_at` is taken up again */
    is_going: Generated<number>;
  };
  /** Messages that wait for a moderator; approval is a normal send with the same cid and sender. */
  held_messages: {
    chat_id: number;
    sender_mid: number;
    cid: string;
    kind: number;
    body: string;
    body_hash: Uint8Array;
    reply_to: number | null;
    /** JSON list of Reason */
    reason: string;
    at: number;
    /** 0 waiting, 1 approved, 2 refused, 3 stored and marked (`seq`) */
    state: Generated<number>;
    decided_by: number | null;
    decided_at: number | null;
    seq: number | null;
    /** JSON: caught parts of the text */
    spans: Generated<string>;
  };
}
