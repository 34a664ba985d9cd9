import { canTidyShelf } from '#domain/shelfRules.ts';
import type { ShelfId, ShelfNote } from '#protocol/entities/shelf.ts';
import { AppError } from '#protocol/errors.ts';
import { limits } from '#protocol/limits.ts';
import { readUnit, writeUnit, type Tx } from '#server/storage/unit.ts';
import { withOp } from '#server/storage/units/accounts/withOp.ts';
import type { ChatOutcome } from '#server/storage/units/chats/chatOutcome.ts';
import { readChange } from '#server/storage/units/sync/readChange.ts';
import type { Asker } from '#server/storage/units/sync/messageReadUnits.ts';
import { readStanding } from '#server/storage/units/sync/readStanding.ts';
import { checkMayWrite, enterShelf, type AtShelf, type ShelfActor } from './enterShelf.ts';
import { readNotes, toNote } from './shelfRows.ts';
import { tellMade } from './tellMade.ts';

/** A page of the notes of a chat, those changed last first. Throws NOT_MEMBER. */
export const listNotes = readUnit(
  async (
    tx,
    { c, user, after }: Asker & { after?: { ch: number; i: ShelfId } | undefined },
  ): Promise<{ items: ShelfNote[]; more?: 1 }> => {
    const { me, chat } = await readStanding(tx, c, user);
    const rows = await readNotes(
      tx,
      { c, kind: chat.kind, parent: chat.parent_id, mid: me.mid },
      `${after ? 'AND (n.changed_at < ? OR (n.changed_at = ? AND n.id < ?))' : ''} ORDER BY n.changed_at DESC, n.id DESC LIMIT ${limits.shelfNotesPage + 1}`,
      after ? [after.ch, after.ch, after.i] : [],
    );
    const items = rows.slice(0, limits.shelfNotesPage).map(toNote);
    return { items, ...(rows.length > items.length ? { more: 1 as const } : {}) };
  },
);

/** Writes a note, or changes an own one. Throws NOT_MEMBER, FORBIDDEN, FULL, and what keeps somebody from writing a message. */
export const putNote = writeUnit(
  async (tx, input: ShelfActor & { i: ShelfId; x: string }): Promise<ChatOutcome<{ note: ShelfNote }>> => {
    const shelf = await enterShelf(tx, input);
    const { result } = await withOp(tx, { userId: input.user, op: input.op, name: 'note.put' }, async () => ({
      note: await storeNote(tx, shelf, input),
    }));
    const change = await readChange(tx, input.c, shelf.a);
    return { result, ...(change ? { change } : {}), people: [] };
  },
);

async function storeNote(tx: Tx, shelf: AtShelf, { c, i, x }: { c: number; i: ShelfId; x: string }) {
  await checkMayWrite(tx, shelf, x);
  const [known] = await tx.sql<{ mid: number }>('SELECT mid FROM shelf_notes WHERE chat_id = ? AND id = ?', [c, i]);
  if (known && known.mid !== shelf.me.mid) throw new AppError('FORBIDDEN');
  await tx.sql(
    `INSERT INTO shelf_notes (chat_id, id, body, mid, created_at, changed_at, hidden_for) VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (chat_id, id) DO UPDATE SET body = excluded.body, changed_at = excluded.changed_at, hidden_for = excluded.hidden_for`,
    [c, i, x, shelf.me.mid, tx.now, tx.now, shelf.hiddenFor],
  );
  if (!known) {
    const [all] = await tx.sql<{ total: number }>('SELECT count(*) AS total FROM shelf_notes WHERE chat_id = ?', [c]);
    if ((all?.total ?? 0) > limits.shelfNotesMax) throw new AppError('FULL');
    await tellMade(tx, shelf, { ev: 'note' });
  }
  const [row] = await readNotes(tx, shelf.view, 'AND n.id = ?', [i]);
  if (!row) throw new AppError('INTERNAL');
  return toNote(row);
}

/** Takes a note away. What is not there changes nothing. Throws NOT_MEMBER, FORBIDDEN. */
export const dropNote = writeUnit(async (tx, input: ShelfActor & { i: ShelfId }): Promise<Record<string, never>> => {
  const { standing, view } = await enterShelf(tx, input);
  const { result } = await withOp(tx, { userId: input.user, op: input.op, name: 'note.delete' }, async () => {
    const [row] = await readNotes(tx, view, 'AND n.id = ?', [input.i]);
    if (row && !canTidyShelf(standing, row.mid === view.mid)) throw new AppError('FORBIDDEN');
    if (row) await tx.sql('DELETE FROM shelf_notes WHERE chat_id = ? AND id = ?', [input.c, input.i]);
    return {};
  });
  return result;
});
