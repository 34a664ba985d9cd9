import { invariant } from '#base/invariant.ts';
import type { Kept } from '#protocol/entities/kept.ts';
import type { Hidden } from '#protocol/entities/hidden.ts';
import type { Contact, Pref } from '#protocol/entities/user.ts';
import type { UserId } from '#protocol/ids.ts';
import { toChatId, toUserId } from '#protocol/casts.ts';
import type { Tx } from '#server/storage/unit.ts';
import { cardColumns, toUserCard, type CardRow } from '#server/storage/units/accounts/toAccount.ts';

/** My contacts, settings, what I hid from myself and what I keep. `full`: these are all, whatever the device has beside them is gone. */
export interface UserRows {
  contacts?: Contact[];
  prefs?: Pref[];
  hidden?: Hidden[];
  keeps?: Kept[];
  full?: 1;
}

/** Data generation: a device's revs mean nothing in another one. */
export async function readGen(tx: Tx): Promise<string> {
  const [row] = await tx.sql<{ val: string }>("SELECT val FROM meta WHERE key = 'gen'", []);
  invariant(row, 'every database has a generation');
  return row.val;
}

export async function readUserRev(tx: Tx, user: UserId): Promise<number> {
  const [row] = await tx.sql<{ urev: number }>('SELECT urev FROM user_heads WHERE user_id = ?', [user]);
  return row?.urev ?? 0;
}

/**
 * Rows of a person newer than user rev `since`, and the newest user rev. From 0 on, or from a rev that does not exist: all of them, without tombstones.
 * Without `since` only the rev.
 */
export async function readUserRows(
  tx: Tx,
  user: UserId,
  since: number | undefined,
): Promise<{ u: number; user: UserRows }> {
  const u = await readUserRev(tx, user);
  if (since === undefined) return { u, user: {} };
  const isFull = since === 0 || since > u;
  const after = isFull ? 0 : since;
  const contacts = await readContacts(tx, user, after, isFull);
  const prefs = await tx.sql<Pref>(
    'SELECT key, val, urev FROM user_prefs WHERE user_id = ? AND urev > ? ORDER BY urev',
    [user, after],
  );
  const hidden = await readHidden(tx, user, after);
  return {
    u,
    user: {
      ...(contacts.length > 0 || isFull ? { contacts } : {}),
      ...(prefs.length > 0 || isFull ? { prefs: prefs.map(({ key, val, urev }) => ({ key, val, urev })) } : {}),
      ...(hidden.length > 0 || isFull ? { hidden } : {}),
      ...(isFull ? { full: 1 as const } : {}),
    },
  };
}

async function readHidden(tx: Tx, user: UserId, since: number): Promise<Hidden[]> {
  const rows = await tx.sql<{ chat_id: number; seq: number }>(
    'SELECT chat_id, seq FROM hidden_messages WHERE user_id = ? AND urev > ? ORDER BY chat_id, seq',
    [user, since],
  );
  const seqs = Map.groupBy(rows, ({ chat_id: c }) => c);
  return [...seqs].map(([c, found]) => [toChatId(c), found.map(({ seq }) => seq)]);
}

async function readContacts(tx: Tx, user: UserId, since: number, isFull: boolean): Promise<Contact[]> {
  const rows = await tx.sql<CardRow & { state: number; alias: string | null; urev: number }>(
    `SELECT ${cardColumns}, c.state, c.alias, c.urev FROM contacts c JOIN users u ON u.id = c.peer_id
     WHERE c.user_id = ? AND c.urev > ?${isFull ? ' AND c.state <> 0' : ''} ORDER BY c.urev`,
    [user, since],
  );
  return rows.map((row) => ({
    u: toUserId(row.id),
    st: row.state,
    ...(row.alias === null ? {} : { alias: row.alias }),
    urev: row.urev,
    card: toUserCard(row),
  }));
}
