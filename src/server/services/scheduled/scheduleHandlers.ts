import { AppError } from '#protocol/errors.ts';
import type { SentBody } from '#protocol/entities/bodies/sentMessage.ts';
import { checkMentions } from '#server/services/messages/sendMessage.ts';
import type { Handlers } from '#server/services/serviceContext.ts';
import { sendNow } from './sendScheduled.ts';

export type ScheduleRequest = 'schedule.add' | 'schedule.change' | 'schedule.drop' | 'schedule.list' | 'schedule.send';

/** Messages that are sent later. */
export const scheduleHandlers: Handlers<ScheduleRequest> = {
  'schedule.add': async ({ storage, live }, { userId }, { c, item, at, op }) => {
    const { ct: _ct, ...kept } = item;
    checkBody(kept.b, kept.fw !== undefined);
    const { result, isRepeat } = await storage.run('addScheduled', { userId, c, item: kept, at, op });
    if (!isRepeat) live.publishUser(userId);
    return result;
  },
  'schedule.list': ({ storage }, { userId }, { c, after }) => storage.run('listScheduled', { userId, c, after }),
  'schedule.change': async ({ storage, live }, { userId }, { i, at, b, op }) => {
    if (b) checkBody(b, false);
    const { result, isRepeat } = await storage.run('changeScheduled', { userId, i, at, b, op });
    if (!isRepeat) live.publishUser(userId);
    return result;
  },
  'schedule.drop': async ({ storage, live }, { userId }, { i, op }) => {
    const { result, isRepeat } = await storage.run('dropScheduled', { userId, i, op });
    if (!isRepeat) live.publishUser(userId);
    return result;
  },
  /** The row itself says whether it was done, so that the op is not needed for it. */
  'schedule.send': async (context, { userId }, { i }) => {
    const message = await context.storage.run('claimOne', { userId, i });
    if (message) await sendNow(context, message);
    return {};
  },
};

/** What the shape alone does not say, as for a message that is sent now. Throws BAD. */
function checkBody(b: SentBody, isForwarded: boolean): void {
  if (b.fw !== undefined && !isForwarded) throw new AppError('BAD', { message: 'fw is written by the server' });
  if ('at' in b) checkMentions({ x: b.x ?? '', at: b.at });
}
