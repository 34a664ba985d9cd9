import { AppError } from '#protocol/errors.ts';
import { handleSchema } from '#protocol/entities/user.ts';
import type { UserId } from '#protocol/ids.ts';
import type { ServiceContext } from '#server/services/serviceContext.ts';
import type { AccountTools } from './accountTools.ts';
import { grantSession, planSession, type GrantedSession, type Visitor } from './grantSession.ts';

/** What a person types to log in; the handle may be any text. */
export interface LogInInput {
  readonly handle: string;
  readonly password: string;
  readonly deviceName?: string | undefined;
}

/** The handle as stored, or undefined for a text that no account can have. */
export function normaliseHandle(text: string): string | undefined {
  return handleSchema.safeParse(text).data;
}

/**
 * Logs in on a new device. An unknown handle, an impossible one and a wrong password cost the same work and throw the same WRONG_LOGIN,
 * so that neither the answer nor its time tells who has an account.
 */
export async function logIn(
  context: ServiceContext,
  tools: AccountTools,
  visitor: Visitor,
  input: LogInInput,
): Promise<GrantedSession> {
  // A handle that nobody can have is looked up too: the database is part of the time.
  const found = await context.storage.run('getLogin', { handle: normaliseHandle(input.handle) ?? '' });
  const isRight = await tools.passwords.verify(found?.password ?? null, input.password);
  if (!found || !isRight) throw new AppError('WRONG_LOGIN');
  return enterAs(context, tools, visitor, found.userId, input.deviceName);
}

/** Logs a known person in on a new device without asking for a password. Only for {@link logIn} and the demo world. */
export async function enterAs(
  context: ServiceContext,
  tools: AccountTools,
  visitor: Visitor,
  userId: UserId,
  deviceName: string | undefined,
): Promise<GrantedSession> {
  const { session, token } = planSession(tools, context.now(), deviceName, visitor);
  const account = await context.storage.run('startSession', { userId, session });
  return grantSession(context, tools, account, session.deviceId, token);
}
