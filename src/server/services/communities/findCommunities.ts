import type { Handler } from '#server/services/serviceContext.ts';

/** Searches the listed communities. */
export const findCommunities: Handler<'community.find'> = async ({ storage }, _caller, input) =>
  storage.run('findCommunities', input);
