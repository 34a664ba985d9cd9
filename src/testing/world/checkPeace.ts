import { expect } from 'vitest';
import type { ChatSnapshot } from '#protocol/entities/chatSnapshot.ts';
import { memberState } from '#protocol/entities/member.ts';
import type { Row } from '#protocol/entities/message.ts';
import type { Ack } from '#protocol/errors.ts';
import type { RequestOutput } from '#protocol/requests.ts';
import { limits } from '#protocol/limits.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { LocalChat, LocalMessage, OutboxEntry } from '#sync/changes.ts';
import { isFreshAt } from '#sync/merge/spans.ts';
import { readUnit } from '#server/storage/unit.ts';
import { findBrokenInvariants } from '#testing/chatInvariants.ts';
import { dumpChat, type ChatDump } from '#testing/contracts/storageDump.ts';
import { checkInvariants } from '#testing/contracts/storageInvariants.ts';
import { checkContacts } from './checkContacts.ts';
import { checkMoment } from './checkMoment.ts';
import { checkReceipts } from './checkReceipts.ts';
import { checkTexts } from './checkTexts.ts';
import type { World } from './createWorld.ts';
import type { WorldDevice } from './worldDevice.ts';

/** What must hold when everything has healed: I1–I10, I14, I15, and what the screens were told. */
export async function checkPeace(world: World): Promise<void> {
  await checkMoment(world);
  const { server, devices, chats } = world;
  const dumps = new Map<ChatId, ChatDump>();
  for (const c of chats) dumps.set(c, await dumpChat(server.storage, c));
  const silent = await server.storage.runUnit(readBlockers, undefined);
  for (const dump of dumps.values()) checkInvariants(dump, silent);
  const readers = devices.map(({ login, seen }) => ({ user: login.user, seen }));
  expect(await findBrokenInvariants(server, readers)).toEqual([]);
  checkTexts(devices, dumps);
  for (const device of devices) {
    checkSent(device, dumps);
    await checkCache(world, device, { dumps, silent });
    await checkContacts(world, device);
    checkReceipts(device, dumps);
    expect(device.shadow.outbox()).toEqual(device.store.dump('outbox'));
    expect(device.shadow.rows()).toEqual(
      device.store.dump('msgs').toSorted((one, other) => one.c - other.c || one.s - other.s),
    );
  }
}

/** I1, I4: what was queued is stored once, in the order of the outbox, and every answer told the truth. */
function checkSent({ login, shadow, acks, store }: WorldDevice, dumps: ReadonlyMap<ChatId, ChatDump>): void {
  const me = Number(login.user);
  const left = new Map(store.dump('outbox').map((entry) => [entry.i as string, entry]));
  const isRefused = (cid: string | undefined): boolean => cid !== undefined && left.get(cid)?.state === 'failed';
  for (const entry of left.values()) {
    // What follows a refused text waits for its person's word, as the text does.
    const isFollower = (entry.action.t === 'edit' || entry.action.t === 'unsend') && isRefused(entry.action.target);
    if (entry.action.t !== 'send' && !isFollower) expect(entry.state, JSON.stringify(entry)).toBe('failed');
  }
  for (const [c, { messages, members }] of dumps) {
    const isIn = members.some(({ user_id: id, state }) => id === me && state === memberState.joined);
    const queued = shadow.queued.filter((one) => one.c === c).map(({ cid }) => cid as string);
    const stored = messages.filter((row) => row.sender_mid === me && queued.includes(row.cid)).map(({ cid }) => cid);
    expect(new Set(stored).size, 'stored once').toBe(stored.length);
    const missing = queued.filter((cid) => !stored.includes(cid) && !shadow.forgotten.has(cid));
    const excused = missing.filter((cid) => isRightlyRefused(left.get(cid), isIn));
    expect(missing, 'everything that was queued has arrived').toEqual(excused);
    // A refused text went out again behind what was written meanwhile.
    const inOrder = (cid: string): boolean => !shadow.refused.has(cid);
    expect(stored.filter(inOrder)).toEqual(queued.filter((cid) => stored.includes(cid) && inOrder(cid)));
    for (const ack of acks.filter((one) => one.c === c)) {
      const row = messages.find((one) => one.sender_mid === me && one.cid === ack.i);
      expect([ack.s, ack.r, ack.n]).toEqual([row?.seq, row?.seq, row?.n]);
    }
  }
}

/** Nobody can bring a person back into a group that everybody has left; and who came back cannot reply to what he may not see any more. */
function isRightlyRefused(entry: OutboxEntry | undefined, isIn: boolean): boolean {
  if (entry?.state !== 'failed' || entry.action.t !== 'send') return false;
  return isIn ? entry.action.re !== undefined && entry.err === 'NOT_FOUND' : entry.err === 'NOT_MEMBER';
}

interface Stored {
  readonly dumps: ReadonlyMap<ChatId, ChatDump>;
  /** people who have ever blocked somebody */
  readonly silent: ReadonlySet<number>;
}

