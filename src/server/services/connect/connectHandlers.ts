import type { UserId } from '#protocol/ids.ts';
import type { LivePort } from '#server/live/livePort.ts';
import type { Handlers } from '#server/services/serviceContext.ts';

/** Requests of members of a community who want to know each other outside of it. */
export type ConnectRequestName = 'connect.ask' | 'connect.answer' | 'connect.list';

/** Handlers of {@link ConnectRequestName}. Who is asked is told that he is, and both what friends came of it; an answer that is "no" is told nobody. */
export const connectHandlers: Handlers<ConnectRequestName> = {
  'connect.ask': async ({ storage, live }, { userId }, input) =>
    tell(live, await storage.run('askToConnect', { ...input, user: userId })),
  'connect.answer': async ({ storage, live }, { userId }, input) =>
    tell(live, await storage.run('answerConnect', { ...input, user: userId })),
  'connect.list': ({ storage }, { userId }) => storage.run('listConnects', { user: userId }),
};

function tell<Result>(
  live: LivePort,
  { result, people, asked }: { result: Result; people: UserId[]; asked?: UserId },
): Result {
  for (const user of people) live.publishUser(user);
  if (asked !== undefined) live.publishAsked(asked);
  return result;
}
