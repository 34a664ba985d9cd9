import { randomBytes } from 'node:crypto';
import type { Handler } from '#server/services/serviceContext.ts';

/** Nobody finds a link by trying: 128 random bits. */
const codeBytes = 16;

/** Makes an invite link. */
export const createLink: Handler<'link.create'> = ({ storage }, { userId }, input) =>
  storage.run('createLink', { ...input, user: userId, code: randomBytes(codeBytes).toString('base64url') });
