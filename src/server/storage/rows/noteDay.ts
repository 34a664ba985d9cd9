import type { Tx } from '../unit.ts';
import { dayOf } from './dayOf.ts';
import type { MessageRow } from './rowTypes.ts';

const dayMs = 86_400_000;

/** Remembers the first message of a UTC day. `previous`: the head before this message, so that most messages cost nothing here. */
export async function noteDay(
  tx: Tx,
  first: MessageRow,
  previous: { last_seq: number; last_at: number },
): Promise<void> {
  const isSameDay = Math.floor(previous.last_at / dayMs) === Math.floor(first.created_at / dayMs);
  if (previous.last_seq > 0 && isSameDay) return;
  await tx.sql('INSERT INTO chat_days (chat_id, day, first_seq) VALUES (?, ?, ?) ON CONFLICT DO NOTHING', [
    first.chat_id,
    dayOf(first.created_at),
    first.seq,
  ]);
}
