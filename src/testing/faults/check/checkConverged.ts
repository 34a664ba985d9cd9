import { isFreshAt } from '#sync/merge/spans.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import type { LocalChat, LocalMessage } from '#sync/changes.ts';
import type { DeviceState } from './deviceState.ts';
import type { Violation } from './history.ts';
import type { StoredIndex } from './indexStored.ts';
import type { StoredChat, StoredMember, StoredRow } from './storedWorld.ts';

/**
 * (g) When all is quiet every device has what the database has: its chats, their heads, what it claims to know of their messages, and what is unread as a
 * recount finds it. All devices of a person then agree, in their own settings too.
 */
export function checkConverged(stored: StoredIndex, states: readonly DeviceState[]): Violation[] {
  const broken = states.flatMap((state) =>
    deviceFaults(state, stored).map((text) => `device ${state.d} of ${state.user}: ${text}`),
  );
  return [...broken, ...disagreements(states)].map((text) => ({ rule: 'converged', text }));
}

function deviceFaults(state: DeviceState, stored: StoredIndex): string[] {
  const mine = new Map(
    state.chats.filter(({ me }) => me.st === memberState.joined).map((chat) => [Number(chat.c), chat]),
  );
  const cached = Map.groupBy(state.msgs, ({ c }) => Number(c));
  const broken: string[] = [];
  for (const chat of stored.chats) {
    const me = chat.members.find(({ user, isJoined }) => user === state.user && isJoined);
    const local = mine.get(chat.c);
    mine.delete(chat.c);
    if (me && local) broken.push(...chatFaults(chat, me, local, cached.get(chat.c) ?? []));
    else if (me) broken.push(`chat ${chat.c} is missing`);
    else if (local) broken.push(`chat ${chat.c} is not his`);
  }
  broken.push(...[...mine.keys()].map((c) => `chat ${c} is not stored`));
  const waiting = state.outbox.filter(({ state: standing }) => standing !== 'failed').length;
  if (waiting > 0) broken.push(`${waiting} things still wait in the outbox`);
  if (state.marks > 0) broken.push(`${state.marks} read positions still wait`);
  return broken;
}

function chatFaults(chat: StoredChat, me: StoredMember, local: LocalChat, cached: readonly LocalMessage[]): string[] {
  const unread = chat.rows.filter(({ n, s, u }) => n !== undefined && s > me.rs && u !== me.user);
  const named = unread.filter(({ names, isUnsent }) => !isUnsent && names.includes(me.user));
  const { head } = local;
  const said = {
    head: [head.rev, head.n, head.ls, head.cnt].join(),
    watermark: local.sync.rev,
    'read position': local.me.rs,
    unread: local.unread,
    mentions: local.mentions,
  };
  const truth: Record<keyof typeof said, string | number> = {
    head: [chat.head.rev, chat.head.n, chat.head.lastSeq, chat.head.members].join(),
    watermark: chat.head.rev,
    'read position': me.rs,
    unread: unread.length,
    mentions: named.length,
  };
  const broken = (Object.keys(said) as (keyof typeof said)[])
    .filter((key) => said[key] !== truth[key])
    .map((key) => `${key} of ${chat.c} is ${said[key]} instead of ${truth[key]}`);
  return [...broken, ...rowFaults(chat, me, local, cached)];
}

/** Within what the device claims to know, its rows are the stored ones, no more and no fewer. */
function rowFaults(chat: StoredChat, me: StoredMember, local: LocalChat, cached: readonly LocalMessage[]): string[] {
  const claimed = ({ s }: { s: number }): boolean => s >= me.floor && isFreshAt(local.sync, s);
  const own = new Map(cached.filter(claimed).map((row) => [row.s, ofDevice(row)]));
  const broken: string[] = [];
  for (const row of chat.rows.filter(claimed)) {
    const found = own.get(row.s);
    own.delete(row.s);
    const truth = ofDatabase(row);
    if (found !== truth) broken.push(`message ${chat.c}/${row.s} is ${found ?? 'missing'} instead of ${truth}`);
  }
  return [...broken, ...[...own.keys()].map((s) => `message ${chat.c}/${s} is not stored`)];
}

const sortedTotals = (rx: Record<string, number>): string[] =>
  Object.entries(rx)
    .map(([emoji, count]) => `${emoji} ${count}`)
    .toSorted((one, other) => one.localeCompare(other));

const ofDatabase = ({ r, n, u, i, x, isUnsent, at, rx }: StoredRow): string =>
  JSON.stringify([r, n ?? 0, u, i, isUnsent ? '' : (x ?? ''), isUnsent, at, sortedTotals(rx)]);

const ofDevice = ({ r, n, u, i, b, del, at, rx }: LocalMessage): string =>
  JSON.stringify([r, n ?? 0, u, i, b?.['x'] ?? '', del !== undefined, at, sortedTotals(rx ?? {})]);

function disagreements(states: readonly DeviceState[]): string[] {
  return [...Map.groupBy(states, ({ user }) => user)].flatMap(([user, devices]) => {
    const views = new Set(devices.map(viewOf));
    return views.size > 1 ? [`the devices of ${user} disagree: ${[...views].join(' / ')}`] : [];
  });
}

const viewOf = ({ chats }: DeviceState): string =>
  JSON.stringify(
    chats
      .filter(({ me }) => me.st === memberState.joined)
      .map(({ c, me, unread, mentions }) => [
        c,
        me.rs,
        me.mv,
        me.nt,
        me.pin ?? 0,
        me.mu ?? 0,
        me.uf ?? 0,
        unread,
        mentions,
      ])
      .toSorted(([one], [other]) => Number(one) - Number(other)),
  );
