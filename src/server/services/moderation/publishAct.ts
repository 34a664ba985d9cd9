import type { LivePort } from '#server/live/livePort.ts';
import { publishOutcome } from '#server/services/chats/publishOutcome.ts';
import type { ActOutcome } from '#server/storage/units/moderation/ActOutcome.ts';

/** Tells the live part what an act of a moderator did. Answers the result. */
export function publishAct<Result>(live: LivePort, outcome: ActOutcome<Result>): Result {
  if (outcome.reads && outcome.reads.length > 0) live.publishReads(outcome.reads);
  return publishOutcome(live, outcome);
}
