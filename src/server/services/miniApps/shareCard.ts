import { createHash } from 'node:crypto';
import { messageKind } from '#protocol/entities/messageKind.ts';
import type { CardBody } from '#protocol/entities/appCards.ts';
import { AppError } from '#protocol/errors.ts';
import type { ChatId, Cid, OpId, UserId } from '#protocol/ids.ts';
import { toCid } from '#protocol/casts.ts';
import type { RequestOutput, RequestParsed } from '#protocol/requests.ts';
import { refreshCards } from '#server/services/appApi/refreshCards.ts';
import type { Caller, ServiceContext } from '#server/services/serviceContext.ts';
import type { AppendAnswer } from '#server/storage/units/messages/appendTypes.ts';

/**
 * Posts a card into chats as messages of the person, through each chat's own queue and rules, and his text after it. One op is one share: a repeat finds what was posted by the
 * messages' ids, which follow from it. Throws NOT_FOUND, GONE, FORBIDDEN (see `openShare`; no chat took it).
 */
export async function shareCard(
  context: ServiceContext,
  { userId: user }: Pick<Caller, 'userId'>,
  { app, card, chats, text, op }: RequestParsed<'app.share'>,
): Promise<RequestOutput<'app.share'>> {
  const share = await context.storage.run('openShare', { app, user, op, card, chats });
  if ('sent' in share) return { sent: share.sent };
  let sent = 0;
  for (const [c, body] of share.bodies) if (await post(context, { c, user, op, body, text })) sent += 1;
  if (sent === 0) throw new AppError('FORBIDDEN', { message: 'no chat took it' });
  // The app may have changed the card while it was on its way.
  await refreshCards(context, card);
  return context.storage.run('closeShare', { app, user, op, sent });
}

interface Posted {
  readonly c: ChatId;
  readonly user: UserId;
  readonly op: OpId;
  readonly body: CardBody;
  readonly text: string | undefined;
}

/** Whether the chat took the card. */
async function post({ live }: ServiceContext, { c, user, op, body, text }: Posted): Promise<boolean> {
  const words = text?.trim() ?? '';
  const items = [
    { i: toCardCid(op, c, 'card'), k: messageKind.card, b: { ...body } },
    ...(words === '' ? [] : [{ i: toCardCid(op, c, 'text'), k: messageKind.text, b: { x: words } }]),
  ];
  try {
    const [first] = await live.sendMessages(c, { userId: user, items });
    return first !== undefined && isTaken(first);
  } catch (error) {
    if (error instanceof AppError && (error.code === 'NOT_MEMBER' || error.code === 'NOT_FOUND')) return false;
    throw error;
  }
}

/** In its place, before a moderator, or there since an earlier try of this op, whose words were other ones. */
const isTaken = (answer: AppendAnswer): boolean => !('code' in answer) || answer.code === 'CID_MISMATCH';

/** A UUID that is the same for every repeat. */
function toCardCid(op: OpId, c: ChatId, part: string): Cid {
  const hex = createHash('sha256').update(`card message ${op} ${c} ${part}`).digest('hex');
  return toCid(
    `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`,
  );
}
