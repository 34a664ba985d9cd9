import { STATUS_CODES } from 'node:http';
import type { FastifyReply } from 'fastify';
import { AppError, type ErrorCode } from '#protocol/errors.ts';
import { ApiRefusal } from '#server/services/appApi/ApiRefusal.ts';
import { httpStatus } from '#server/transport/httpStatus.ts';
import { toAnswer } from '#server/transport/serveRequest.ts';
import type { TransportParts } from '#server/transport/transportOptions.ts';

/** Codes that have a word of their own here. */
const words: { readonly [Code in ErrorCode]?: string } = { CID_MISMATCH: 'KEY_REUSED' };

/** Answers a refusal as `application/problem+json` (RFC 9457); what nobody expected is logged under an id, which is its detail. */
export function sendProblem(
  parts: Pick<TransportParts, 'log'>,
  reply: FastifyReply,
  error: unknown,
  where: string,
): FastifyReply {
  if (error instanceof ApiRefusal) return send(reply, error.status, error.code, error.message);
  if (isFault(error)) {
    const isLarge = error.statusCode === 413;
    return send(reply, error.statusCode, isLarge ? 'TOO_LARGE' : 'BAD', error.code ?? 'the request cannot be read');
  }
  const answer = toAnswer(parts, error instanceof AppError ? error : (error ?? new Error('nothing')), where);
  if (answer.ok) return reply;
  if (answer.retry !== undefined) reply.header('retry-after', String(Math.ceil(answer.retry / 1_000)));
  return send(reply, httpStatus[answer.code], words[answer.code] ?? answer.code, answer.msg ?? answer.code);
}

/** What the framework refused by itself: a body that is too large or no JSON, a type it does not know. */
const isFault = (error: unknown): error is { statusCode: number; code?: string } =>
  typeof error === 'object' &&
  error !== null &&
  !(error instanceof AppError) &&
  'statusCode' in error &&
  Number(error.statusCode) >= 400 &&
  Number(error.statusCode) < 500;

const send = (reply: FastifyReply, status: number, code: string, detail: string): FastifyReply =>
  reply
    .code(status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify({ type: 'about:blank', title: STATUS_CODES[status] ?? 'Refused', status, detail, code }));
