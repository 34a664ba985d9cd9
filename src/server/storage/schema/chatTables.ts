import type { Generated } from 'kysely';

/** Chats, their hot heads and who is in them. */
export interface ChatTables {
  chats: {
    id: number;
    /** 1 dm, 2 group, 3 community, 4 official */
    kind: number;
    /** the community a room belongs to; of a thread the chat whose members may see it */
    parent_id: number | null;
    /** threads: chat (a room, or `parent_id`) and seq of the message it hangs on */
    root_chat: Generated<number | null>;
    root_seq: Generated<number | null>;
    /** threads: when that message was told that nobody writes here any more */
    ended_at: Generated<number | null>;
    /** `lower:higher` user ids; dm only */
    dm_key: string | null;
    /** user id of the maker and the op id of the making; internal, never sent */
    creator_id: number | null;
    create_cid: string | null;
    title: string | null;
    avatar: string | null;
    about: string | null;
    /** JSON of ChatSettings */
    settings: Generated<string>;
    /** null all, 0 from the join on */
    history_days: number | null;
    member_cap: number;
    /** 0 off, 1 lazy, 2 live */
    receipts: number;
    /** rev of this row's last change */
    rev: Generated<number>;
    created_at: number;
    deleted_at: number | null;
    /** JSON list of Pin, newest first */
    pins: Generated<string>;
    /** id of the moderation rules in force; another one with every change, 0 while there never were any */
    mod_ver: Generated<number>;
    /** secret with which strangers come in, where the chat asks for one */
    join_code: string | null;
    /** removals that wait for a second admin */
    waiting: Generated<number>;
    /** communities: JSON list of RoomInfo, in the order in which they are shown */
    rooms: Generated<string>;
  };
  /** The row every change of a chat locks first. Only its key is indexed. */
  chat_heads: {
    chat_id: number;
    rev: Generated<number>;
    n: Generated<number>;
    last_seq: Generated<number>;
    /** time of the newest countable message; never runs back */
    bump_at: number;
    /** time of the newest message row of any kind; never runs back */
    last_at: number;
    /** JSON of LastMessage */
    last_msg: string | null;
    members: Generated<number>;
    mrev: Generated<number>;
    /** highest floor of all members; rows below it never travel in a room's delta; never goes back */
    live_floor: Generated<number>;
    /** retention: first seq that is kept, and the ordinal below it */
    min_seq: Generated<number>;
    min_n: Generated<number>;
    /** JSON list: newest five seqs that name everybody, newest first */
    ma: Generated<string>;
    /** communities: latest UTC day (YYYY-MM-DD) with which the history of any member begins; never goes back */
    floor_day: string | null;
  };
  members: {
    chat_id: number;
    user_id: number;
    /** member id: the user id, but random in communities */
    mid: number;
    /** 1 joined, 2 invited, 3 left, 4 kicked, 5 banned */
    state: number;
    /** 0 member, 1 moderator, 2 admin, 3 owner */
    role: Generated<number>;
    nickname: string | null;
    /** folded name by which members are ordered */
    name_key: Generated<string>;
    avatar: string | null;
    pver: Generated<number>;
    /** rev of the last change others must see */
    rev: number;
    /** version of my own settings here (not of the read position) */
    mver: Generated<number>;
    join_rev: number;
    join_n: number;
    floor_seq: number;
    /** cleared for me up to and including this seq */
    clear_seq: Generated<number>;
    leave_rev: number | null;
    read_seq: number;
    read_n: number;
    /** my newest countable message (also: one hidden for me) */
    last_own_seq: Generated<number>;
    /** countable messages after read_seq that are mine or hidden for me */
    own_after: Generated<number>;
    /** marked unread from this seq by myself */
    unread_from: number | null;
    notify: Generated<number>;
    mute_until: number | null;
    pin_rank: number | null;
    hidden_rev: Generated<number>;
    /** moderation: may not write until */
    muted_until: number | null;
    /** JSON list of own held messages (cid) that were refused, the newest 20 */
    refused: string | null;
    /** when he left or was removed the last time */
    left_at: number | null;
    /** the person's own counter (user_heads) at the last change of standing or settings here */
    urev: Generated<number>;
    joined_at: number;
    /** communities: UTC day (YYYY-MM-DD) with which his history begins; null = all of it */
    floor_day: string | null;
    /** since when he has his role; null = since he came in */
    role_at: number | null;
    /** when an undo brought him back after a removal */
    back_at: number | null;
    /** invited only: member id of who invites */
    invited_by: number | null;
  };
  /** A person's state in one room of a community, or in a thread; made at the first open or send. Standing comes from the parent's member row. */
  room_state: {
    chat_id: number;
    user_id: number;
    read_seq: number;
    read_n: number;
    own_after: Generated<number>;
    last_own_seq: Generated<number>;
    notify: Generated<number>;
    mute_until: number | null;
    mver: Generated<number>;
    /** threads: 1 = what is new there counts for this person */
    follows: Generated<number>;
  };
}
