import { messageKind } from '#protocol/entities/messageKind.ts';

/** UTF-16 units of text in a preview. */
const previewLength = 120;

/**
 * What a list of chats needs of a message to tell it in one line: the beginning of its words (text, caption, question, name), and where words do not say what it is, the least of its body that does: which
 * sticker, or the types of the parts and how long a voice is. Both ends make it alike, so that a list that was made ahead of the server needs no correction.
 */
export function previewBody(
  kind: number,
  body: Readonly<Record<string, unknown>>,
): { x?: string; b?: Record<string, unknown>; q?: 1 } {
  return { ...wordsIn(kind, body), ...(body['silent'] === 1 ? { q: 1 } : {}) };
}

function wordsIn(kind: number, body: Readonly<Record<string, unknown>>): { x?: string; b?: Record<string, unknown> } {
  const x = cut(typeof body['x'] === 'string' ? body['x'] : '');
  switch (kind) {
    case messageKind.sticker:
      return { x: '', b: { p: body['p'], s: body['s'] } };
    case messageKind.media: {
      const parts = body['f'] as readonly { t: string; n?: string; d?: number }[];
      const [only] = parts.length === 1 ? parts : [];
      return {
        x,
        b: {
          f: parts.map(({ t }) => t).join(''),
          ...(only ? { n: only.n } : {}),
          ...(only?.t === 'a' && only.d !== undefined ? { d: only.d } : {}),
        },
      };
    }
    default:
      return { x };
  }
}

/** Never through the middle of a character. */
const cut = (text: string): string =>
  text.length > previewLength ? text.slice(0, previewLength).replace(/[\ud800-\udbff]$/, '') : text;
