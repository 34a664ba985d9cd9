import type { FastifyRequest } from 'fastify';
import { AppError } from '#protocol/errors.ts';

/** The access token of a request. Throws UNAUTH. */
export function readBearer(request: FastifyRequest): string {
  const match = /^Bearer (\S{1,4096})$/.exec(request.headers.authorization ?? '');
  if (!match?.[1]) throw new AppError('UNAUTH', { message: 'no access token' });
  return match[1];
}
