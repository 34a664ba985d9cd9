import type { Fetch } from '#client/adapters/http/postJson.ts';

/** Where a device's one cookie is kept. */
export interface CookieJar {
  read(): string | undefined;
  write(pair: string): void;
}

/** `fetch` against one origin that sends and keeps the session cookie, as a browser does. */
export function cookieFetch(origin: string, jar: CookieJar): Fetch {
  return async (path, init) => {
    const headers = new Headers(init.headers);
    const pair = jar.read();
    if (pair !== undefined) headers.set('cookie', pair);
    const response = await fetch(`${origin}${path}`, { ...init, headers });
    const given = response.headers.getSetCookie()[0]?.split(';')[0];
    if (given !== undefined) jar.write(given);
    return response;
  };
}
