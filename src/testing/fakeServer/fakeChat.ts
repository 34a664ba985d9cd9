import { chatKind } from '#protocol/entities/chatKind.ts';
import type { ChatMeta, Delta, Head } from '#protocol/entities/chat.ts';
import type { ChatSnapshot } from '#protocol/entities/chatSnapshot.ts';
import type { Me, Mem } from '#protocol/entities/members.ts';
import type { TextBody } from '#protocol/entities/bodies/textBody.ts';
import type { Row } from '#protocol/entities/messages.ts';
import type { ChatId } from '#protocol/ids.ts';
import { toMemberId } from '#protocol/casts.ts';

/** What a member set and read. */
export interface Standing {
  rs: number;
  mv: number;
  fl: number;
  nt: number;
  mu?: number;
  pin?: number;
  hid?: number;
  uf?: number;
}

/** One chat, as the list of its rows. */
export interface FakeChat {
  id: ChatId;
  rows: Map<number, Row>;
  rev: number;
  n: number;
  members: Mem[];
  standing: Map<number, Standing>;
  meta: ChatMeta;
  /** by seq and member; null = taken back, which the others of that member have to learn */
  reactions: Map<number, Map<number, string | null>>;
  /** messages that came by request, as they were created: a repeat with another text is noticed */
  sent: Map<string, Row>;
}

export function deltaSince(chat: FakeChat, member: number, since: number, max: number): Delta {
  const base = { c: chat.id, a: since, b: chat.rev, head: headOf(chat) };
  const all = visibleRows(chat, member);
  const rows = all.filter((row) => row.r > since).sort((left, right) => left.r - right.r);
  if (rows.length <= max) return { ...base, rows, mem: chat.members.filter((mem) => mem.r > since) };
  const del = all.filter((row) => row.del !== undefined && row.r > since).map((row) => row.s);
  return { ...base, reset: 1, rows: all.slice(-max), del };
}

export const isMember = (chat: FakeChat, member: number): boolean => chat.standing.has(member);
export const lastSeq = (chat: FakeChat): number => Math.max(0, ...chat.rows.keys());

export function visibleRows(chat: FakeChat, member: number): Row[] {
  const floor = chat.standing.get(member)?.fl ?? 0;
  return [...chat.rows.values()]
    .filter((row) => row.s >= floor)
    .sort((left, right) => left.s - right.s)
    .map((row) => {
      const mine = chat.reactions.get(row.s)?.get(member);
      return structuredClone(mine === undefined ? row : { ...row, my: mine });
    });
}

export function withoutMine(row: Row): Row {
  const { my: _my, ...rest } = row;
  return rest;
}

export function headOf(chat: FakeChat): Head {
  const last = chat.rows.get(lastSeq(chat));
  const text = (last?.b as TextBody | undefined)?.x;
  return {
    c: chat.id,
    rev: chat.rev,
    n: chat.n,
    b: last?.at ?? chat.meta.created,
    ls: lastSeq(chat),
    cnt: chat.members.length,
    mr: 0,
    ...(last
      ? {
          l: {
            s: last.s,
            u: last.u,
            k: last.k,
            at: last.at,
            ...(last.del ? { del: 1 as const } : { x: String(text).slice(0, 120) }),
          },
        }
      : {}),
  };
}

export function meOf(chat: FakeChat, member: number): Me {
  const { rs, ...rest } = chat.standing.get(member) as Standing;
  const counted = [...chat.rows.values()].filter((row) => row.n !== undefined);
  const own = counted.filter((row) => row.u === member);
  const named = counted.filter(
    (row) => row.s > rs && row.u !== member && !row.del && row.m?.includes(toMemberId(member)),
  );
  return {
    ...rest,
    mid: toMemberId(member),
    st: 1,
    ro: 0,
    rs,
    rn: Math.max(0, ...counted.filter((row) => row.s <= rs).map((row) => row.n ?? 0)),
    oa: own.filter((row) => row.s > rs).length,
    lo: Math.max(0, ...own.map((row) => row.s)),
    um: named.length,
  };
}

export const snapshotOf = (chat: FakeChat, member: number): ChatSnapshot => ({
  h: headOf(chat),
  me: meOf(chat, member),
  meta: chat.meta,
  ...(chat.meta.kind === chatKind.community ? {} : { mem: chat.members }),
});
