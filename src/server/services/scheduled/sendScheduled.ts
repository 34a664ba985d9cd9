import { AppError, reactionTo, type ErrorCode } from '#protocol/errors.ts';
import type { ServiceContext } from '#server/services/serviceContext.ts';
import type { AppendAnswer } from '#server/storage/units/messages/appendTypes.ts';
import type { DueMessage } from '#server/storage/units/scheduled/claimDue.ts';
import type { ScheduleOutcome } from '#server/storage/units/scheduled/settleScheduled.ts';

const atOnce = 20;
/** A message that is refused for now is tried again for so long, ms; then the person has to decide. */
const patienceMs = 24 * 3_600_000;
const leastPauseMs = 5_000;
const mostPauseMs = 3_600_000;

type Ground = Pick<ServiceContext, 'storage' | 'live' | 'now'>;

/** Sends everything that is due, the oldest first. Several nodes may do it at once: what one has taken the others leave alone, and the message's own id makes it one message in any case. */
export async function sendScheduled(context: Ground): Promise<void> {
  const { storage } = context;
  while (await storage.run('hasDue', undefined)) {
    const due = await storage.run('claimDue', { limit: atOnce });
    await Promise.all(due.map((message) => sendDue(context, message)));
    if (due.length < atOnce) return;
  }
}

/** Sends one that was taken up at its time. What nobody knows the outcome of stays taken: it is taken up again later. */
async function sendDue(context: Ground, message: DueMessage): Promise<void> {
  const answer = await trySending(context, message);
  if (answer === 'unknown') return;
  await settle(context, message, toOutcome(answer, message, context.now()));
}

/** Sends one because its person wants it now. Throws what refuses it, and UNAVAILABLE where nobody knows yet. */
export async function sendNow(context: Ground, message: DueMessage): Promise<void> {
  const answer = await trySending(context, message);
  if (answer === 'unknown') throw new AppError('UNAVAILABLE', { retry: leastPauseMs });
  const refusal = 'code' in answer ? answer : undefined;
  await settle(context, message, refusal ? { t: 'back', code: refusal.code } : { t: 'sent' });
  if (refusal) throw new AppError(refusal.code, refusal.retry === undefined ? {} : { retry: refusal.retry });
}

type Answer = Exclude<AppendAnswer, { code: ErrorCode }> | { code: ErrorCode; retry?: number };

async function trySending({ live }: Ground, { c, userId, item }: DueMessage): Promise<Answer | 'unknown'> {
  const { i, k, b, re, fw } = item;
  try {
    const [answer] = await live.sendMessages(c, { userId, items: [{ i, k, b, re, fw }] });
    // INTERNAL and UNAVAILABLE of an item say that it may be there.
    return !answer || ('code' in answer && isUnknown(answer.code)) ? 'unknown' : answer;
  } catch (error) {
    if (!(error instanceof AppError) || isUnknown(error.code)) return 'unknown';
    // A chat that does not exist any more is one he is not in.
    return { code: error.code === 'NOT_FOUND' ? 'NOT_MEMBER' : error.code };
  }
}

const isUnknown = (code: ErrorCode): boolean => code === 'UNAVAILABLE' || code === 'INTERNAL' || code === 'TIMEOUT';

/** One that a moderator looks at first has left, like any message. */
function toOutcome(answer: Answer, { at, tries }: DueMessage, now: number): ScheduleOutcome {
  if (!('code' in answer)) return { t: 'sent' };
  const { code, retry = 0 } = answer;
  if (reactionTo(code) !== 'retry' || now > at + patienceMs) return { t: 'failed', code };
  const pauseMs = Math.min(mostPauseMs, leastPauseMs * 2 ** Math.min(tries, 12));
  return { t: 'later', code, ms: Math.max(retry, retry > 0 ? leastPauseMs : pauseMs) };
}

async function settle({ storage, live }: Ground, message: DueMessage, outcome: ScheduleOutcome): Promise<void> {
  const { userId, item, tries } = message;
  if (await storage.run('settleScheduled', { userId, i: item.i, tries, outcome })) live.publishUser(userId);
}
