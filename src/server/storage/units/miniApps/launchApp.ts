import { grantState } from '#protocol/entities/appScopes.ts';
import type { AppLanguage } from '#protocol/entities/appStates.ts';
import type { AppGrant, AppManifest } from '#protocol/entities/miniApps.ts';
import { AppError } from '#protocol/errors.ts';
import type { AppId, ChatId, OpId, UserId } from '#protocol/ids.ts';
import { toUserId } from '#protocol/casts.ts';
import { limits } from '#protocol/limits.ts';
import { loadSeat } from '#server/storage/rows/loadSeat.ts';
import { withOp } from '#server/storage/units/accounts/withOp.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { toAppFacts, type AppFacts, type AppFactsRow } from './appRows.ts';
import { lockApp, type LockedApp } from './lockApp.ts';
import { noteEvent } from './noteEvent.ts';
import { pickVersion, type Picked } from './pickVersion.ts';
import { readGrants, toScopes } from './readScopes.ts';
import { toPid } from './toPid.ts';

/** `q`: a name for this opening, made by the caller. `n`: a version that is not live. `lang`: language of the screen; messages of the app go by it. */
export interface LaunchInput {
  readonly app: AppId;
  readonly user: UserId;
  readonly op: OpId;
  readonly q: string;
  readonly c?: ChatId | undefined;
  readonly n?: number | undefined;
  readonly lang?: AppLanguage | undefined;
}
/** What one opening tells the app; kept with the command, so that a repeat tells the same. `profile`: what may be shown of the person. `kind`: of the chat. */
export interface LaunchRecord extends Picked {
  readonly q: string;
  readonly at: number;
  readonly isFirst: boolean;
  readonly pid: number;
  readonly profile: { name: string; av: string | null } | null;
  readonly mayWrite: boolean;
  readonly kind: number | null;
  readonly grants: readonly AppGrant[];
}
/** An opening. `facts`: with the manifest of the version that opens. `dataKey`: what is told is signed with it. */
export interface Launch {
  readonly record: LaunchRecord;
  readonly facts: AppFacts;
  readonly bot: number;
  readonly owner: UserId;
  readonly dataKey: Uint8Array;
}

/** Openings closer than this are one line of what a person reads, ms: a page that is opened anew after an answer was not left. */
const oneVisitMs = 60_000;

/** Opens an app for a person. Throws NOT_FOUND, FORBIDDEN, GONE (see `pickVersion`), NOT_MEMBER (of the chat). */
export const launchApp = writeUnit(async (tx, input: LaunchInput): Promise<Launch> => {
  const { app, user, op, c } = input;
  // Only a first opening changes the app's own row; all others go on side by side.
  const row = await lockApp(tx, app, (await hasUse(tx, input)) ? 'share' : 'change');
  const picked = await pickVersion(tx, row, user, input.n);
  const kind = c === undefined ? null : await kindOf(tx, c, user);
  const operation = { userId: user, op, name: 'app.launch' };
  const { result: record } = await withOp(tx, operation, () => open(tx, input, { row, picked, kind }));
  const facts = await readFacts(tx, app, record.n);
  return { record, facts, bot: row.bot, owner: toUserId(row.owner_id), dataKey: row.data_key };
});

async function open(
  tx: Tx,
  input: LaunchInput,
  { row, picked, kind }: { row: LockedApp; picked: Picked; kind: number | null },
): Promise<LaunchRecord> {
  const { app, user, q } = input;
  const isFirst = await noteUse(tx, input);
  await tx.sql('INSERT INTO app_launches (q, app_id, user_id, n, chat_id, at) VALUES (?, ?, ?, ?, ?, ?)', [
    ...[q, app, user, picked.n],
    input.c ?? null,
    tx.now,
  ]);
  const { manifest } = await readFacts(tx, app, picked.n);
  const scopes = toScopes(manifest.scopes, await readGrants(tx, app, user));
  if (!(await wasOpened(tx, input))) await noteEvent(tx, input, 'opened');
  const profile = scopes.isAllowed('profile') ? await showProfile(tx, input) : null;
  return {
    ...{ q, ...picked, at: tx.now, isFirst, kind, profile },
    pid: await toPid(tx, row.owner_id, user),
    mayWrite: scopes.isAllowed('write'),
    grants: scopes.grants,
  };
}

async function hasUse(tx: Tx, { app, user }: LaunchInput): Promise<boolean> {
  return (await tx.sql('SELECT app_id FROM app_uses WHERE app_id = ? AND user_id = ?', [app, user])).length > 0;
}

/** Counts the opening; answers whether it is the person's first, by which the app has one person more. */
async function noteUse(tx: Tx, input: LaunchInput): Promise<boolean> {
  const { app, user } = input;
  const isFirst = !(await hasUse(tx, input));
  await tx.sql(
    `INSERT INTO app_uses (app_id, user_id, first_at, last_at, acts, lang) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (app_id, user_id) DO UPDATE SET last_at = excluded.last_at, acts = excluded.acts,
        lang = coalesce(excluded.lang, app_uses.lang)`,
    [app, user, tx.now, tx.now, limits.appActsMax, input.lang ?? null],
  );
  if (isFirst) await tx.sql('UPDATE apps SET people = people + 1 WHERE id = ?', [app]);
  return isFirst;
}

async function wasOpened(tx: Tx, { app, user }: LaunchInput): Promise<boolean> {
  const rows = await tx.sql(
    "SELECT id FROM app_log WHERE user_id = ? AND app_id = ? AND at > ? AND what = 'opened' LIMIT 1",
    [user, app, tx.now - oneVisitMs],
  );
  return rows.length > 0;
}

/** What the app is told of the person who allowed it. */
async function showProfile(tx: Tx, input: LaunchInput): Promise<LaunchRecord['profile']> {
  const [person] = await tx.sql<{ name: string; avatar: string | null }>(
    'SELECT name, avatar FROM users WHERE id = ?',
    [input.user],
  );
  if (!person) return null;
  await noteEvent(tx, input, 'profile');
  await tx.sql(
    "UPDATE app_grants SET used_at = ? WHERE app_id = ? AND user_id = ? AND scope = 'profile' AND state = ?",
    [tx.now, input.app, input.user, grantState.allowed],
  );
  return { name: person.name, av: person.avatar };
}

/** The kind of a chat that this person is in. Throws NOT_MEMBER, also where there is no such chat. */
async function kindOf(tx: Tx, c: ChatId, user: UserId): Promise<number> {
  const [chat] = await tx.sql<{ kind: number; parent_id: number | null }>(
    'SELECT kind, parent_id FROM chats WHERE id = ? AND deleted_at IS NULL',
    [c],
  );
  if (!chat) throw new AppError('NOT_MEMBER');
  await loadSeat(tx, { chat_id: c, parent_id: chat.parent_id }, user);
  return chat.kind;
}

async function readFacts(tx: Tx, app: AppId, n: number): Promise<AppFacts & { manifest: AppManifest }> {
  const [row] = await tx.sql<AppFactsRow>(
    `SELECT a.id, a.state, a.people, u.name AS maker, v.manifest FROM apps a JOIN users u ON u.id = a.owner_id
       JOIN app_versions v ON v.app_id = a.id AND v.n = ? WHERE a.id = ?`,
    [n, app],
  );
  if (!row) throw new AppError('NOT_FOUND', { message: 'there is no such version any more' });
  return toAppFacts(row);
}
