import type { Handler } from '#server/services/serviceContext.ts';

/** Who waits to be let in. */
export const listRequests: Handler<'request.list'> = ({ storage }, { userId }, input) =>
  storage.run('listRequests', { ...input, user: userId });
