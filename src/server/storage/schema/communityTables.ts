import type { Generated } from 'kysely';

/** Getting into larger chats, and what moderators keep. */
export interface CommunityTables {
  /** Communities that Discover shows. `name_key`: folded title; `search_text`: folded title and description. */
  listings: { chat_id: number; category: string | null; name_key: string; search_text: string };
  join_requests: {
    chat_id: number;
    user_id: number;
    /** member id he will have */
    mid: number;
    /** name he asks under; in groups the account's name counts */
    name: string;
    note: string | null;
    /** the link he came by, one use of which is his */
    code: string | null;
    /** 0 waiting, 1 accepted, 2 refused, 3 withdrawn */
    state: Generated<number>;
    at: number;
    /** member id of who decided */
    decided_by: number | null;
    decided_at: number | null;
  };
  invite_links: {
    code: string;
    chat_id: number;
    creator_mid: number;
    created_at: number;
    expires_at: number | null;
    uses: Generated<number>;
    max_uses: number | null;
    revoked_at: number | null;
  };
  /** What one person did of one kind within ten minutes: it waits for a second admin, or it can be undone. */
  guarded_acts: {
    id: string;
    chat_id: number;
    /** see `guardedKinds` */
    kind: string;
    /** 0 waiting, 1 done, 2 refused, 3 undone */
    state: number;
    by_mid: number;
    /** rev of the chat before it began: the order of acts */
    rev: number;
    /** when it was asked for, or begun */
    at: number;
    /** waiting: when it happens by itself */
    due_at: number | null;
    /** done: when it cannot be undone any more */
    undo_until: number | null;
    /** JSON list of member ids: owner and admins of before */
    guardians: string;
    /** JSON by kind: RemovePayload, RolePayload, RenamePayload, DeletePayload */
    payload: string;
    decided_by: number | null;
    decided_at: number | null;
  };
  /** Rules of a chat; `version` is also in its row. `config`: JSON of ModerationConfig. */
  moderation: { chat_id: number; version: number; config: string; changed_at: number };
  /** How often a rule caught something, per UTC day. */
  moderation_hits: { chat_id: number; day: string; rule: string; hits: number };
  /** Pleas of people who were muted, removed or banned. */
  appeals: {
    id: string;
    chat_id: number;
    mid: number;
    body: string;
    at: number;
    /** 0 open, 1 lifted, 2 left as it was */
    state: Generated<number>;
    decided_by: number | null;
    decided_at: number | null;
  };
  /** Members who asked another one to connect; one per pair and community, the last one. `state`: see `connectState`. `at`: of the question, or of a "no". */
  connect_requests: { chat_id: number; from_user: number; to_user: number; state: number; at: number };
  /** Messages that somebody else took away, for as long as that can be undone. `content`: JSON of DeletedContent. */
  deleted_messages: { chat_id: number; seq: number; act_id: string; content: string };
}
