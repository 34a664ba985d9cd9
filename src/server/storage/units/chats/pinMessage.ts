import { canAnnounce } from '#domain/permissions.ts';
import type { Pin } from '#protocol/entities/chatSettings.ts';
import { messageKind } from '#protocol/entities/messageKind.ts';
import { AppError } from '#protocol/errors.ts';
import type { ChatId, OpId, UserId } from '#protocol/ids.ts';
import { toMemberId } from '#protocol/casts.ts';
import { limits } from '#protocol/limits.ts';
import { appendSystemLine } from '#server/storage/rows/appendSystemLine.ts';
import { standingOf } from '#server/storage/rows/standingOf.ts';
import { writeHead } from '#server/storage/rows/writeHead.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { withOp } from '#server/storage/units/accounts/withOp.ts';
import { loadMessage } from '#server/storage/units/messages/loadMessage.ts';
import { readChange } from '#server/storage/units/sync/readChange.ts';
import type { ChatOutcome } from './chatOutcome.ts';
import { enterSeat, type Entered } from './enterChat.ts';
import { readPins } from './readPins.ts';
import { writePins } from './writePins.ts';

export interface PinInput {
  c: ChatId;
  user: UserId;
  s: number;
  on: boolean;
  days?: number | undefined;
  op: OpId;
}

const dayMs = 24 * 3_600_000;

/**
 * Puts a message on top of the chat, or takes it away; those whose time is over go with it. Taking away what is not there changes nothing. Throws NOT_MEMBER,
 * FORBIDDEN (no right, or a system line), NOT_FOUND (none that the asker may see), GONE (unsent).
 */
export const pinMessage = writeUnit(async (tx: Tx, input: PinInput): Promise<ChatOutcome<{ r: number }>> => {
  const entered = await enterSeat(tx, input.c, input.user);
  const { head, me, a } = entered;
  const { result } = await withOp(tx, { userId: input.user, op: input.op, name: 'chat.pin' }, async () => {
    if (!canAnnounce(standingOf(head, me))) throw new AppError('FORBIDDEN');
    const pins = await readPins(tx, input.c);
    const rest = pins.filter(({ s, ex }) => s !== input.s && (ex ?? Number.MAX_SAFE_INTEGER) > tx.now);
    if (input.on) await announce(tx, entered, rest, input);
    else if (rest.length < pins.length) {
      head.rev += 1;
      await writePins(tx, head, rest);
      await writeHead(tx, head);
    }
    return { r: head.rev };
  });
  const change = await readChange(tx, input.c, a);
  return { result, ...(change ? { change } : {}), people: [] };
});

async function announce(tx: Tx, { head, me, pver }: Entered, rest: readonly Pin[], input: PinInput): Promise<void> {
  const row = await loadMessage(tx, head, me, input.s);
  if (row.kind === messageKind.system) throw new AppError('FORBIDDEN');
  if (row.deleted_at !== null) throw new AppError('GONE');
  const mid = toMemberId(me.mid);
  await appendSystemLine(tx, head, { mid, pver, nickname: me.nickname, body: { ev: 'pinned', by: mid, s: input.s } });
  const ends = input.days === undefined ? {} : { ex: tx.now + input.days * dayMs };
  const pin: Pin = { s: input.s, by: mid, at: tx.now, ...ends };
  await writePins(tx, head, [pin, ...rest].slice(0, limits.pinsMax));
  await writeHead(tx, head);
}
