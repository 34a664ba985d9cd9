import type { ChatId } from '#protocol/ids.ts';
import { followRooms } from './followRooms.ts';
import { followThreads } from './followThreads.ts';
import { laneOf, readLane, saveLane } from './lanes.ts';
import type { ChatState } from './merge/chatState.ts';
import { dropArrived } from './merge/mergeOutbox.ts';
import { withTell } from './merge/withTell.ts';
import type { WriteTx } from './ports.ts';
import { quarantineRows } from './quarantine.ts';

/** Writes what differs between two states of a chat; `before` is undefined for a new one. */
export function saveChat(tx: WriteTx, before: ChatState | undefined, after: ChatState): Promise<void> {
  return saveChats(tx, [{ before, after }]);
}

/** The same for many chats: rows of one table travel together. */
export async function saveChats(
  tx: WriteTx,
  changes: readonly { before: ChatState | undefined; after: ChatState }[],
): Promise<void> {
  const floors = changes.filter(({ before, after }) => before && after.chat.me.fl > before.chat.me.fl);
  for (const { after } of floors) await tx.delRange('msgs', [after.chat.c, 0], [after.chat.c, after.chat.me.fl - 1]);
  // Requests of one transaction run in the order in which they are made: nothing has to wait for the answer of what stands before it.
  await Promise.all([
    tx.put(
      'chats',
      changes.filter(({ before, after }) => after.chat !== before?.chat).map(({ after }) => after.chat),
    ),
    tx.put(
      'msgs',
      changes.flatMap(({ before, after }) => changedRows(before, after)),
    ),
    tx.del(
      'msgs',
      changes.flatMap(({ before, after }) => lostRows(before, after)),
    ),
    tx.put(
      'members',
      changes.flatMap(({ before, after }) =>
        [...after.members.values()].filter((member) => before?.members.get(member.u) !== member),
      ),
    ),
    quarantineRows(
      tx,
      changes.flatMap(({ before, after }) =>
        after.rejected.slice(before?.rejected.length ?? 0).map(({ what, row }) => ({ c: after.chat.c, what, row })),
      ),
    ),
  ]);
  await Promise.all(
    changes.map(async ({ before, after }) => {
      // What was acknowledged while the chat was not here has nothing else that could take it away.
      const lane = before?.outbox ?? (await readLane(tx, laneOf(after.chat.c)));
      await saveLane(tx, lane, before ? after.outbox : dropArrived(lane, after.chat));
    }),
  );
  for (const { before, after } of changes) {
    await followRooms(tx, before?.chat, after.chat);
    await followThreads(tx, before?.chat, after.chat);
  }
}

const changedRows = (before: ChatState | undefined, { chat, rows }: ChatState) =>
  [...rows.values()].filter((row) => before?.rows.get(row.s) !== row).map((row) => withTell(row, chat));

const lostRows = (before: ChatState | undefined, { chat, rows }: ChatState): [ChatId, number][] =>
  [...(before?.rows.keys() ?? [])].filter((seq) => !rows.has(seq) && seq >= chat.me.fl).map((seq) => [chat.c, seq]);
