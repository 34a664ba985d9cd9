import type { Generated } from 'kysely';

/** Accounts, their devices and everything that belongs to a person rather than to a chat. */
export interface AccountTables {
  users: {
    id: number;
    /** folded handle; null once the account is deleted */
    handle: string | null;
    name: string;
    avatar: string | null;
    status: string | null;
    /** profile version, +1 with every visible change */
    pver: Generated<number>;
    /** argon2 text; null = nobody can log in */
    password: string | null;
    /** 0 person, 1 administrator of the installation */
    role: Generated<number>;
    /** JSON object */
    privacy: Generated<string>;
    created_at: number;
    deleted_at: number | null;
  };
  /** One narrow row per person: the counter of their own rows (contacts, settings, memberships). */
  user_heads: { user_id: number; urev: Generated<number> };
  contacts: {
    user_id: number;
    peer_id: number;
    /** 0 removed (tombstone), 1 friend, 2 hidden, 3 blocked */
    state: number;
    alias: string | null;
    urev: number;
    /** time of the last change of `state`, ms */
    at: number;
  };
  /** What people keep for themselves. `body`, `note`: what a message said then, and the person's words. `state`: 0 kept, 1 the message was taken back, 2 dropped (tombstone). */
  keeps: {
    user_id: number;
    id: string;
    chat_id: number | null;
    seq: number | null;
    kind: number | null;
    body: string | null;
    sender_mid: number | null;
    sender_name: string | null;
    sent_at: number | null;
    note: string | null;
    at: number;
    urev: number;
    state: Generated<number>;
  };
  user_prefs: { user_id: number; key: string; val: string; urev: number };
  /** Members of a community whom a person has blocked: there the account behind a member id is unknown. */
  member_blocks: { user_id: number; chat_id: number; mid: number; state: number; urev: number };
  devices: {
    id: string;
    user_id: number;
    name: string;
    user_agent: string | null;
    /** engine epoch; a lower one is fenced */
    epoch: Generated<number>;
    created_at: number;
    seen_at: number;
    revoked_at: number | null;
    push_sub: string | null;
    push_fail: Generated<number>;
  };
  /** One per device. `prev_hash`: the refresh token before, good until its successor was used once. */
  sessions: {
    id: string;
    user_id: number;
    device_id: string;
    refresh_hash: Uint8Array;
    prev_hash: Uint8Array | null;
    created_at: number;
    rotated_at: number;
    expires_at: number;
    revoked_at: number | null;
  };
  /** Answers of commands by their op id, kept 7 days: a repeat gets the same answer and changes nothing. `result`: JSON. */
  ops: { user_id: number; op_id: string; at: number; result: string };
  account_deletions: { user_id: number; requested_at: number; due_at: number; done_at: number | null };
  reports: {
    id: string;
    reporter_id: number;
    user_id: number | null;
    chat_id: number | null;
    seq: number | null;
    reason: string;
    /** JSON: what was reported, as it stood then */
    evidence: string;
    at: number;
    /** 0 open, 1 decided */
    state: Generated<number>;
    /** the reported member; `user_id` stays empty, because a chat knows members only */
    mid: number | null;
    /** reports of the same message or member that are open together; the id of the first */
    case_id: string | null;
    taken_by: number | null;
    decided_by: number | null;
    decided_at: number | null;
    act: string | null;
    note: string | null;
  };
  /** With a chat, actor and target are member ids; without, user ids. */
  audit_log: {
    id: string;
    at: number;
    /** null: the filter, or the operator */
    actor_id: number | null;
    action: string;
    chat_id: number | null;
    target_id: number | null;
    /** JSON object */
    detail: string;
    undone_at: number | null;
  };
}
