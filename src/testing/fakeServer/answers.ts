import { namedIn, wordsOf } from '#domain/sentWords.ts';
import type { SentBody } from '#protocol/entities/bodies/sentMessage.ts';
import { messageKind } from '#protocol/entities/messageKind.ts';
import type { Ack, ErrorCode } from '#protocol/errors.ts';
import { toCid, toUserId } from '#protocol/casts.ts';
import type { TextBody } from '#protocol/entities/bodies/textBody.ts';
import type { RequestInput, RequestName, RequestOutput } from '#protocol/requests.ts';
import type { FakeServer } from './fakeServerTypes.ts';
import { deltaSince, isMember, lastSeq, meOf, snapshotOf, visibleRows, type FakeChat } from './fakeChat.ts';

/** What the answers are made from. */
export interface World {
  server: FakeServer;
  chats: Map<number, FakeChat>;
  ops: Map<string, unknown>;
  urev: Map<number, number>;
  now: () => number;
}
type Handler = (world: World, member: number, input: never) => Ack<unknown>;

/** Answers one request; a repeated `op` gets its first answer. */
export function answer(world: World, member: number, name: RequestName, input: unknown): Ack<unknown> {
  const handler = handlers[name];
  if (!handler) return { ok: false, code: 'BAD', msg: `no fake for ${name}` };
  const op = (input as { op?: string }).op;
  if (op !== undefined && world.ops.has(op)) return { ok: true, data: world.ops.get(op) };
  const ack = handler(world, member, input as never);
  if (op !== undefined && ack.ok) world.ops.set(op, ack.data);
  return ack;
}

const ok = <T>(data: T): Ack<T> => ({ ok: true, data });
const no = (code: ErrorCode): Ack<never> => ({ ok: false, code });

const handlers: Partial<Record<RequestName, Handler>> = {
  heartbeat: ({ now }) => ok({ t: now() }),
  'auth.renew': ({ now }) => ok({ exp: now() + 600_000 }),
  'view.set': ({ chats }, member, input: RequestInput<'view.set'>) =>
    ok({
      v: input.v,
      revs: input.open.flatMap((c) => {
        const chat = chats.get(c);
        return chat && isMember(chat, member) ? [[c, chat.rev]] : [];
      }),
      rc: [],
    }),
  'users.get': (_world, _member, input: RequestInput<'users.get'>) =>
    ok({ items: input.ids.map((id) => ({ id, name: `user ${id}`, pv: 1 })) }),
  'members.list': ({ chats }, _member, { c, ids = [] }: RequestInput<'members.list'>) => {
    const members = chats.get(c)?.members ?? [];
    const items = members.filter(({ u }) => ids.includes(u)).map((member) => ({ ...member, nn: `name ${member.u}` }));
    return ok({ mr: 0, total: members.length, items });
  },
  'message.send': sendMessages,
  'message.edit': ({ server, chats }, member, { c, s, b }: RequestInput<'message.edit'>) => {
    const row = chats.get(c)?.rows.get(s);
    if (!row) return no('NOT_FOUND');
    if (row.u !== member) return no('FORBIDDEN');
    if (row.del) return no('GONE');
    server.edit(c, s, b.x);
    return ok({ r: server.headOf(c).rev });
  },
  'message.unsend': ({ server, chats }, member, { c, s }: RequestInput<'message.unsend'>) => {
    const row = chats.get(c)?.rows.get(s);
    if (!row) return no('NOT_FOUND');
    if (row.u !== member) return no('FORBIDDEN');
    server.unsend(c, s);
    return ok({ r: chats.get(c)?.rows.get(s)?.r ?? 0 });
  },
  'message.react': ({ server, chats }, member, { c, s, e }: RequestInput<'message.react'>) => {
    const row = chats.get(c)?.rows.get(s);
    if (!row) return no('NOT_FOUND');
    if (row.del) return no('GONE');
    server.react(c, s, member, e);
    return ok({ r: server.headOf(c).rev });
  },
  'read.mark': ({ server, chats }, member, { items }: RequestInput<'read.mark'>) => {
    const mine = items.filter(([c]) => chats.has(c) && isMember(chats.get(c) as FakeChat, member));
    for (const [c, s] of mine) server.read(c, member, s);
    return ok({
      items: mine.map(([c]) => {
        const me = meOf(chats.get(c) as FakeChat, member);
        return [c, me.rs, me.rn, me.oa, me.lo, me.um];
      }),
    });
  },
  'chat.set': ({ chats }, member, input: RequestInput<'chat.set'>) => {
    const chat = chats.get(input.c);
    const standing = chat?.standing.get(member);
    if (!chat || !standing) return no('NOT_MEMBER');
    if (input.notify !== undefined) standing.nt = input.notify;
    for (const [field, value] of [
      ['mu', input.mute],
      ['pin', input.pin],
      ['uf', input.unreadFrom],
    ] as const) {
      if (value === 0) delete standing[field];
      else if (value !== undefined) standing[field] = value;
    }
    if (input.hide === true) standing.hid = chat.rev;
    if (input.hide === false) delete standing.hid;
    standing.mv += 1;
    return ok({ me: meOf(chat, member) });
  },
  'pref.set': ({ urev }, member) => ok({ u: bump(urev, member) }),
  'contact.set': ({ urev }, member, input: RequestInput<'contact.set'>) => {
    const u = bump(urev, member);
    const card = { id: toUserId(input.user), name: `user ${input.user}`, pv: 1 };
    const alias = input.alias ? { alias: input.alias } : {};
    return ok({ u, contact: { u: card.id, st: input.state, urev: u, card, ...alias } });
  },
  'sync.open': openSync,
  'sync.delta': ({ server, chats }, member, { items }: RequestInput<'sync.delta'>) =>
    ok({
      items: items.map(({ c, since }) => {
        const chat = chats.get(c);
        if (!chat || !isMember(chat, member)) return { c, code: 'NOT_MEMBER' };
        if (since > chat.rev) return { c, code: 'AHEAD' };
        return { delta: deltaSince(chat, member, since, server.deltaMax) };
      }),
    }),
  'history.get': getHistory,
  'range.check': ({ chats }, member, { c, from, to, rev }: RequestInput<'range.check'>) => {
    const chat = chats.get(c);
    if (!chat || !isMember(chat, member)) return no('NOT_MEMBER');
    const rows = visibleRows(chat, member).filter((row) => row.s >= from && row.s <= to && row.r > rev);
    return ok({ rows, rev: chat.rev });
  },
  'messages.get': ({ chats }, member, { c, seqs }: RequestInput<'messages.get'>) => {
    const chat = chats.get(c);
    if (!chat || !isMember(chat, member)) return no('NOT_MEMBER');
    return ok({ rows: visibleRows(chat, member).filter((row) => seqs.includes(row.s)), rev: chat.rev });
  },
};

