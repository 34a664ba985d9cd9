import { expect } from 'vitest';
import type { ChatId } from '#protocol/ids.ts';
import { limits } from '#protocol/limits.ts';
import type { ScheduledRow } from '#server/storage/units/scheduled/scheduledRow.ts';
import { rowState } from '#server/storage/units/scheduled/scheduledRow.ts';
import { readUnit } from '#server/storage/unit.ts';
import type { ChatDump } from '#testing/contracts/storageDump.ts';
import type { World } from './createWorld.ts';
import { memberIn } from './memberIn.ts';
import { laterFrom, laterTexts, type LaterWish } from './wishes.ts';

const readScheduled = readUnit(async (tx): Promise<ScheduledRow[]> =>
  tx.sql<ScheduledRow>('SELECT * FROM scheduled_messages', []),
);

/** Scheduled messages at peace: each was sent once, not before its time and as it was written last; or it still waits, or its person knows why it does not leave; or he gave it up. */
export async function checkLater({ server, devices, wishes, clock }: World, dumps: ReadonlyMap<ChatId, ChatDump>) {
  const rows = await server.storage.runUnit(readScheduled, undefined);
  for (const wish of wishes.later.values()) {
    const dump = dumps.get(wish.c) as ChatDump;
    const own = devices.filter(({ login }) => login.user === wish.user);
    const waiting = rows.find(({ user_id: user, cid }) => user === Number(wish.user) && cid === wish.cid);
    const message = `what ${own[0]?.login.handle} scheduled for chat ${wish.c} (${wish.cid}, ${JSON.stringify(waiting)})`;
    const sent = sentOf(wish, dump);
    expect(sent.length, `${message} is there once at most`).toBeLessThanOrEqual(1);
    const [one] = sent;
    if (one) {
      expect(one.cid, message).toBe(wish.cid);
      expect(wish.dropped, `${message} was given up`).not.toBe('surely');
      const soonest = laterFrom(wish) - limits.scheduleMinMs;
      expect(one.created_at, `${message} was sent at its time`).toBeGreaterThanOrEqual(soonest);
      expect(waiting?.state ?? rowState.sent, `${message} waits for nothing`).toBe(rowState.sent);
      continue;
    }
    const isTakenBack = own.some(({ shadow }) => shadow.forgotten.has(wish.cid));
    if (wish.dropped || isTakenBack) continue;
    const entry = own.flatMap(({ store }) => store.dump('outbox')).find(({ i }) => i === wish.cid);
    // One that came too late waits for its person's word.
    const isTold = entry?.state === 'failed' && (entry.err === 'NOT_MEMBER' || entry.err === 'WINDOW');
    const isToldLater = waiting?.state === rowState.failed && waiting.code === 'NOT_MEMBER';
    const isEarly = waiting?.state === rowState.waiting && waiting.at > clock.now();
    const files = own.flatMap(({ store }) => store.dump('uploads')).filter(({ cid }) => cid === wish.cid);
    const where = JSON.stringify({ entry, files });
    expect(isTold || isToldLater || isEarly, `${message} is somewhere: ${where}`).toBe(true);
  }
}

/** Messages of this person that have the id, or the words, which nobody else writes. */
function sentOf(wish: LaterWish, dump: ChatDump): ChatDump['messages'] {
  const me = memberIn(dump, wish.user)?.mid;
  const texts = laterTexts(wish);
  return dump.messages.filter((row) => {
    if (row.sender_mid !== me) return false;
    const { x, fw } = JSON.parse(row.body) as { x?: string; fw?: object };
    return row.cid === wish.cid || (fw === undefined && x !== undefined && texts.includes(x));
  });
}
