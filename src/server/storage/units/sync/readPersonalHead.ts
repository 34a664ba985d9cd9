import type { Head } from '#protocol/entities/chat.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { floorOf } from '#server/storage/rows/floorOf.ts';
import { toHeadFor } from '#server/storage/rows/toHeadFor.ts';
import type { Tx } from '#server/storage/unit.ts';
import { readOverlay } from './readOverlay.ts';
import type { Standing } from './readStanding.ts';

/** The head as this person sees it: no preview below his floor, his own hidden message where that is newer. */
export async function readPersonalHead(tx: Tx, { me, head, chat }: Standing): Promise<Head> {
  const personal = toHeadFor(head, floorOf(me, head));
  if (chat.kind !== chatKind.dm) return personal;
  const own = (await readOverlay(tx, head)).find(({ person }) => person === me.user_id);
  return own && own.l.s >= floorOf(me, head) ? { ...personal, b: Math.max(personal.b, own.l.at), l: own.l } : personal;
}
