import type { LivePort } from '#server/live/livePort.ts';
import type { ChatOutcome } from '#server/storage/units/chats/chatOutcome.ts';

/** Tells the live part what a chat command did: the rooms first, so that who was removed is out before he hears of it. Answers the result. */
export function publishOutcome<Result>(live: LivePort, outcome: ChatOutcome<Result>): Result {
  if (outcome.change) live.publishChange(outcome.change);
  for (const user of outcome.people) live.publishUser(user);
  return outcome.result;
}
