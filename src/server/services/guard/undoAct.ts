import { publishOutcome } from '#server/services/chats/publishOutcome.ts';
import type { Handler } from '#server/services/serviceContext.ts';

/** Undoes a whole act. */
export const undoAct: Handler<'act.undo'> = async ({ storage, live }, { userId }, input) => {
  const { reads, ...outcome } = await storage.run('undoAct', { ...input, user: userId });
  const answer = publishOutcome(live, outcome);
  live.publishReads(reads);
  return answer;
};