/** Whom mentions by some people do not reach: the server leaves those out, the row names them all the same. */
const readBlockers = readUnit(async (tx): Promise<Set<number>> => {
  // A relation that was a block once is still there as another.
  const rows = await tx.sql<{ user_id: number }>('SELECT DISTINCT user_id FROM contacts', []);
  return new Set(rows.map(({ user_id: id }) => id));
});

/** I9, I10, I15: what a device claims to have is what the database has, less single rows that it could not store, and its counts are the recount. */
async function checkCache(world: World, device: WorldDevice, { dumps, silent }: Stored): Promise<void> {
  const { server } = world;
  const { login, store } = device;
  const input = { user: login.user, u: 0, have: [], open: [], page: 1 };
  const { heads } = await server.storage.run('openSync', input);
  const cached = store.dump('chats').filter(({ me }) => me.st === memberState.joined);
  expect(new Set(cached.map(({ c }) => c))).toEqual(new Set(heads.map(({ h }) => h.c)));
  for (const chat of cached) {
    const truth = heads.find(({ h }) => h.c === chat.c) as ChatSnapshot;
    expect(chat.head).toEqual(truth.h);
    expect(standing(chat.me)).toEqual(standing(truth.me));
    checkPeerRead(device, chat, truth.me.prs, dumps.get(chat.c) as ChatDump);
    expect(chat.meta).toEqual(truth.meta);
    expect(chat.sync.state).not.toBe('behind');
    expect(chat.sync.rev).toBe(truth.h.rev);
    const rows = await readRows(world, device, chat.c);
    const bad = store.dump('quarantine').flatMap(({ c, row }) => (c === chat.c ? [(row as Row).s] : []));
    const isFresh = ({ s }: { s: number }): boolean => isFreshAt(chat.sync, s) && !bad.includes(s);
    const own = store.dump('msgs').filter((row) => row.c === chat.c);
    expect(own.filter(isFresh).map(plain)).toEqual(rows.filter(isFresh).map(plain));
    // Who lacks a row does not know whether it names him.
    const isSilent = silent.has(chat.me.mid) || bad.length > 0;
    checkCounts(chat, dumps.get(chat.c) as ChatDump, isSilent);
  }
}

/** I14 for a 1:1 chat: never more than the other person has read, and on screen no less than he lets me know. */
function checkPeerRead(
  { views }: WorldDevice,
  { c, me }: LocalChat,
  told: number | undefined,
  { members }: ChatDump,
): void {
  if (me.prs === undefined || told === undefined) return;
  const peer = members.find(({ mid }) => mid !== me.mid);
  expect(me.prs, 'position of the other person').toBeLessThanOrEqual(peer?.read_seq ?? 0);
  if (views().some(({ open }) => open.includes(c))) expect(me.prs, 'shown position').toBeGreaterThanOrEqual(told);
}

function checkCounts(chat: LocalChat, { messages, members }: ChatDump, isSilent: boolean): void {
  const { mid } = chat.me;
  const me = members.find((member) => member.mid === mid);
  const unread = messages.filter(
    ({ n, seq, sender_mid: sender, hidden_for: hidden }) =>
      n !== null && seq > (me?.read_seq ?? 0) && sender !== mid && hidden !== mid,
  );
  expect(chat.me.rs).toBe(me?.read_seq);
  // Marked as unread by hand shows at least one, and what was read since then anew.
  if (chat.me.uf === undefined) expect(chat.unread).toBe(unread.length);
  else expect(chat.unread).toBeGreaterThanOrEqual(Math.max(1, unread.length));
  if (isSilent) return;
  const naming = unread.filter(({ mention_ids: ids }) => (JSON.parse(ids ?? '[]') as number[]).includes(mid));
  expect(chat.mentions).toBe(naming.length);
}

async function readRows({ server }: World, { login }: WorldDevice, c: ChatId): Promise<Row[]> {
  const rows: Row[] = [];
  for (let before: number | undefined = Number.MAX_SAFE_INTEGER; before !== undefined;) {
    const page: Ack<RequestOutput<'history.get'>> = await server.ask(login, 'history.get', {
      c,
      before,
      limit: limits.historyMax,
    });
    if (!page.ok) throw new Error(`no history: ${page.code}`);
    rows.unshift(...page.data.rows);
    before = page.data.edge.start || page.data.rows.length === 0 ? undefined : page.data.from;
  }
  return rows;
}

/** How the parts of a count are split between the server's number and rows that came after it is no difference; their sums are compared. */
const standing = ({ prs: _prs, lo: _lo, oa: _oa, um: _um, ...me }: LocalChat['me']): object => me;

/** A reaction taken back and one that never was look alike. */
function plain(row: Row | LocalMessage): object {
  const { my, rx, m: _m, c: _c, pv: _pv, tell: _tell, ...rest } = row as LocalMessage;
  return { ...rest, ...(my ? { my } : {}), ...(rx && Object.keys(rx).length > 0 ? { rx } : {}) };
}
