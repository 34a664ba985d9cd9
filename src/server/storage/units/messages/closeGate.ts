import type { UserId } from '#protocol/ids.ts';
import { bumpUrev } from '#server/storage/rows/bumpUrev.ts';
import { communityOf } from '#server/storage/rows/communityOf.ts';
import { countHits } from '#server/storage/rows/countHits.ts';
import type { LockedHead } from '#server/storage/rows/lockHead.ts';
import { excerptOf, recordAct } from '#server/storage/rows/recordAct.ts';
import type { Tx } from '#server/storage/unit.ts';
import { filesOf, keepFiles } from '#server/storage/units/files/useFiles.ts';
import type { Caught, Gate } from './Gate.ts';
import { hashItem } from './hashItem.ts';
import { textOf } from '#server/storage/rows/textOf.ts';

/** Held messages are forgotten after 60 days (`cleanModeration`); what they carry stays a little longer, ms. */
const heldFilesMs = 61 * 24 * 3_600_000;

/** Stores what the rules caught in a batch: held and marked messages, counts, mutes. Answers the people who were muted. */
export async function closeGate(tx: Tx, head: LockedHead, gate: Gate): Promise<UserId[]> {
  // Standing and log are those of the community, where the chat is a room of one.
  const c = communityOf(head);
  for (const caught of gate.kept) await keep(tx, head.chat_id, caught);
  if (gate.hits.length > 0) await countHits(tx, c, gate.hits);
  const muted = [...gate.muted].toSorted((one, other) => one.userId - other.userId);
  for (const sender of muted) {
    const urev = await bumpUrev(tx, sender.userId);
    await tx.sql('UPDATE members SET muted_until = ?, mver = mver + 1, urev = ? WHERE chat_id = ? AND user_id = ?', [
      sender.muted_until,
      urev,
      c,
      sender.userId,
    ]);
    const caught = gate.kept.findLast((one) => one.sender === sender && one.verdict.action === 'mute');
    const detail = {
      until: sender.muted_until ?? tx.now,
      ...(caught ? { why: caught.verdict.reasons, x: excerptOf(textOf(caught.item.b)) } : {}),
    };
    await recordAct(tx, { c, what: 'mute', who: sender.mid, detail });
  }
  return muted.map(({ userId }) => userId);
}

async function keep(tx: Tx, c: number, { sender, item, verdict, seq }: Caught): Promise<void> {
  const body = JSON.stringify(item.b);
  // As long as somebody can let it in.
  if (seq === undefined) await keepFiles(tx, filesOf(item.k, item.b), tx.now + heldFilesMs);
  await tx.sql(
    `INSERT INTO held_messages (chat_id, sender_mid, cid, kind, body, body_hash, reply_to, reason, at, state, seq, spans)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (chat_id, sender_mid, cid) DO UPDATE SET body = excluded.body, reason = excluded.reason, at = excluded.at,
        state = excluded.state, seq = excluded.seq, spans = excluded.spans`,
    [
      c,
      sender.mid,
      item.i,
      item.k,
      body,
      hashItem(item),
      item.re ?? null,
      JSON.stringify(verdict.reasons),
      tx.now,
      seq === undefined ? 0 : 3,
      seq ?? null,
      JSON.stringify(verdict.spans),
    ],
  );
}
