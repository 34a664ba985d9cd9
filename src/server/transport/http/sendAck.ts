import type { FastifyReply } from 'fastify';
import type { Ack } from '#protocol/errors.ts';
import { httpStatus } from '#server/transport/httpStatus.ts';

/** Sends an answer with the HTTP status of its code. `Retry-After` counts whole seconds, rounded up; the body has the ms. */
export function sendAck(reply: FastifyReply, ack: Ack<unknown>, status?: number): FastifyReply {
  if (!ack.ok && ack.retry !== undefined) reply.header('retry-after', String(Math.ceil(ack.retry / 1_000)));
  return reply
    .code(status ?? (ack.ok ? 200 : httpStatus[ack.code]))
    .header('cache-control', 'no-store')
    .send(ack);
}
