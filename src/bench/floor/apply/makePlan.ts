import { seededRandom } from '#base/seededRandom.ts';
import type { Delta, Head } from '#protocol/entities/chat.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import type { Me } from '#protocol/entities/members.ts';
import type { Row } from '#protocol/entities/messages.ts';
import { toChatId, toCid, toMemberId } from '#protocol/casts.ts';
import type { LocalChat } from '#sync/changes.ts';
import type { ApplyPlan, ApplyShape } from './ApplyOrder.ts';

const chats = 100;
/** Messages of each chat that are on the device before. */
const stored = 40;
/** Messages of each chat that arrive. */
const arriving = 100;
/** Most messages of one delta of a catch-up. */
const longest = 100;
const me = toMemberId(1);
const begin = 1_700_000_000_000;

/** 10,000 messages for 100 groups that are on the device and read. Every third group has unread messages, every tenth message names me. */
export function makePlan(shape: ApplyShape): ApplyPlan {
  const random = seededRandom(5);
  const places = Array.from({ length: chats }, (_, index) => index);
  const plan: ApplyPlan = {
    chats: places.map((index) => makeChat(index)),
    msgs: places.flatMap((index) =>
      Array.from({ length: stored }, (_, place) => ({ ...makeRow(index, place + 1), c: chatOf(index) })),
    ),
    deltas: [],
  };
  if (shape === 'catchUp') {
    for (const index of places)
      for (let a = stored; a < stored + arriving; a += longest) plan.deltas.push(makeDelta(index, a, a + longest));
    return plan;
  }
  const order = random.shuffle(places.flatMap((index) => Array.from({ length: arriving }, () => index)));
  const revs = places.map(() => stored);
  for (const index of order) {
    const a = revs[index] ?? stored;
    plan.deltas.push(makeDelta(index, a, a + 1));
    revs[index] = a + 1;
  }
  return plan;
}

const chatOf = (index: number) => toChatId(4_000_000_000 + index);

function makeRow(index: number, s: number): Row {
  const text = `see you later at the station with bread and rice because rain came early ${index}.${s}`;
  const id = `0190b3c4-0000-7000-8${String(index).padStart(3, '0')}-${String(s).padStart(12, '0')}`;
  const row: Row = {
    s,
    r: s,
    n: s,
    u: toMemberId(2 + (s % 4)),
    i: toCid(id),
    k: 1,
    b: { x: text },
    at: begin + s,
    pv: 1,
  };
  return s % 10 === 0 ? { ...row, m: [me] } : row;
}

function makeHead(index: number, rev: number): Head {
  const { s, u, k, b, at } = makeRow(index, rev);
  const x = (b as { x: string }).x;
  return { c: chatOf(index), rev, n: rev, b: at, cnt: 5, mr: 1, ls: rev, l: { s, u, k, x, at } };
}

function makeDelta(index: number, a: number, b: number): Delta {
  const rows = Array.from({ length: b - a }, (_, place) => makeRow(index, a + 1 + place));
  return { c: chatOf(index), a, b, rows, head: makeHead(index, b) };
}

function makeChat(index: number): LocalChat {
  const read = index % 3 === 0 ? stored - 10 : stored;
  const standing: Me = { mid: me, mv: 1, st: 1, ro: 0, fl: 0, rs: read, rn: read, oa: 0, lo: 5, um: 0, nt: 0 };
  const head = makeHead(index, stored);
  return {
    c: chatOf(index),
    kind: chatKind.group,
    bump: head.b,
    head,
    me: standing,
    meta: { kind: chatKind.group, title: `Group ${index}`, cap: 500, receipts: 2, created: begin, r: 0 },
    haveRev: stored,
    unread: stored - read,
    mentions: 0,
    sync: { rev: stored, state: 'fresh', tailFrom: 1, startSeq: 1, ranges: [] },
  };
}
