import { AppError } from '#protocol/errors.ts';
import type { Handler } from '#server/services/serviceContext.ts';

/** Hands the messages to the chat's queue; whoever may not post is refused there, under the chat's lock. */
export const sendMessage: Handler<'message.send'> = async ({ live }, { userId }, { c, items, rs }) => {
  for (const { b, fw } of items) {
    if (b.fw !== undefined && fw === undefined) throw new AppError('BAD', { message: 'fw is written by the server' });
    if ('at' in b) checkMentions({ x: b.x ?? '', at: b.at });
  }
  try {
    const request = { userId, items: items.map(({ i, k, b, re, fw, ct }) => ({ i, k, b, re, fw, ct })), rs };
    return { items: await live.sendMessages(c, request) };
  } catch (error) {
    // A chat that does not exist looks like one he is not in, where each message is refused by itself.
    if (!(error instanceof AppError) || error.code !== 'NOT_MEMBER') throw error;
    return { items: items.map(({ i }) => ({ i, code: 'NOT_MEMBER' as const })) };
  }
};

/** Named places lie inside the text, in order and apart. Throws BAD. */
export function checkMentions(body: {
  x: string;
  at?: readonly (readonly [number, number, number])[] | undefined;
}): void {
  let end = 0;
  for (const [start, length] of body.at ?? []) {
    if (start < end || start + length > body.x.length) throw new AppError('BAD', { message: 'mentions out of order' });
    end = start + length;
  }
}
