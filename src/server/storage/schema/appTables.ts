import type { Generated } from 'kysely';

/** Mini-apps: what their makers say of them, and what each person allowed them. */
export interface AppTables {
  apps: {
    id: string;
    owner_id: number;
    /** numeric name, first part of the server's token */
    bot: number;
    /** see `appState` */
    state: Generated<number>;
    /** version that people get */
    live_n: number | null;
    /** SHA-256 of the token */
    token_hash: Uint8Array;
    /** key that init data is signed with; made from the token, which is not kept */
    data_key: Uint8Array;
    /** the account that its service messages come from; made with the first of them */
    account_id: number | null;
    /** how many people have opened it */
    people: Generated<number>;
    /** why it was closed */
    note: string | null;
    created_at: number;
    removed_at: number | null;
  };
  /** `manifest`: JSON of AppManifest. `state`: see `versionState`. */
  app_versions: {
    app_id: string;
    n: number;
    manifest: string;
    state: Generated<number>;
    note: string | null;
    created_at: number;
    decided_at: number | null;
    decided_by: number | null;
  };
  app_testers: { app_id: string; user_id: number };
  /** Uploaded files of a version; they lie in the folder of bundles. `files`: JSON, path → bytes. Unused ones go after a day. */
  app_bundles: { id: string; app_id: string; files: string; bytes: number; created_at: number };
  /** How a live app is found: folded names, and everything folded that may be searched. One row per language. */
  app_listings: { app_id: string; lang: string; category: string; name_key: string; search_text: string };
  /** The id under which all apps of one maker know a person. */
  app_pids: { owner_id: number; user_id: number; pid: number };
  /** `asked`: how often it asked for something; `yes`: how often that was allowed. `acts`: service messages it may still send for what the person did. */
  app_uses: {
    app_id: string;
    user_id: number;
    first_at: number;
    last_at: number;
    asked: Generated<number>;
    yes: Generated<number>;
    acts: Generated<number>;
    /** language of the screen it was opened on last */
    lang: string | null;
  };
  app_grants: { app_id: string; user_id: number; scope: string; state: number; at: number; used_at: number | null };
  /** What an app did or got. `detail`: JSON object. */
  app_log: { id: number; app_id: string; user_id: number; at: number; what: string; detail: string };
  /** One opening. `q`: its name towards the app. `n`: the version that was opened. */
  app_launches: { q: string; app_id: string; user_id: number; n: number; chat_id: number | null; at: number };
  app_values: { app_id: string; user_id: number; key: string; val: string };
  /** What waits for an app's server to fetch it, in the order of commits. `kind`: `data`. */
  app_inbox: { app_id: string; n: number; user_id: number; kind: string; data: string; at: number };
  /** Newest number of an app's inbox; its row is the lock that keeps them in order. */
  app_inbox_heads: { app_id: string; n: number };
  /** Calls of an app's server that changed something, for a day. `hash`: of what was asked; `answer`: JSON. */
  app_calls: { app_id: string; key: string; hash: string; answer: string; at: number };
  /** Cards of apps. `user_id`: for whom it was made; 0 once he took everything back. `words`: JSON of CardWords. `picture`: id of theirs. */
  app_cards: {
    id: string;
    app_id: string;
    user_id: number;
    words: string;
    picture: string | null;
    v: Generated<number>;
    made_at: number;
    changed_at: number | null;
  };
  /**
   * Where a card stands. `name`: of the card in that chat; another one in each, so that nobody recognises a person by it. `seq`: null until it is a message. `v`: of
   * the words there. `is_stale`: 1 while they are to be changed.
   */
  app_card_places: {
    name: string;
    card_id: string;
    chat_id: number;
    seq: number | null;
    v: number;
    is_stale: Generated<number>;
    at: number;
  };
  /** Pictures that an app's server uploaded for its cards. */
  app_pictures: { id: string; app_id: string };
  app_reports: {
    id: string;
    app_id: string;
    user_id: number;
    reason: string;
    note: string | null;
    at: number;
    /** 0 open, 1 decided */
    state: Generated<number>;
  };
}
