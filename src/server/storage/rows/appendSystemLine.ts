import type { Row, SystemBody } from '#protocol/entities/messages.ts';
import { messageKind } from '#protocol/entities/messageKind.ts';
import type { MemberId } from '#protocol/ids.ts';
import type { Tx } from '../unit.ts';
import { hashBody } from './hashBody.ts';
import { insertMessages } from './insertMessages.ts';
import type { LockedHead } from './lockHead.ts';
import { newMessage } from './newMessage.ts';
import { noteDay } from './noteDay.ts';
import { previewOf } from './previewOf.ts';
import { toRow } from './toRow.ts';

/**
 * Writes a line like "A added B" into the timeline and takes the next rev for it (`head.rev` afterwards); member rows of the same change use that rev too.
 * The line becomes the preview, which also keeps older text from people who just joined. The caller stores the head.
 */
export async function appendSystemLine(
  tx: Tx,
  head: LockedHead,
  line: { mid: MemberId; pver: number; nickname?: string | null; body: SystemBody },
): Promise<Row> {
  const previous = { last_seq: head.last_seq, last_at: head.last_at };
  const body = JSON.stringify(line.body);
  const row = newMessage(head, tx.now, {
    sender_mid: line.mid,
    pver: line.pver,
    cid: tx.ids.uuid(),
    kind: messageKind.system,
    body,
    bodyHash: hashBody(messageKind.system, body, null),
    isCountable: false,
  });
  head.last_msg = JSON.stringify(previewOf(row, line.body, line.nickname));
  await insertMessages(tx, [row]);
  await noteDay(tx, row, previous);
  return toRow(row);
}