function sendMessages(
  { server, chats }: World,
  member: number,
  { c, items }: RequestInput<'message.send'>,
): Ack<RequestOutput<'message.send'>> {
  const chat = chats.get(c);
  if (!chat || !isMember(chat, member)) return no('NOT_MEMBER');
  return ok({
    items: items.map((item) => {
      const body = item.b as SentBody;
      const i = toCid(item.i);
      const stored = [...chat.rows.values()].find((row) => row.i === i && row.u === member);
      if (stored) {
        if (chat.sent.get(i) && (chat.sent.get(i)?.b as TextBody | undefined)?.x !== wordsOf(body))
          return { i, code: 'CID_MISMATCH' as const };
        return { i, s: stored.s, r: stored.s, n: stored.n, at: stored.at, dup: 1 as const };
      }
      const row = server.post(c, member, wordsOf(body), {
        cid: i,
        named: namedIn(body).map(([, , mid]) => mid),
        ...(item.k === messageKind.text ? {} : { k: item.k, b: body }),
      });
      chat.sent.set(i, row);
      return { i, s: row.s, r: row.r, n: row.n, at: row.at };
    }),
  });
}

function openSync({ server, chats, urev, now }: World, member: number, input: RequestInput<'sync.open'>): Ack<unknown> {
  if (input.gen !== undefined && input.gen !== server.gen) return no('GEN');
  const have = new Map(input.have.map((entry) => [entry[0] as number, entry]));
  const mine = [...chats.values()].filter((chat) => isMember(chat, member));
  const heads = mine.filter((chat) => {
    const [, rev, rs, mv] = have.get(chat.id) ?? [0, -1, -1, -1];
    const me = meOf(chat, member);
    return chat.rev > rev || me.rs > rs || me.mv > mv;
  });
  return ok({
    t: now(),
    gen: server.gen,
    u: urev.get(member) ?? 0,
    heads: heads.map((chat) => snapshotOf(chat, member)),
    gone: [...have.keys()].filter((c) => !mine.some((chat) => chat.id === c)),
    user: {},
  });
}

function getHistory({ chats }: World, member: number, input: RequestInput<'history.get'>): Ack<unknown> {
  const chat = chats.get(input.c);
  if (!chat || !isMember(chat, member)) return no('NOT_MEMBER');
  const all = visibleRows(chat, member);
  const { limit } = input;
  const pivot = input.before ?? input.after ?? input.around ?? 0;
  const older = all.filter((row) => row.s < pivot);
  const newer = all.filter((row) => (input.after === undefined ? row.s >= pivot : row.s > pivot));
  const half = Math.ceil(limit / 2);
  const rows =
    input.before !== undefined
      ? older.slice(-limit)
      : input.after !== undefined
        ? newer.slice(0, limit)
        : [...older.slice(-half), ...newer.slice(0, half)];
  const isStart = input.after === undefined && (rows.length === 0 || rows[0] === all[0]);
  const isEnd = rows.length === 0 ? input.before === undefined || pivot > lastSeq(chat) : rows.at(-1) === all.at(-1);
  const from = isStart ? Math.min(1, pivot) : input.after !== undefined ? pivot + 1 : (rows[0]?.s ?? pivot);
  const to = input.before !== undefined ? pivot - 1 : isEnd ? chat.rev : (rows.at(-1)?.s ?? pivot);
  const edge = { ...(isStart ? { start: 1 } : {}), ...(isEnd ? { end: 1 } : {}) };
  return ok({ rows, rev: chat.rev, from, to, edge });
}

function bump(urev: Map<number, number>, member: number): number {
  const next = (urev.get(member) ?? 0) + 1;
  urev.set(member, next);
  return next;
}
