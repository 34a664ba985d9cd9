import type { Handler } from '#server/services/serviceContext.ts';

/** The log of a chat. */
export const listAudit: Handler<'audit.list'> = async ({ storage }, { userId }, input) =>
  storage.run('listAudit', { ...input, user: userId });
