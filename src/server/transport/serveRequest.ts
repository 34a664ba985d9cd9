import { randomUUID } from 'node:crypto';
import { AppError, toWireError, type Ack } from '#protocol/errors.ts';
import { limits as wireLimits } from '#protocol/limits.ts';
import { requestsByName, type RequestDefinitions, type RequestName } from '#protocol/requests.ts';
import type { AccessClaims } from '#server/services/accounts/accessTokens.ts';
import type { Caller } from '#server/services/serviceContext.ts';
import type { RequestLimits } from './requestLimits.ts';
import type { TransportParts } from './transportOptions.ts';

/** A request as it arrived: nothing of it but the token's claims has been checked. */
export interface RawRequest {
  readonly name: unknown;
  readonly input: unknown;
  readonly claims: AccessClaims;
  readonly caller: Caller;
}

/** Answers a request of either door. Never throws, always settles. */
export type ServeRequest = (request: RawRequest) => Promise<Ack<unknown>>;

/** Retry hint for an answer that took too long, ms. */
const lateRetryMs = 1_000;

/** Retry hint for work that nobody waits for, while the process is behind, ms. */
const busyRetryMs = 3_000;

const guesses: ReadonlySet<RequestName> = new Set(['link.peek', 'link.use']);

/** Makes the one path that all requests take: name, session, shape, limit, handler. */
export function createServeRequest(parts: TransportParts, limits: RequestLimits): ServeRequest {
  return async (request) => {
    try {
      const definition = findDefinition(request);
      await parts.guard.check(request.claims, request.caller.epoch, { fresh: definition.name === 'sync.open' });
      const input = parseInput(definition, request.input);
      if (isBackground(definition.name, input) && parts.load.level() > 0)
        throw new AppError('BUSY', { retry: busyRetryMs });
      limits.request(definition.name, request.caller, costOf(definition.name, input));
      if (definition.name === 'history.get') limits.rowsLeft(request.caller.userId);
      parts.onSeen?.(request.caller.deviceId);
      const serve = () => callHandler(parts, definition, request.caller, input);
      const output = await (guesses.has(definition.name) ? countGuess(limits, request.caller.ip, serve) : serve());
      if (definition.name === 'history.get') limits.rows(request.caller.userId, countRows(output));
      return { ok: true, data: output };
    } catch (error) {
      return toAnswer(parts, error, String(request.name).slice(0, 60));
    }
  };
}

/**
 * Requests with which somebody could look for secrets by trying. Each address has so many tries; one is spent only when there was nothing. It is taken before
 * the answer is known, so that who has none left does not learn of a hit either.
 */
async function countGuess(limits: RequestLimits, ip: string, serve: () => Promise<unknown>): Promise<unknown> {
  limits.step('linkIp', ip);
  try {
    const output = await serve();
    limits.giveBack('linkIp', ip);
    return output;
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'GONE')) limits.giveBack('linkIp', ip);
    throw error;
  }
}

/** The wire form of whatever was thrown; what nobody expected is logged under an id that the answer carries. */
export function toAnswer(parts: Pick<TransportParts, 'log'>, error: unknown, where: string): Ack<never> {
  if (error instanceof AppError && error.code !== 'INTERNAL') return toWireError(error);
  const id = randomUUID();
  parts.log.error('request.failed', error, { id, where });
  return { ok: false, code: 'INTERNAL', msg: id };
}

function findDefinition({ name, caller }: RawRequest): RequestDefinitions {
  const definition = typeof name === 'string' ? requestsByName.get(name) : undefined;
  if (!definition) throw new AppError('BAD', { message: 'unknown request' });
  if (definition.via === 'socket' && caller.connection === undefined) {
    throw new AppError('BAD', { message: 'only over the socket' });
  }
  return definition;
}

function parseInput(definition: RequestDefinitions, raw: unknown): unknown {
  const parsed = definition.input.safeParse(raw);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new AppError('BAD', {
    message: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}`.slice(0, 200),
  });
}

/** Messages count one by one; the later pages of one `sync.open` are part of the first. */
function costOf(name: RequestName, input: unknown): number {
  const fields = input as { items?: unknown[]; page?: number };
  if (name === 'message.send') return fields.items?.length ?? 1;
  if (name === 'sync.open' && fields.page !== undefined) return 0;
  return 1;
}

/** A catch-up of more chats than a person can look at: nobody sees it come later. */
function isBackground(name: RequestName, input: unknown): boolean {
  return name === 'sync.delta' && (input as { items: unknown[] }).items.length > wireLimits.openChatsMax;
}

const countRows = (output: unknown): number => (output as { rows: unknown[] }).rows.length;

async function callHandler(
  parts: TransportParts,
  definition: RequestDefinitions,
  caller: Caller,
  input: unknown,
): Promise<unknown> {
  // The table's type ties each name to its input; a name chosen at run time loses that tie, and the schema has just proved it.
  const handler = parts.handlers[definition.name] as (
    context: unknown,
    caller: Caller,
    input: unknown,
  ) => Promise<unknown>;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    const refuse = () => reject(new AppError('UNAVAILABLE', { message: 'took too long', retry: lateRetryMs }));
    timer = setTimeout(refuse, parts.settings.handlerMs);
  });
  try {
    const output = await Promise.race([handler(parts.context, caller, input), late]);
    if (parts.settings.checkOutput) definition.output.parse(output);
    return output;
  } finally {
    clearTimeout(timer);
  }
}
