import { randomInt } from 'node:crypto';
import { toUserId } from '#protocol/casts.ts';
import type { ServiceContext } from '#server/services/serviceContext.ts';
import type { AccountTools } from './accountTools.ts';
import { checkPassword } from './checkPassword.ts';
import { grantSession, planSession, type GrantedSession, type Visitor } from './grantSession.ts';

/** What a person types to get an account, parsed. */
export interface SignUpInput {
  readonly handle: string;
  readonly name: string;
  readonly password: string;
  readonly deviceName?: string | undefined;
}

/** A random id below 2^53, so that ids cannot be guessed or counted. */
function makeUserId() {
  // randomInt reaches 2^48 only; two draws give 21 + 32 bits.
  return toUserId(randomInt(1, 2 ** 21) * 2 ** 32 + randomInt(0, 2 ** 32));
}

/** Makes an account and logs its first device in. Throws HANDLE_TAKEN, WEAK_PASSWORD. */
export async function signUp(
  context: ServiceContext,
  tools: AccountTools,
  visitor: Visitor,
  input: SignUpInput,
): Promise<GrantedSession> {
  await checkPassword(input.password, input.handle);
  const password = await tools.passwords.hash(input.password);
  const { session, token } = planSession(tools, context.now(), input.deviceName, visitor);
  const account = await context.storage.run('createAccount', {
    userId: makeUserId(),
    handle: input.handle,
    name: input.name,
    password,
    session,
  });
  return grantSession(context, tools, account, session.deviceId, token);
}
