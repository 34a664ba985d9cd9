import { AppError } from '#protocol/errors.ts';
import { publishOutcome } from '#server/services/chats/publishOutcome.ts';
import type { Handlers } from '#server/services/serviceContext.ts';
import { publishMessageChange } from './publishMessageChange.ts';

export type BallotRequest = 'message.vote' | 'poll.add' | 'poll.close' | 'poll.voters' | 'confirm.nudge';

/** Polls, and messages that ask for a confirmation. */
export const ballotHandlers: Handlers<BallotRequest> = {
  /** The live part collects what comes within a moment into one transaction. */
  'message.vote': async ({ live }, { userId }, { c, s, o, op }) => {
    if (new Set(o).size < o.length) throw new AppError('BAD', { message: 'an answer is named twice' });
    return { r: await live.vote(c, { user: userId, seq: s, choice: o, op }) };
  },
  'poll.add': async ({ storage, live }, { userId }, { c, s, x, op }) => {
    const change = await storage.run('addPollAnswer', { c, userId, s, x, op });
    publishMessageChange(live, change);
    return { r: change.r, o: change.o };
  },
  'poll.close': async ({ storage, live }, { userId }, { c, s, op }) => {
    const change = await storage.run('closePoll', { c, userId, s, op });
    publishMessageChange(live, change);
    return { r: change.r };
  },
  'poll.voters': ({ storage }, { userId }, { c, s, o, after }) =>
    storage.run('listVoters', { c, user: userId, s, o, after }),
  'confirm.nudge': async ({ storage, live }, { userId }, { c, s, op }) =>
    publishOutcome(live, await storage.run('nudgeUnconfirmed', { c, userId, s, op })),
};
