import type { ChatMeta, Delta, Head } from '#protocol/entities/chat.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import type { Me } from '#protocol/entities/members.ts';
import type { Row } from '#protocol/entities/messages.ts';
import { toChatId, toCid, toMemberId } from '#protocol/casts.ts';

/** A message of member 2 unless told otherwise; `n` follows `s`. */
export function buildRow(s: number, more: Partial<Row> = {}): Row {
  return {
    s,
    r: s,
    n: s,
    u: toMemberId(2),
    i: toCid(`cid-${s}`),
    k: 1,
    b: { x: `text ${s}` },
    at: 1_000 + s,
    pv: 1,
    ...more,
  };
}

/** Head of chat 7 whose every rev was a countable message. */
export function buildHead(rev: number, more: Partial<Head> = {}): Head {
  return { c: toChatId(7), rev, n: rev, b: 1_000 + rev, cnt: 2, mr: 0, ls: rev, ...more };
}

/** Standing of member 1, who has read and written nothing. */
export function buildMe(more: Partial<Me> = {}): Me {
  return { mid: toMemberId(1), mv: 1, st: 1, ro: 0, fl: 0, rs: 0, rn: 0, oa: 0, lo: 0, um: 0, nt: 0, ...more };
}

/** Meta of a group. */
export function buildMeta(more: Partial<ChatMeta> = {}): ChatMeta {
  return { kind: chatKind.group, title: 'A group', cap: 500, receipts: 2, created: 1_000, r: 0, ...more };
}

/** Delta `(a, b]` of chat 7 with a message for every rev. */
export function buildDelta(a: number, b: number, more: Partial<Delta> = {}): Delta {
  const rows = Array.from({ length: b - a }, (_, index) => buildRow(a + 1 + index));
  return { c: toChatId(7), a, b, rows, head: buildHead(b), ...more };
}
