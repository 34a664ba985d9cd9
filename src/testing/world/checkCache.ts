import { expect } from 'vitest';
import { chatKind } from '#protocol/entities/chatKind.ts';
import type { ChatSnapshot } from '#protocol/entities/chatSnapshot.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import type { Row } from '#protocol/entities/messages.ts';
import type { Ack } from '#protocol/errors.ts';
import type { RequestOutput } from '#protocol/requests.ts';
import { limits } from '#protocol/limits.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { LocalChat, LocalMessage } from '#sync/changes.ts';
import { isFreshAt } from '#sync/merge/spans.ts';
import type { ChatDump } from '#testing/contracts/storageDump.ts';
import type { World } from './createWorld.ts';
import { namesMember } from './memberIn.ts';
import type { WorldDevice } from './worldDevice.ts';

/** The database at peace. */
export interface Stored {
  readonly dumps: ReadonlyMap<ChatId, ChatDump>;
  /** people who have ever blocked somebody: mentions by some do not reach them, and the row names them all the same */
  readonly silent: ReadonlySet<number>;
}

/** I9, I10, I15: what a device claims to have is what the database has, less single rows that it could not store, and its counts are the recount. */
export async function checkCache(world: World, device: WorldDevice, { dumps, silent }: Stored): Promise<void> {
  const { server } = world;
  const { login, store } = device;
  const input = { user: login.user, u: 0, have: [], open: [], page: 1 };
  const { heads } = await server.storage.run('openSync', input);
  const cached = store
    .dump('chats')
    .filter(({ me, meta }) => me.st === memberState.joined && meta.parent === undefined);
  expect(new Set(cached.map(({ c }) => c))).toEqual(new Set(heads.map(({ h }) => h.c)));
  for (const chat of cached) {
    const truth = heads.find(({ h }) => h.c === chat.c) as ChatSnapshot;
    checkHead(chat, truth, dumps.get(chat.c) as ChatDump);
    expect(standing(chat.me)).toEqual(standing(truth.me));
    checkPeerRead(device, chat, truth.me.prs, dumps.get(chat.c) as ChatDump);
    expect(chat.meta).toEqual(truth.meta);
    await checkRows(world, device, chat, truth.h.rev);
    // Who lacks a row does not know whether it names him.
    const isSilent = silent.has(login.user) || badSeqs(device, chat.c).length > 0;
    checkCounts(chat, dumps.get(chat.c) as ChatDump, isSilent);
  }
}

/** What is cached of a chat is what the database has; `rev`: where it stands there. */
export async function checkRows(world: World, device: WorldDevice, chat: LocalChat, rev: number): Promise<void> {
  const isLoaded = hasLoaded(device, chat);
  const place = `cache of chat ${chat.c}`;
  if (isLoaded) {
    expect(chat.sync.state, place).not.toBe('behind');
    expect(chat.sync.rev, place).toBe(rev);
  } else if (chat.sync.state !== 'none')
    expect(chat.sync.state === 'behind', place).toBe(chat.sync.rev < chat.head.rev);
  // Of what lies below the floor nobody will ever tell whether it is still true.
  const { tailFrom, ranges, startSeq = tailFrom } = chat.sync;
  const lowest = Math.min(tailFrom, startSeq, ...ranges.map(({ from }) => from));
  expect(lowest, `lowest place of ${place}`).toBeGreaterThanOrEqual(Math.min(chat.me.fl, chat.sync.rev + 1));
  const rows = await readRows(world, device, chat.c);
  const bad = badSeqs(device, chat.c);
  // Of a community that is not on screen the device claims no more than it had; what that is, `checkClaims` looks at.
  const isFresh = ({ s }: { s: number }): boolean => isLoaded && isFreshAt(chat.sync, s) && !bad.includes(s);
  const own = device.store.dump('msgs').filter((row) => row.c === chat.c);
  expect(own.filter(isFresh).map(plain), place).toEqual(rows.filter(isFresh).map(plain));
}

/** Messages of a chat that the device could not store. */
const badSeqs = ({ store }: WorldDevice, chat: ChatId): number[] =>
  store.dump('quarantine').flatMap(({ c, row }) => (c === chat ? [(row as Row).s] : []));

/** What is on screen is loaded, and so is every 1:1 chat and group; of a community or room that nobody looks at, the head and the counts are. Of a thread every change is told only to who looks. */
export const hasLoaded = ({ views }: WorldDevice, { c, kind, meta, sync, head }: LocalChat): boolean =>
  (kind !== chatKind.community && meta.parent === undefined) ||
  views().some(({ open }) => open.includes(c)) ||
  (meta.root === undefined && sync.rev >= head.rev);

/**
 * A community tells all its members one head; its preview is left out while it is of a message that some of them may not see. The preview of an own message
 * that was just sent does without the own name.
 */
function checkHead({ kind, head, me }: LocalChat, { h }: ChatSnapshot, { head: stored }: ChatDump): void {
  if (kind !== chatKind.community || h.l === undefined) return expect(head).toEqual(h);
  const { l, ...rest } = h;
  if (head.l === undefined && l.s < stored.live_floor) return expect(head).toEqual(rest);
  const { nn, ...preview } = l;
  const isOwn = l.u === me.mid && head.l?.nn === undefined;
  expect(head).toEqual({ ...rest, l: isOwn || nn === undefined ? preview : l });
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
  const naming = unread.filter((row) => namesMember(row, mid));
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

/** A reaction or vote taken back and one that never was look alike. */
function plain(row: Row | LocalMessage): object {
  const { my, mb, rx, m: _m, c: _c, pv: _pv, tell: _tell, ...rest } = row as LocalMessage;
  const vote = mb && mb.length > 0 ? { mb } : {};
  return { ...rest, ...vote, ...(my ? { my } : {}), ...(rx && Object.keys(rx).length > 0 ? { rx } : {}) };
}
