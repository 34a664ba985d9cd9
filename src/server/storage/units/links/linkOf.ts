import { linksIn } from '#domain/linksIn.ts';
import { messageKind } from '#protocol/entities/messageKind.ts';
import { textOf } from '#server/storage/rows/textOf.ts';
import { parseLink } from './parseLink.ts';

/** The address of which a message gets a card: the first in a text that can be opened. Undefined: none, or its sender wants none. */
export function linkOf(kind: number, body: Readonly<Record<string, unknown>>): string | undefined {
  if (kind !== messageKind.text || body['nl'] === 1) return undefined;
  for (const link of linksIn(textOf(body))) {
    const url = parseLink(link);
    if (url) return url.href;
  }
  return undefined;
}

/** The page at an address: without the part behind `#`, which no server sees. */
export const pageOf = (link: string): string => link.split('#')[0] ?? link;
