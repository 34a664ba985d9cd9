import type { ChatMeta, Delta } from '#protocol/entities/chat.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import type { Mem } from '#protocol/entities/members.ts';
import type { Row } from '#protocol/entities/messages.ts';
import { toChatId, toCid, toMemberId } from '#protocol/casts.ts';
import { answer, type World } from './fakeServer/answers.ts';
import {
  headOf,
  isMember,
  lastSeq,
  meOf,
  snapshotOf,
  visibleRows,
  withoutMine,
  type FakeChat,
} from './fakeServer/fakeChat.ts';
import type { FakeServer } from './fakeServer/fakeServerTypes.ts';
import type { ServerSocket } from './fakeTransport.ts';

/*
 * A small server for tests of the engine: the rules of the wire over plain lists, without rooms, rights or storage. It is the oracle, so it is kept
 * simpler than the real one: everything is recounted from the rows.
 */

/** HTTP requests of tests come from this member. */
const rpcMember = 1;

type Chats = Map<number, FakeChat>;
type Parts = { chats: Chats; sockets: Map<ServerSocket, number>; created: Map<string, number>; now: () => number };

/** Makes an empty server. Device ids of sockets do not matter: a socket belongs to the member named by its token, as text. */
export function fakeServer(now: () => number): FakeServer {
  const parts: Parts = { chats: new Map(), sockets: new Map(), created: new Map(), now };
  const world = { chats: parts.chats, ops: new Map(), urev: new Map<number, number>(), now } as World;
  const { chats, sockets } = parts;
  const server: FakeServer = {
    isMute: false,
    intercept: undefined,
    gen: 'gen-1',
    nodes: [],
    deltaMax: 200,
    calls: [],
    created: parts.created,
    sockets: () => sockets.size,
    push(member, work) {
      for (const [socket, owner] of sockets) if (owner === member) work(socket);
    },
    ...writers(parts, (chat, change) => {
      if (!server.isMute) emit(sockets, chat, change);
    }),
    read(c, member, seq) {
      const chat = chatOf(chats, c);
      const standing = chat.standing.get(member);
      if (!standing || seq <= standing.rs) return;
      standing.rs = Math.min(seq, lastSeq(chat));
      delete standing.uf;
      const me = meOf(chat, member);
      if (server.isMute) return;
      server.push(member, (socket) =>
        socket.signal({ name: 'rd', data: [[chat.id, me.rs, me.rn, me.oa, me.lo, me.um, headOf(chat).rev]] }),
      );
    },
    rowsOf: (c, member) => visibleRows(chatOf(chats, c), member),
    headOf: (c) => headOf(chatOf(chats, c)),
    snapshot: (c, member) => snapshotOf(chatOf(chats, c), member),
    unreadOf(c, member) {
      const chat = chatOf(chats, c);
      const rs = chat.standing.get(member)?.rs ?? 0;
      return [...chat.rows.values()].filter((row) => row.n !== undefined && row.s > rs && row.u !== member).length;
    },
    accept(socket) {
      sockets.set(socket, Number(socket.auth.token));
      const times = { t: now(), exp: now() + 600_000 };
      const data = { sid: 's', node: 'n', gen: server.gen, proto: 1, eps: server.nodes, spread: 100, ...times };
      socket.signal({ name: 'hello', data });
      return undefined;
    },
    left: (socket) => void sockets.delete(socket),
    request(socket, name, input) {
      server.calls.push(name);
      const replaced = server.intercept?.(name, input);
      if (replaced) return replaced;
      const member = socket ? sockets.get(socket) : rpcMember;
      if (member === undefined) return { ok: false, code: 'UNAUTH' };
      return answer(world, member, name, input);
    },
  };
  world.server = server;
  return server;
}

type Emit = (chat: FakeChat, change: Partial<Delta>) => void;

function writers(
  { chats, created, now }: Parts,
  tell: Emit,
): Pick<FakeServer, 'addChat' | 'post' | 'edit' | 'unsend' | 'react'> {
  return {
    addChat(id, memberIds, kind = chatKind.group) {
      const c = toChatId(id);
      const members = memberIds.map((u): Mem => ({ u: toMemberId(u), st: 1, ro: 0, pv: 1, r: 0, jr: 0 }));
      const standing = new Map(memberIds.map((u) => [u, { rs: 0, mv: 1, fl: 0, nt: 0 }]));
      const meta: ChatMeta = { kind, title: `chat ${id}`, cap: 500, receipts: 2, created: now(), r: 0 };
      const numbers = { rev: 0, n: 0, rows: new Map(), reactions: new Map(), sent: new Map() };
      chats.set(id, { id: c, members, standing, meta, ...numbers });
      return c;
    },
    post(c, member, text, more = {}) {
      const chat = chatOf(chats, c);
      const cid = more.cid ?? `post-${c}-${chat.rev + 1}`;
      chat.rev += 1;
      chat.n += 1;
      const place = { s: chat.rev, r: chat.rev, n: chat.n };
      const content = { k: more.k ?? 1, b: more.b ?? { x: text } };
      const row: Row = { ...place, ...content, u: toMemberId(member), i: toCid(cid), at: now(), pv: 1 };
      if (more.named?.length) row.m = more.named.map(toMemberId);
      created.set(`${c} ${member} ${cid}`, row.s);
      chat.rows.set(row.s, row);
      tell(chat, { rows: [row] });
      return row;
    },
    edit(c, seq, text) {
      const chat = chatOf(chats, c);
      change(chat, seq, tell, (row) => {
        const next = { ...row, b: { ...row.b, x: text }, ed: now() };
        return { next, told: { rows: [withoutMine(next)] } };
      });
    },
    unsend(c, seq) {
      const chat = chatOf(chats, c);
      change(chat, seq, tell, ({ rx: _rx, m: _m, ...row }) => {
        chat.reactions.delete(seq);
        const next: Row = { ...row, b: {}, del: now() };
        return { next, told: { rows: [next] } };
      });
    },
    react(c, seq, member, emoji) {
      const chat = chatOf(chats, c);
      change(chat, seq, tell, (row) => {
        const given = chat.reactions.get(seq) ?? new Map<number, string | null>();
        chat.reactions.set(seq, given.set(member, emoji));
        const totals: Record<string, number> = {};
        for (const each of given.values()) if (each !== null) totals[each] = (totals[each] ?? 0) + 1;
        const told: Partial<Delta> = { rx: [[seq, chat.rev, totals, [[toMemberId(member), emoji]]]] };
        return { next: { ...row, rx: totals }, told };
      });
    },
  };
}

/** One change of one row takes the next rev; unsent rows do not change any more. Stored first, then told: the head that travels with it shows it. */
function change(
  chat: FakeChat,
  seq: number,
  tell: Emit,
  work: (row: Row) => { next: Row; told: Partial<Delta> },
): void {
  const row = chat.rows.get(seq);
  if (!row || row.del !== undefined) return;
  chat.rev += 1;
  const { next, told } = work({ ...row, r: chat.rev });
  chat.rows.set(seq, next);
  tell(chat, told);
}

function emit(sockets: Map<ServerSocket, number>, chat: FakeChat, part: Partial<Delta>): void {
  const delta: Delta = { c: chat.id, a: chat.rev - 1, b: chat.rev, head: headOf(chat), ...part };
  for (const [socket, member] of sockets) if (isMember(chat, member)) socket.delta([structuredClone(delta)]);
}

function chatOf(chats: Chats, c: number): FakeChat {
  const chat = chats.get(c);
  if (!chat) throw new Error(`no chat ${c}`);
  return chat;
}
