import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type * as z from 'zod/mini';
import { AppError } from '#protocol/errors.ts';
import { demoRoutes, sessionRoutes, type SessionRoute } from '#protocol/session.ts';
import { sessionMs, type GrantedSession, type Visitor } from '#server/services/accounts/grantSession.ts';
import { logIn, normaliseHandle } from '#server/services/accounts/logIn.ts';
import { logOut } from '#server/services/accounts/logOut.ts';
import { refreshSession } from '#server/services/accounts/refreshSession.ts';
import { signUp } from '#server/services/accounts/signUp.ts';
import { isOriginAllowed } from '#server/transport/isOriginAllowed.ts';
import type { RequestLimits } from '#server/transport/requestLimits.ts';
import { toAnswer } from '#server/transport/serveRequest.ts';
import type { TransportParts } from '#server/transport/transportOptions.ts';
import { sendAck } from './sendAck.ts';

/** `__Host-`: only this very host over a secure channel can set it; Chromium counts http://localhost as one. */
export const sessionCookie = '__Host-kabar';
const cookieOptions = { path: '/', secure: true, httpOnly: true, sameSite: 'strict' } as const;

/** Who stands at a session route. */
interface Visit extends Visitor {
  readonly cookie: string | undefined;
}
/** An answer and what becomes of the cookie: a new value, `null` to drop it, absent to leave it. */
interface SessionAnswer<Output> {
  readonly data: Output;
  readonly cookie?: string | null;
}
type RouteHandlers<Routes extends Record<string, SessionRoute>> = {
  [Name in keyof Routes]: (
    visit: Visit,
    input: z.output<Routes[Name]['input']>,
  ) => Promise<SessionAnswer<z.output<Routes[Name]['output']>>>;
};

/** The routes that deal with the refresh cookie, and the demo world's where there is one. */
export function registerSession(
  app: FastifyInstance,
  parts: TransportParts,
  limits: RequestLimits,
  addressOf: (request: FastifyRequest) => string,
): void {
  const add = (route: SessionRoute, handle: (visit: Visit, input: never) => Promise<SessionAnswer<unknown>>) =>
    app.post(route.path, async (request, reply) => {
      try {
        // A foreign page must not act with the cookie, nor log this browser in as somebody else.
        if (!isOriginAllowed(request.headers, parts.settings.origins()))
          throw new AppError('FORBIDDEN', { message: 'origin' });
        const input = route.input.safeParse(request.body);
        if (!input.success) throw new AppError('BAD', { message: input.error.issues[0]?.path.join('.') ?? 'invalid' });
        const answer = await handle(toVisit(request, addressOf(request)), input.data as never);
        setCookie(reply, answer.cookie);
        return sendAck(reply, { ok: true, data: answer.data });
      } catch (error) {
        return sendAck(reply, toAnswer(parts, error, route.path));
      }
    });
  const session = sessionHandlers(parts, limits);
  for (const name of Object.keys(sessionRoutes) as (keyof typeof sessionRoutes)[])
    add(sessionRoutes[name], session[name]);
  const demo = parts.demo && demoHandlers(parts, parts.demo);
  if (demo)
    for (const name of Object.keys(demoRoutes) as (keyof typeof demoRoutes)[]) add(demoRoutes[name], demo[name]);
}

function sessionHandlers(parts: TransportParts, limits: RequestLimits): RouteHandlers<typeof sessionRoutes> {
  const { context, tools } = parts;
  return {
    async signUp(visit, input) {
      limits.step('signUpIp', visit.ip);
      return enter(parts, visit, await signUp(context, tools, visit, input));
    },
    async logIn(visit, input) {
      limits.step('logInIp', visit.ip);
      // Per handle as well, whether it exists or not: many addresses may try one person.
      limits.step('logInHandle', normaliseHandle(input.handle) ?? input.handle);
      return enter(parts, visit, await logIn(context, tools, visit, input));
    },
    async refresh(visit) {
      limits.step('refreshIp', visit.ip);
      const { grant, refreshToken } = await refreshSession(context, tools, visit.cookie);
      return { data: grant, cookie: refreshToken };
    },
    async logOut(visit) {
      await logOut(context, tools, visit.cookie);
      return { data: {}, cookie: null };
    },
  };
}

function demoHandlers(
  parts: TransportParts,
  demo: NonNullable<TransportParts['demo']>,
): RouteHandlers<typeof demoRoutes> {
  return {
    people: async () => ({ data: { people: await demo.people() } }),
    enter: async (visit, { handle }) => enter(parts, visit, await demo.enter(visit, handle)),
  };
}

/** A browser has one cookie: the session that it replaces can never be used again, so it ends here. */
async function enter(
  parts: TransportParts,
  visit: Visit,
  granted: GrantedSession,
): Promise<SessionAnswer<GrantedSession['grant']>> {
  await logOut(parts.context, parts.tools, visit.cookie);
  return { data: granted.grant, cookie: granted.refreshToken };
}

function toVisit(request: FastifyRequest, ip: string): Visit {
  return { ip, userAgent: request.headers['user-agent'] ?? null, cookie: request.cookies[sessionCookie] };
}

function setCookie(reply: FastifyReply, value: string | null | undefined): void {
  if (value === null) reply.clearCookie(sessionCookie, cookieOptions);
  else if (value !== undefined) reply.setCookie(sessionCookie, value, { ...cookieOptions, maxAge: sessionMs / 1_000 });
}
