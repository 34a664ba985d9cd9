/** Somebody named in a text as "@name". */
export type MessageMention = { name: string; isMe?: boolean };

/** A piece of a message's text: plain words, a link that is safe to follow, or a mention. The pieces joined give the text back. */
export type TextPiece =
  | { kind: 'text'; text: string }
  | { kind: 'link'; text: string; href: string }
  | { kind: 'mention'; text: string; isMe: boolean };

/** Web addresses end at white space, quotes and CJK punctuation, which no address holds unescaped. */
const ADDRESS = String.raw`https?:\/\/[^\s<>"'\u3000-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]+`;
/** Marks at the end of an address belong to the sentence around it. */
const TRAILING = new Set(`.,;:!?…'"*_~`);
const BRACKETS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** Cuts a text into pieces. Only `http` and `https` become links; anything that `URL` refuses stays text. Longer names win over shorter ones. */
export function splitText(text: string, mentions: readonly MessageMention[] = []): TextPiece[] {
  const people = new Map(mentions.map((mention) => [mention.name, mention.isMe ?? false]));
  const names = [...people.keys()].filter(Boolean).toSorted((a, b) => b.length - a.length);
  const nameRule = names.length > 0 ? String.raw`|(?<![a-z0-9._])@(?:${names.map(escapeRule).join('|')})` : '';
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const match of text.matchAll(new RegExp(ADDRESS + nameRule, 'giu'))) {
    const piece = match[0].startsWith('@') ? toMention(match[0], people) : toLink(match[0]);
    if (!piece) continue;
    if (match.index > end) pieces.push({ kind: 'text', text: text.slice(end, match.index) });
    pieces.push(piece);
    end = match.index + piece.text.length;
  }
  if (end < text.length) pieces.push({ kind: 'text', text: text.slice(end) });
  return pieces;
}

function toMention(text: string, people: ReadonlyMap<string, boolean>): TextPiece | null {
  const isMe = people.get(text.slice(1));
  return isMe === undefined ? null : { kind: 'mention', text, isMe };
}

function toLink(raw: string): TextPiece | null {
  const text = trimAddress(raw);
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  // `https://bank.example@evil.example` shows one host and opens another.
  if ((url.protocol !== 'https:' && url.protocol !== 'http:') || url.username !== '' || url.password !== '')
    return null;
  return { kind: 'link', text, href: url.href };
}

/** Takes the sentence's marks off the end, and a closing bracket that the address never opened. One pass: texts come from strangers. */
function trimAddress(raw: string): string {
  const counts = new Map<string, number>();
  for (const mark of raw) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  let end = raw.length;
  while (end > 0) {
    const mark = raw[end - 1] ?? '';
    const opening = BRACKETS[mark];
    const isUnopened = opening !== undefined && (counts.get(mark) ?? 0) > (counts.get(opening) ?? 0);
    if (!TRAILING.has(mark) && !isUnopened) break;
    counts.set(mark, (counts.get(mark) ?? 0) - 1);
    end -= 1;
  }
  return raw.slice(0, end);
}

function escapeRule(name: string): string {
  return name.replace(/[\\^$.*+?()[\]{}|/-]/gu, (mark) => (mark === '-' ? String.raw`\x2d` : `\\${mark}`));
}
