import type * as z from 'zod/mini';
import type { Ack } from '#protocol/errors.ts';
import type { demoRoutes, sessionRoutes, SessionGrant, SessionRoute } from '#protocol/session.ts';
import { readSessionGrant, refreshPath } from '#protocol/readSessionGrant.ts';
import { postJson, type Fetch } from './postJson.ts';

/** Logging in hashes a password on the server, possibly behind a queue: allow for it. */
const timeoutMs = 20_000;

/** The routes that set or read the refresh cookie. None of them rejects. */
export interface SessionClient {
  signUp(input: { handle: string; name: string; password: string }): Promise<Ack<SessionGrant>>;
  logIn(input: { handle: string; password: string }): Promise<Ack<SessionGrant>>;
  /** A fresh access token for the cookie. UNAUTH or REVOKED: there is no session any more. */
  refresh(): Promise<Ack<SessionGrant>>;
  logOut(): Promise<Ack<object>>;
  demoPeople(): Promise<Ack<{ people: { handle: string; name: string; av?: string | undefined; id: number }[] }>>;
  demoEnter(handle: string): Promise<Ack<SessionGrant>>;
}

interface Routes {
  sessionRoutes: typeof sessionRoutes;
  demoRoutes: typeof demoRoutes;
}

/** Makes the client of the session routes. `deviceName`: how this browser is called in the list of devices. */
export function sessionClient(fetch: Fetch, deviceName: string): SessionClient {
  const post = async <In extends z.ZodMiniType, Out extends z.ZodMiniType>(
    choose: (routes: Routes) => SessionRoute<In, Out>,
    input: z.input<In>,
  ): Promise<Ack<z.output<Out>>> => {
    // Fetched with the first request: a screen that shows what the device has needs none of it.
    // A file that does not come is no network.
    const routes = await import('#protocol/session.ts').catch(() => undefined);
    if (!routes) return { ok: false, code: 'UNAVAILABLE' };
    const route = choose(routes);
    const checked = route.input.safeParse(input);
    if (!checked.success) return { ok: false, code: 'BAD' };
    const answer = await postJson(fetch, route.path, checked.data, { timeoutMs });
    if (!answer.ok) return answer;
    const parsed = route.output.safeParse(answer.data);
    return parsed.success ? { ok: true, data: parsed.data } : { ok: false, code: 'INTERNAL' };
  };
  return {
    signUp: (input) => post((routes) => routes.sessionRoutes.signUp, { ...input, deviceName }),
    logIn: (input) => post((routes) => routes.sessionRoutes.logIn, { ...input, deviceName }),
    refresh: async () => {
      const answer = await postJson(fetch, refreshPath, {}, { timeoutMs });
      if (!answer.ok) return answer;
      const grant = readSessionGrant(answer.data);
      return grant ? { ok: true, data: grant } : { ok: false, code: 'INTERNAL' };
    },
    logOut: () => post((routes) => routes.sessionRoutes.logOut, {}),
    demoPeople: () => post((routes) => routes.demoRoutes.people, {}),
    demoEnter: (handle) => post((routes) => routes.demoRoutes.enter, { handle }),
  };
}
