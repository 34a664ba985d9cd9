import type { AppId } from '#protocol/ids.ts';

/** A card as far as a conversation needs it before it is drawn. `body` is as it came; `readCard` takes it apart. */
export interface CardHead {
  readonly app: AppId;
  /** its words, for whoever cannot see it */
  readonly x: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The head of the card in the body of a message; undefined where there is no card. Never throws. Cheap: it runs for every message of a conversation. */
export function readCardHead(body: unknown): CardHead | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { app, x, words } = body as Record<string, unknown>;
  const title = (words as Record<string, unknown> | null | undefined)?.['title'];
  if (
    typeof app !== 'string' ||
    !/^[a-z][a-z0-9-]{2,31}$/.test(app) ||
    typeof title !== 'string' ||
    title.trim() === ''
  )
    return undefined;
  return {
    app: app as AppId,
    x: plainLine(typeof x === 'string' && x !== '' ? x : title),
    body: body as Record<string, unknown>,
  };
}

/** Words of an app in our own places: on one line, without characters that turn the reading direction. */
export function plainLine(text: string): string {
  return text
    .replaceAll(/[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/gu, '')
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
}
