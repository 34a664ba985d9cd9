import * as z from 'zod/mini';
import { accountSchema, displayNameSchema, handleSchema, passwordSchema } from './entities/user.ts';
import type { ErrorCode } from './errors.ts';
import { deviceIdSchema, timeSchema } from './ids.ts';
import { limits } from './limits.ts';
import { refreshPath } from './readSessionGrant.ts';

const deviceName = z.optional(z.string().check(z.maxLength(limits.deviceNameMax)));

/** Every answer that logs a browser in. `token`: access token of 10 min, to be kept in memory only; `exp`: its end, server time. */
export const sessionGrantSchema = z.object({
  account: accountSchema,
  deviceId: deviceIdSchema,
  token: z.string(),
  exp: timeSchema,
  /** server time now */
  t: timeSchema,
});
export type SessionGrant = z.infer<typeof sessionGrantSchema>;

/** One HTTP route that sets or reads the refresh cookie. */
export interface SessionRoute<In extends z.ZodMiniType = z.ZodMiniType, Out extends z.ZodMiniType = z.ZodMiniType> {
  readonly path: string;
  readonly input: In;
  readonly output: Out;
  readonly errors: readonly ErrorCode[];
}
const route = <In extends z.ZodMiniType, Out extends z.ZodMiniType>(
  definition: SessionRoute<In, Out>,
): SessionRoute<In, Out> => definition;

/**
 * The routes that deal with the refresh cookie `__Host-kabar`. All are `POST` with a JSON body and answer an `Ack`; the fuzz and negative tests iterate
 * over this registry.
 */
export const sessionRoutes = {
  /** Makes an account, a device and a session. */
  signUp: route({
    path: '/api/session/signup',
    input: z.strictObject({ handle: handleSchema, name: displayNameSchema, password: passwordSchema, deviceName }),
    output: sessionGrantSchema,
    errors: ['HANDLE_TAKEN', 'WEAK_PASSWORD'],
  }),
  /** Makes a device and a session for an account. One text and equal time for an unknown handle and a wrong password. */
  logIn: route({
    path: '/api/session/login',
    input: z.strictObject({
      handle: z.string().check(z.maxLength(200)),
      password: z.string().check(z.maxLength(limits.passwordMax)),
      deviceName,
    }),
    output: sessionGrantSchema,
    errors: ['WRONG_LOGIN'],
  }),
  /** A fresh access token for the cookie; the cookie is replaced. The one before stays good until its successor was used. */
  refresh: route({
    path: refreshPath,
    input: z.strictObject({}),
    output: sessionGrantSchema,
    errors: ['REVOKED'],
  }),
  /** Ends the session of the cookie; succeeds without one. */
  logOut: route({ path: '/api/session/logout', input: z.strictObject({}), output: z.object({}), errors: [] }),
} as const;

/** Routes of the demo world; absent on other servers. */
export const demoRoutes = {
  /** The people one may enter as. */
  people: route({
    path: '/api/demo/people',
    input: z.strictObject({}),
    output: z.object({
      people: z.array(z.object({ handle: z.string(), name: z.string(), av: z.optional(z.string()), id: z.int() })),
    }),
    errors: ['NOT_FOUND'],
  }),
  /** Logs in as one of them without a password. */
  enter: route({
    path: '/api/demo/enter',
    input: z.strictObject({ handle: handleSchema }),
    output: sessionGrantSchema,
    errors: ['NOT_FOUND'],
  }),
} as const;
