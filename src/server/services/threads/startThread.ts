import { publishMessageChange } from '#server/services/messages/publishMessageChange.ts';
import type { Handler } from '#server/services/serviceContext.ts';

/** Begins a thread on a message. */
export const startThread: Handler<'thread.start'> = async ({ storage, live }, { userId }, { c, s, op }) => {
  const started = await storage.run('startThread', { c, userId, s, op });
  publishMessageChange(live, started);
  if (started.told) live.publishThread(started.told);
  for (const user of started.people) live.publishUser(user);
  return { thread: started.thread, r: started.r };
};
