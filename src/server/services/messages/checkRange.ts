import type { Handler } from '#server/services/serviceContext.ts';

/** What changed in a cached span. */
export const checkRange: Handler<'range.check'> = ({ storage }, { userId }, { c, from, to, rev, minRev }) =>
  storage.run('checkRange', { c, user: userId, from, to, rev, minRev });
