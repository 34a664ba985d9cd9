import type { Handler } from '#server/services/serviceContext.ts';

/** Earlier texts of an edited message. */
export const listVersions: Handler<'message.versions'> = async ({ storage }, { userId }, { c, s }) => ({
  items: await storage.run('listVersions', { c, user: userId, s }),
});
