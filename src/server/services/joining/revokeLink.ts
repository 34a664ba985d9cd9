import type { Handler } from '#server/services/serviceContext.ts';

/** Ends an invite link. */
export const revokeLink: Handler<'link.revoke'> = ({ storage }, { userId }, input) =>
  storage.run('revokeLink', { ...input, user: userId });
