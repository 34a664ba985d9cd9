import { expect } from 'vitest';
import { namesAll } from '#domain/namesAll.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { OutboxEntry } from '#sync/changes.ts';
import type { ChatDump } from '#testing/contracts/storageDump.ts';
import { hasLoaded } from './checkCache.ts';
import { memberIn } from './memberIn.ts';
import type { WorldDevice } from './worldDevice.ts';

/** I1, I4: what was queued is stored once, in the order of the outbox, and every answer told the truth. `isOver`: it is a thread in which nobody writes any more. */
export function checkSent(
  device: WorldDevice,
  dumps: ReadonlyMap<ChatId, ChatDump>,
  isOver: (c: ChatId) => boolean = () => false,
): void {
  const { login, shadow, acks, passed, store } = device;
  const unloaded = new Set(store.dump('chats').flatMap((chat) => (hasLoaded(device, chat) ? [] : chat.c)));
  const entries = new Map(store.dump('outbox').map((entry) => [entry.i as string, entry]));
  const isRefused = (cid: string | undefined): boolean => cid !== undefined && entries.get(cid)?.state === 'failed';
  for (const entry of entries.values()) {
    // What follows a refused text waits for its person's word, as the text does.
    const isFollower = (entry.action.t === 'edit' || entry.action.t === 'unsend') && isRefused(entry.action.target);
    // What has arrived in a community that nobody looks at stays laid over its rows until they are loaded again.
    const isBehind = entry.state === 'acked' && 'c' in entry.action && unloaded.has(entry.action.c);
    if (entry.action.t !== 'send' && !isFollower && !isBehind)
      expect(entry.state, JSON.stringify(entry)).toBe('failed');
  }
  for (const [c, dump] of dumps) {
    const { messages } = dump;
    const member = memberIn(dump, login.user);
    const me = member?.mid;
    const isIn = member?.state === memberState.joined;
    const queued = shadow.queued.filter((one) => one.c === c).map(({ cid }) => cid as string);
    const stored = messages.filter((row) => row.sender_mid === me && queued.includes(row.cid)).map(({ cid }) => cid);
    expect(new Set(stored).size, 'stored once').toBe(stored.length);
    const missing = queued.filter((cid) => !stored.includes(cid) && !shadow.forgotten.has(cid));
    const excused = missing.filter((cid) => isRightlyRefused(entries.get(cid), { isIn, isOver: isOver(c) }));
    const lost = missing.filter((cid) => !excused.includes(cid));
    const files = store.dump('uploads').filter(({ cid }) => lost.includes(cid));
    const left = lost.map((cid) => entries.get(cid));
    expect(lost, `everything that was queued has arrived: ${JSON.stringify({ c, isIn, left, files })}`).toEqual([]);
    // A refused text went out again behind what was written meanwhile; one whose refusal was lost on its way is repeated behind what was sent with it.
    const inOrder = (cid: string): boolean => !shadow.refused.has(cid) && !passed.has(cid);
    expect(stored.filter(inOrder)).toEqual(queued.filter((cid) => stored.includes(cid) && inOrder(cid)));
    for (const ack of acks.filter((one) => one.c === c)) {
      const row = messages.find((one) => one.sender_mid === me && one.cid === ack.i);
      expect([ack.s, ack.r, ack.n]).toEqual([row?.seq, row?.seq, row?.n]);
    }
  }
}

/** Nobody can bring a person back into a group that everybody has left; and who came back cannot reply to what he may not see any more, nor forward that, or what was unsent. */
function isRightlyRefused(
  entry: OutboxEntry | undefined,
  { isIn, isOver }: { isIn: boolean; isOver: boolean },
): boolean {
  if (entry?.state !== 'failed' || entry.action.t !== 'send') return false;
  const { re, fw, b } = entry.action;
  if (!isIn) return entry.err === 'NOT_MEMBER';
  if (isOver && entry.err === 'FORBIDDEN') return true;
  // Not everybody may ask everybody, and nobody may call them all the time.
  if (entry.err === 'FORBIDDEN' && (namesAll(b) || ('ask' in b && b.ask === 1))) return true;
  if (entry.err === 'FILTERED') return namesAll(b);
  return entry.err === 'NOT_FOUND' ? re !== undefined || fw !== undefined : entry.err === 'GONE' && fw !== undefined;
}
