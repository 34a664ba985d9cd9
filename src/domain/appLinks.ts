/** What a link of this app leads to: a chat one is invited to, or the profile of a person. */
export type AppLink = { to: 'join'; code: string } | { to: 'add'; handle: string };

/** The address of an invite link. `origin`: of the app, as `https://kabar.example`. */
export const joinUrl = (origin: string, code: string): string => `${origin}/join/${code}`;
/** The address under which others find a person. */
export const addUrl = (origin: string, handle: string): string => `${origin}/add/${handle}`;

/** Reads an address (or only its path) that was scanned or pasted. Undefined: it leads to another place, or is none of these. */
export function parseAppLink(text: string, origin: string): AppLink | undefined {
  const trimmed = text.trim();
  const path = trimmed.startsWith(`${origin}/`) ? trimmed.slice(origin.length) : trimmed;
  const join = /^\/join\/([A-Za-z0-9_-]{8,64})\/?$/.exec(path)?.[1];
  if (join !== undefined) return { to: 'join', code: join };
  const add = /^\/add\/([a-z0-9_.]{3,30})\/?$/i.exec(path)?.[1];
  return add === undefined ? undefined : { to: 'add', handle: add.toLowerCase() };
}
