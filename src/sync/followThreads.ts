import type { LocalChat } from './changes.ts';
import { isSame } from './isSame.ts';
import { laneOf, readLane, saveLane } from './lanes.ts';
import { failRefused } from './merge/mergeOutbox.ts';
import { pinsOf } from './merge/pinsOf.ts';
import type { WriteTx } from './ports.ts';
import { purgeChat } from './purgeChat.ts';
import { isRootHidden, threadMeta } from './threadMeta.ts';
import { threadsOf } from './threadsOf.ts';
import { isAnotherStay, placeUnder, sharedOf } from './unopenedSeat.ts';

/**
 * Keeps the threads of a chat in step with it, part of every transaction that changes the chat: its rules and my standing in it hold in them too, and those on
 * messages that I do not see any more go.
 */
export async function followThreads(tx: WriteTx, before: LocalChat | undefined, after: LocalChat): Promise<void> {
  if (!before || after.meta.root !== undefined) return;
  const [old, now] = [before.meta, after.meta];
  const isSameRules = old.set === now.set && old.rooms === now.rooms && old.title === now.title;
  const isSameFloor = before.me.fl >= after.me.fl;
  if (isSameRules && isSameFloor && isSame(sharedOf(before.me), sharedOf(after.me))) return;
  for (const thread of await threadsOf(tx, after.c)) {
    const { root } = thread.meta;
    if (thread.meta.parent !== after.c || root === undefined) continue;
    // Floors in rooms are not known here: who went and came back may not see the message any more, and is told of the thread if he may.
    const isOfBefore = root.c !== after.c && isAnotherStay(before.me, after.me);
    if (isOfBefore || isRootHidden(after, root)) {
      await purgeChat(tx, thread.c);
      continue;
    }
    const meta = { ...threadMeta(after, root), ...pinsOf(thread.meta) };
    const next = { ...thread, meta, ...placeUnder(thread, after) };
    if (isSame(next, thread)) continue;
    await tx.put('chats', [next]);
    // A message of mine that was held in a thread is refused with the word of its chat.
    if (isSame(before.me.rj ?? [], after.me.rj ?? [])) continue;
    const lane = await readLane(tx, laneOf(next.c));
    await saveLane(tx, lane, failRefused(lane, next.me));
  }
}
