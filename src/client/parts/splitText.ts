/** Somebody named in a text as "@name". */
export type MessageMention = { name: string; isMe?: boolean };

/** A piece of a message's text: plain words, a link that is safe to follow, an e-mail address or phone number with what opens it, or a mention. The pieces joined give the text back. */
export type TextPiece =
  | { kind: 'text'; text: string }
  | { kind: 'link'; text: string; href: string }
  | { kind: 'reach'; text: string; href: string }
  | { kind: 'mention'; text: string; isMe: boolean };

/** Web addresses end at white space, quotes and CJK punctuation, which no address holds unescaped. */
const ADDRESS = String.raw`https?:\/\/[^\s<>"'\u3000-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]+`;
/** Every part has a limit, so that no text costs more than its length. */
const MAIL = String.raw`(?<![\w.%+@-])[a-z0-9][\w.%+-]{0,63}@(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24}(?![\w@-])`;
/** With its country, or in groups as people write one: anything less may be a date, a price or an order. */
const PHONE = String.raw`(?<![\w.,+:/-])(?:\+[1-9]\d{0,2}(?:[ .-]?\(?\d{1,5}\)?){2,6}|\(?0[1-9]\d{0,3}\)?[ -]\d{3,4}[ -]\d{3,4})(?![\w-]|[.,:/]\d)`;
/** Digits of a whole phone number (E.164 has at most 15). */
const DIGITS = { min: 8, max: 15 };
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
  for (const match of text.matchAll(new RegExp(`${ADDRESS}|${MAIL}|${PHONE}${nameRule}`, 'giu'))) {
    const piece = toPiece(match[0], people);
    if (!piece) continue;
    if (match.index > end) pieces.push({ kind: 'text', text: text.slice(end, match.index) });
    pieces.push(piece);
    end = match.index + piece.text.length;
  }
  if (end < text.length) pieces.push({ kind: 'text', text: text.slice(end) });
  return pieces;
}

function toPiece(text: string, people: ReadonlyMap<string, boolean>): TextPiece | null {
  if (text.startsWith('@')) return toMention(text, people);
  if (/^https?:/i.test(text)) return toLink(text);
  if (text.includes('@')) return { kind: 'reach', text, href: `mailto:${text}` };
  const digits = text.replace(/\D/g, '');
  if (digits.length < DIGITS.min || digits.length > DIGITS.max) return null;
  return { kind: 'reach', text, href: `tel:${text.startsWith('+') ? '+' : ''}${digits}` };
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
