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
  /** One removal of several members at once, so that it can be undone. */
  removals: { id: string; chat_id: number; by_mid: number; at: number; undone_at: number | null };
  /** What a removed member had: an undo restores it instead of making a new join. */
  removed_members: {
    removal_id: string;
    user_id: number;
    role: number;
    floor_seq: number;
    join_rev: number;
    join_n: number;
    read_seq: number;
    read_n: number;
  };
}
