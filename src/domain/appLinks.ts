/** What a link of this app leads to: a chat one is invited to, the profile of a person, or a mini-app, with what the link tells it. */
export type AppLink =
  | { to: 'join'; code: string }
  | { to: 'add'; handle: string }
  | { to: 'app'; app: string; start?: string };

/** The address of an invite link. `origin`: of the app, as `https://kabar.example`. */
export const joinUrl = (origin: string, code: string): string => `${origin}/join/${code}`;
/** The address under which others find a person. */
export const addUrl = (origin: string, handle: string): string => `${origin}/add/${handle}`;

/** The path that opens a mini-app. `start`: what the app is told; letters, digits, `_` and `-` only. */
export const appPath = (app: string, start?: string): string =>
  start === undefined ? `/apps/${app}` : `/apps/${app}?startapp=${start}`;
/** The address under which others open a mini-app. */
export const appUrl = (origin: string, app: string, start?: string): string => `${origin}${appPath(app, start)}`;

/** Words that stand in the place of an app's id in addresses; no app may have one of them as its id. */
export const appPlaces: readonly string[] = ['make', 'review', 'passport'];

/** Whether a part of an address is the id of an app, by its form. */
export const isAppId = (text: string): boolean =>
  text.length >= 3 && text.length <= 32 && /^[a-z](?:-?[a-z0-9])+$/.test(text) && !appPlaces.includes(text);

/** Reads what a link tells its app from the part of an address after the question mark. What is no such word counts as absent. */
export const parseStart = (search: string): string | undefined =>
  /(?:^|[?&])startapp=([\w-]{1,512})(?:&|$)/.exec(search)?.[1];

/** Reads an address (or only its path) that was scanned or pasted. Undefined: it leads to another place, or is none of these. */
export function parseAppLink(text: string, origin: string): AppLink | undefined {
  const trimmed = text.trim();
  const path = trimmed.startsWith(`${origin}/`) ? trimmed.slice(origin.length) : trimmed;
  const join = /^\/join\/([A-Za-z0-9_-]{8,64})\/?$/.exec(path)?.[1];
  if (join !== undefined) return { to: 'join', code: join };
  const [, app, search = ''] = /^\/apps\/([a-z0-9-]{3,32})\/?(?:\?(.*))?$/.exec(path) ?? [];
  if (app !== undefined && isAppId(app)) {
    const start = parseStart(search);
    return start === undefined ? { to: 'app', app } : { to: 'app', app, start };
  }
  const add = /^\/add\/([a-z0-9_.]{3,30})\/?$/i.exec(path)?.[1];
  return add === undefined ? undefined : { to: 'add', handle: add.toLowerCase() };
}
