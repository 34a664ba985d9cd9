import { AppError } from '#protocol/errors.ts';
import type { Handler } from '#server/services/serviceContext.ts';

/** Declares what the connection shows. */
export const setView: Handler<'view.set'> = async ({ live }, { connection }, { v, open, pres, vis }) => {
  if (connection === undefined) throw new AppError('BAD', { message: 'only on a socket' });
  return { v, ...(await live.setView(connection, { v, open, watch: pres, vis })) };
};
