import { createTable, type Dialect, type Migration } from './migration.ts';

/** What makers and reviewers write. */
const registry = (dialect: Dialect): string[] => [
  ...createTable(dialect, {
    name: 'apps',
    columns: `id text PRIMARY KEY, owner_id bigint NOT NULL, bot bigint NOT NULL UNIQUE, state smallint NOT NULL DEFAULT 0, live_n bigint,
      token_hash bytea NOT NULL, data_key bytea NOT NULL, account_id bigint, people bigint NOT NULL DEFAULT 0, note text, created_at bigint NOT NULL, removed_at bigint`,
  }),
  'CREATE INDEX apps_owner ON apps (owner_id)',
  'CREATE INDEX apps_people ON apps (people) WHERE state = 1',
  ...createTable(dialect, {
    name: 'app_versions',
    columns: `app_id text NOT NULL, n bigint NOT NULL, manifest text NOT NULL, state smallint NOT NULL DEFAULT 0, note text, created_at bigint NOT NULL,
      decided_at bigint, decided_by bigint, PRIMARY KEY (app_id, n)`,
    clustered: true,
  }),
  'CREATE INDEX app_versions_waiting ON app_versions (created_at) WHERE state = 1',
  ...createTable(dialect, {
    name: 'app_testers',
    columns: 'app_id text NOT NULL, user_id bigint NOT NULL, PRIMARY KEY (app_id, user_id)',
    clustered: true,
  }),
  ...createTable(dialect, {
    name: 'app_bundles',
    columns:
      'id text PRIMARY KEY, app_id text NOT NULL, files text NOT NULL, bytes bigint NOT NULL, created_at bigint NOT NULL',
  }),
  'CREATE INDEX app_bundles_app ON app_bundles (app_id)',
  ...createTable(dialect, {
    name: 'app_listings',
    columns: `app_id text NOT NULL, lang text NOT NULL, category text NOT NULL, name_key text NOT NULL, search_text text NOT NULL,
      PRIMARY KEY (app_id, lang)`,
    clustered: true,
  }),
];

/** What belongs to one person and one app. */
const uses = (dialect: Dialect): string[] => [
  ...createTable(dialect, {
    name: 'app_pids',
    columns:
      'owner_id bigint NOT NULL, user_id bigint NOT NULL, pid bigint NOT NULL UNIQUE, PRIMARY KEY (owner_id, user_id)',
  }),
  ...createTable(dialect, {
    name: 'app_uses',
    columns: `app_id text NOT NULL, user_id bigint NOT NULL, first_at bigint NOT NULL, last_at bigint NOT NULL, asked bigint NOT NULL DEFAULT 0,
      yes bigint NOT NULL DEFAULT 0, acts bigint NOT NULL DEFAULT 0, lang text, PRIMARY KEY (app_id, user_id)`,
  }),
  'CREATE INDEX app_uses_user ON app_uses (user_id, last_at)',
  ...createTable(dialect, {
    name: 'app_grants',
    columns: `app_id text NOT NULL, user_id bigint NOT NULL, scope text NOT NULL, state smallint NOT NULL, at bigint NOT NULL, used_at bigint,
      PRIMARY KEY (app_id, user_id, scope)`,
    clustered: true,
  }),
  ...createTable(dialect, {
    name: 'app_log',
    columns:
      'id bigint PRIMARY KEY, app_id text NOT NULL, user_id bigint NOT NULL, at bigint NOT NULL, what text NOT NULL, detail text NOT NULL',
  }),
  'CREATE INDEX app_log_person ON app_log (user_id, app_id, at)',
  ...createTable(dialect, {
    name: 'app_launches',
    columns:
      'q text PRIMARY KEY, app_id text NOT NULL, user_id bigint NOT NULL, n bigint NOT NULL, chat_id bigint, at bigint NOT NULL',
  }),
  'CREATE INDEX app_launches_at ON app_launches (at)',
  'CREATE INDEX app_launches_person ON app_launches (user_id, app_id, at)',
  ...createTable(dialect, {
    name: 'app_values',
    columns:
      'app_id text NOT NULL, user_id bigint NOT NULL, key text NOT NULL, val text NOT NULL, PRIMARY KEY (app_id, user_id, key)',
    clustered: true,
  }),
  ...createTable(dialect, {
    name: 'app_inbox',
    columns:
      'app_id text NOT NULL, n bigint NOT NULL, user_id bigint NOT NULL, kind text NOT NULL, data text NOT NULL, at bigint NOT NULL, PRIMARY KEY (app_id, n)',
    clustered: true,
  }),
  ...createTable(dialect, { name: 'app_inbox_heads', columns: 'app_id text PRIMARY KEY, n bigint NOT NULL' }),
  'CREATE INDEX app_inbox_person ON app_inbox (app_id, user_id)',
  ...createTable(dialect, {
    name: 'app_reports',
    columns: `id text PRIMARY KEY, app_id text NOT NULL, user_id bigint NOT NULL, reason text NOT NULL, note text, at bigint NOT NULL,
      state smallint NOT NULL DEFAULT 0`,
  }),
  'CREATE INDEX app_reports_open ON app_reports (app_id) WHERE state = 0',
];

/** What servers of apps make. */
const served = (dialect: Dialect): string[] => [
  ...createTable(dialect, {
    name: 'app_calls',
    columns:
      'app_id text NOT NULL, key text NOT NULL, hash text NOT NULL, answer text NOT NULL, at bigint NOT NULL, PRIMARY KEY (app_id, key)',
  }),
  'CREATE INDEX app_calls_at ON app_calls (at)',
  ...createTable(dialect, {
    name: 'app_cards',
    columns: `id text PRIMARY KEY, app_id text NOT NULL, user_id bigint NOT NULL, words text NOT NULL, picture text, v bigint NOT NULL DEFAULT 1,
      made_at bigint NOT NULL, changed_at bigint`,
  }),
  'CREATE INDEX app_cards_person ON app_cards (app_id, user_id)',
  'CREATE INDEX app_cards_made ON app_cards (made_at)',
  'CREATE INDEX app_cards_picture ON app_cards (picture) WHERE picture IS NOT NULL',
  ...createTable(dialect, {
    name: 'app_card_places',
    columns:
      'name text PRIMARY KEY, card_id text NOT NULL, chat_id bigint NOT NULL, seq bigint, v bigint NOT NULL, is_stale smallint NOT NULL DEFAULT 0, at bigint NOT NULL',
  }),
  'CREATE INDEX app_card_places_card ON app_card_places (card_id)',
  'CREATE INDEX app_card_places_stale ON app_card_places (at) WHERE is_stale = 1',
  'CREATE INDEX app_card_places_waiting ON app_card_places (at) WHERE seq IS NULL',
  ...createTable(dialect, { name: 'app_pictures', columns: 'id text PRIMARY KEY, app_id text NOT NULL' }),
];

/** Mini-apps: registry, versions, what people allowed them and what they did. */
export const apps: Migration = {
  name: '0009_apps',
  statements: (dialect) => [...registry(dialect), ...uses(dialect), ...served(dialect)],
};
