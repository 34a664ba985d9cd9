import type { Contact } from '#protocol/entities/user.ts';
import { contactState } from '#protocol/entities/contactState.ts';
import { AppError } from '#protocol/errors.ts';
import type { OpId, UserId } from '#protocol/ids.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { accountRole } from '#server/storage/rows/accountRole.ts';
import { bumpUrev } from '#server/storage/rows/bumpUrev.ts';
import { cardColumns, toUserCard, type CardRow } from '#server/storage/units/accounts/toAccount.ts';
import { withOp } from '#server/storage/units/accounts/withOp.ts';

/** A relation to set. `alias` absent: stays as it is; empty: none. */
export interface ContactChange {
  readonly userId: UserId;
  readonly op: OpId;
  readonly peerId: UserId;
  readonly state: number;
  readonly alias?: string | undefined;
}

interface ContactRow {
  readonly state: number;
  readonly alias: string | null;
  readonly urev: number;
  readonly at: number;
}

/** Sets my relation to a person. Throws NOT_FOUND when there is no such person. */
export const setContact = writeUnit(
  async (tx, input: ContactChange) =>
    await withOp(tx, { userId: input.userId, op: input.op, name: 'contact.set' }, async () => {
      const [peer] = await tx.sql<CardRow & { deleted_at: number | null; role: number }>(
        `SELECT ${cardColumns}, u.deleted_at, u.role FROM users u WHERE u.id = ?`,
        [input.peerId],
      );
      // Somebody who deleted the account can still be removed from the list, and a mini-app's account be blocked.
      const canAdd = peer?.deleted_at === null && peer.role !== accountRole.app;
      if (!peer || (!canAdd && input.state === contactState.friend)) throw new AppError('NOT_FOUND');
      const row = await writeContact(tx, input);
      const contact: Contact = {
        u: input.peerId,
        st: row.state,
        ...(row.alias === null ? {} : { alias: row.alias }),
        urev: row.urev,
        card: toUserCard(peer),
      };
      return { u: row.urev, contact };
    }),
);

async function writeContact(tx: Tx, input: ContactChange): Promise<ContactRow> {
  // The number first: it locks the person's counter, so that the row read next is the newest one.
  const urev = await bumpUrev(tx, input.userId);
  const [old] = await tx.sql<ContactRow>(
    'SELECT state, alias, urev, at FROM contacts WHERE user_id = ? AND peer_id = ?',
    [input.userId, input.peerId],
  );
  const alias = input.alias === undefined ? (old?.alias ?? null) : input.alias.trim() || null;
  const at = old?.state === input.state ? old.at : tx.now;
  const row = { state: input.state, alias, urev, at };
  await tx.sql(
    `INSERT INTO contacts (user_id, peer_id, state, alias, urev, at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (user_id, peer_id) DO UPDATE
     SET state = excluded.state, alias = excluded.alias, urev = excluded.urev, at = excluded.at`,
    [input.userId, input.peerId, row.state, row.alias, row.urev, row.at],
  );
  return row;
}
