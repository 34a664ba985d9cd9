import { randomBytes } from 'node:crypto';
import type { DeviceId, UserId } from '#protocol/ids.ts';
import type { RequestOutput, RequestParsed } from '#protocol/requests.ts';
import type { LivePort } from '#server/live/livePort.ts';
import { createAccessTokens } from '#server/services/accounts/accessTokens.ts';
import { createAccountHandlers, type AccountRequest } from '#server/services/accounts/accountHandlers.ts';
import type { AccountTools } from '#server/services/accounts/accountTools.ts';
import type { GrantedSession } from '#server/services/accounts/grantSession.ts';
import { createPasswords, nativeArgon, type Argon } from '#server/services/accounts/passwords.ts';
import { createRefreshTokens } from '#server/services/accounts/refreshTokens.ts';
import { signUp } from '#server/services/accounts/signUp.ts';
import { createMediaHandlers, type MediaRequest } from '#server/services/media/createMediaHandlers.ts';
import { createMediaUrls } from '#server/services/media/mediaUrls.ts';
import { contactHandlers, type ContactRequest } from '#server/services/contacts/contactHandlers.ts';
import type { Caller, ServiceContext } from '#server/services/serviceContext.ts';
import { openSqliteLocal } from '#server/storage/drivers/openSqliteLocal.ts';
import { noMedia } from './noMedia.ts';
import type { OpenedStorage } from '#server/storage/openedStorage.ts';

/** Account services over a real database, without transport; everything they tell the live part is noted. */
export interface AccountWorld {
  readonly storage: OpenedStorage;
  readonly context: ServiceContext;
  readonly tools: AccountTools;
  /** Server clock, ms; a test moves it. */
  readonly clock: { ms: number };
  readonly revoked: DeviceId[];
  readonly told: number[];
  /** Number of argon2 operations so far. */
  readonly argonCalls: { hash: number; verify: number };
  signUp(handle: string): Promise<GrantedSession>;
  run<Name extends AccountRequest | ContactRequest | MediaRequest>(
    who: GrantedSession,
    name: Name,
    input: RequestParsed<Name>,
  ): Promise<RequestOutput<Name>>;
}

export const worldPassword = 'correct horse battery';
export const worldVisitor = { ip: 'test', userAgent: null };

/** Makes an {@link AccountWorld}; by default on SQLite in memory. */
export async function createAccountWorld(
  open: (now: () => number) => Promise<OpenedStorage> = (now) => openSqliteLocal(':memory:', { now }),
): Promise<AccountWorld> {
  const clock = { ms: 1_700_000_000_000 };
  const now = () => clock.ms;
  const storage = await open(now);
  const revoked: DeviceId[] = [];
  const told: number[] = [];
  const argonCalls = { hash: 0, verify: 0 };
  const secret = randomBytes(64);
  const tools: AccountTools = {
    passwords: createPasswords({ memoryKiB: 8, passes: 1 }, countArgon(argonCalls)),
    accessTokens: createAccessTokens(secret, now),
    refreshTokens: createRefreshTokens(secret),
    mediaUrls: createMediaUrls(secret, now),
  };
  // Account services tell the live part these two things and ask nothing of it.
  const live = {
    publishUser: (userId: UserId) => void told.push(userId),
    revokeDevices: (_userId: UserId, devices: DeviceId[]) => void revoked.push(...devices),
  } as LivePort;
  const context: ServiceContext = { storage, live, now };
  const handlers = { ...createAccountHandlers(tools), ...contactHandlers, ...createMediaHandlers(tools, noMedia) };
  return {
    storage,
    context,
    tools,
    clock,
    revoked,
    told,
    argonCalls,
    signUp: (handle) =>
      signUp(context, tools, worldVisitor, { handle, name: handle, password: worldPassword, deviceName: undefined }),
    run(who, name, input) {
      const { account, deviceId } = who.grant;
      const sessionId = tools.refreshTokens.parse(who.refreshToken)?.sessionId ?? '';
      const caller: Caller = { userId: account.id, deviceId, sessionId, ip: 'test' };
      const handler = handlers[name] as (c: ServiceContext, caller: Caller, input: unknown) => Promise<never>;
      return handler(context, caller, input);
    },
  };
}

function countArgon(calls: { hash: number; verify: number }): Argon {
  return {
    hash(password, cost) {
      calls.hash += 1;
      return nativeArgon.hash(password, cost);
    },
    verify(hashed, password) {
      calls.verify += 1;
      return nativeArgon.verify(hashed, password);
    },
  };
}

/** A fresh operation id. */
export const newOp = () => crypto.randomUUID() as RequestParsed<'pref.set'>['op'];

/** The code that a promise is refused with; `undefined` when it is not refused. */
export async function codeOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => (error as { code?: unknown }).code ?? error,
  );
}
