import { beforeEach, describe, expect, it } from 'vitest';
import { messageKind } from '#protocol/entities/messageKind.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import { toChatId, toCid, toMemberId, toOpId, toUserId } from '#protocol/casts.ts';
import { buildHead, buildMe } from '#testing/builders/chatBuilders.ts';
import { fakeClock } from '#testing/fakeClock.ts';
import { fakeChannel, seededRandom } from '#testing/fakeTab.ts';
import { localChat, localRow, sendEntry } from '#testing/localRows.ts';
import { memoryLocalStore, type MemoryLocalStore } from '#testing/memoryLocalStore.ts';
import type { EngineCall, EngineEvent, OutboxEntry } from '../changes.ts';
import { createCommands } from './createCommands.ts';

const c = toChatId(7);
let store: MemoryLocalStore;
let calls: EngineCall[];
let events: EngineEvent[];
let commands: ReturnType<typeof createCommands>;
const outbox = (): OutboxEntry[] => store.dump('outbox');
const actions = (): unknown[] => outbox().map((entry) => entry.action);

beforeEach(async () => {
  store = memoryLocalStore();
  calls = [];
  events = [];
  const clock = fakeClock();
  const line = fakeChannel()('tab');
  const heard = {
    ...line,
    announce: (event: EngineEvent) => void events.push(event),
    call: (call: EngineCall) => void calls.push(call),
  };
  commands = createCommands({ store, line: heard, clock, random: seededRandom(1, clock) });
  const sync = { rev: 5, state: 'fresh' as const, tailFrom: 1, ranges: [] };
  const rows = [1, 2, 3, 4, 5].map((s) => localRow(s, s === 4 ? { u: toMemberId(1) } : {}));
  await store.commit(async (tx) => {
    await tx.put('chats', [localChat({ head: buildHead(5), me: buildMe({ lo: 4, oa: 1 }), unread: 4, sync })]);
    await tx.put('msgs', rows);
  });
});

const put = (entry: OutboxEntry): Promise<unknown> => store.commit((tx) => tx.put('outbox', [entry]));

describe('every command', () => {
  it('is one transaction, announced, and pokes the engine', async () => {
    await commands.sendMessage({ c, b: { x: 'hello' } });
    expect(events).toHaveLength(1);
    const [event] = events;
    expect(event?.t === 'batch' && event.batch.tables.outbox?.put[0]?.action).toMatchObject({
      t: 'send',
      b: { x: 'hello' },
    });
    expect(calls).toEqual([{ t: 'poke' }]);
  });

  it('leaves nothing behind when its transaction fails', async () => {
    store.onCommit(() => 'before');
    await expect(commands.markRead({ c, s: 3 })).rejects.toThrow('injected');
    expect(store.dump('marks')).toEqual([]);
    expect(store.dump('chats')[0]).toMatchObject({ unread: 4, me: { rs: 0 } });
    expect(events).toEqual([]);
  });
});

describe('sendMessage', () => {
  it('queues in order and takes the draft away, but not one that changes an older message', async () => {
    await commands.saveDraft({ c, text: 'half', at: undefined });
    await commands.sendMessage({ c, b: { x: 'a' } });
    expect(store.dump('drafts')).toEqual([]);
    await commands.saveDraft({ c, text: 'half', at: undefined, edit: { s: 3 } });
    await commands.sendMessage({ c, b: { x: 'b' }, re: 3 });
    expect(store.dump('drafts')).toHaveLength(1);
    expect(actions()).toMatchObject([{ b: { x: 'a' } }, { b: { x: 'b' }, re: 3 }]);
    expect(outbox().every((entry) => entry.lane === 'c:7' && entry.tried === 0)).toBe(true);
  });
});

describe('files', () => {
  const file = (id: string) => ({ id: id.padEnd(22, '_') as MediaId, t: 'f' as const, z: 5, n: `${id}.txt` });

  it('are a draft without a text, go with their message, and stay when a text is sent without them', async () => {
    await commands.saveDraft({ c, text: '', at: undefined, files: [file('a')] });
    await commands.sendMessage({ c, b: { x: 'from a card' } });
    expect(store.dump('drafts')).toMatchObject([{ text: '', files: [{ n: 'a.txt' }] }]);
    await commands.sendMessage({ c, k: messageKind.media, b: { f: [file('a')], x: 'here' } });
    expect(store.dump('drafts')).toEqual([]);
    expect(store.dump('uploads')).toMatchObject([
      { id: file('a').id, n: 'a.txt', bytes: 5, sent: 0, state: 'waiting' },
    ]);
  });

  it('of a forwarded message are not sent from here', async () => {
    await commands.sendMessage({ c, k: messageKind.media, b: { f: [file('a')] }, fw: { c, s: 1 } });
    expect(store.dump('uploads')).toEqual([]);
  });
});

describe('editMessage', () => {
  it('O7: changes what was never tried where it stands', async () => {
    const cid = await commands.sendMessage({ c, b: { x: 'a' } });
    await commands.editMessage({ c, message: { cid }, b: { x: 'b' } });
    expect(actions()).toMatchObject([{ t: 'send', cid, b: { x: 'b' } }]);
  });

  it('O7: follows what may have left with an edit, and O12 keeps only the last of them', async () => {
    await put(sendEntry(1, { tried: 1 }));
    await commands.editMessage({ c, message: { cid: toCid('cid-1') }, b: { x: 'b' } });
    await commands.editMessage({ c, message: { cid: toCid('cid-1') }, b: { x: 'c' } });
    expect(actions()).toMatchObject([
      { t: 'send', b: { x: 'text 1' } },
      { t: 'edit', target: 'cid-1', b: { x: 'c' } },
    ]);
  });

  it('finds a message that has left the outbox meanwhile', async () => {
    await commands.editMessage({ c, message: { cid: toCid('cid-4') }, b: { x: 'b' } });
    expect(actions()).toMatchObject([{ t: 'edit', s: 4, b: { x: 'b' } }]);
    await put(sendEntry(9, { state: 'acked', tried: 1, s: 6, r: 6 }));
    await commands.editMessage({ c, message: { cid: toCid('cid-9') }, b: { x: 'z' } });
    expect(actions().at(-1)).toMatchObject({ t: 'edit', s: 6 });
  });

  it('ignores a message that is nowhere, and one of somebody else with that cid', async () => {
    await commands.editMessage({ c, message: { cid: toCid('cid-3') }, b: { x: 'b' } });
    expect(outbox()).toEqual([]);
  });

  it('O13: changes a failed text in place', async () => {
    await put(sendEntry(1, { tried: 1, state: 'failed', err: 'MUTED' }));
    await commands.editMessage({ c, message: { cid: toCid('cid-1') }, b: { x: 'b' } });
    expect(outbox()).toMatchObject([{ state: 'failed', action: { t: 'send', b: { x: 'b' } } }]);
  });

  it('O13: an edit that was queued before the text failed does not come after what is written then', async () => {
    const message = { cid: toCid('cid-1') };
    for (const change of [
      () => commands.editMessage({ c, message, b: { x: 'later' } }),
      () => commands.editEntry({ id: 1, b: { x: 'later' } }),
    ]) {
      await put(sendEntry(1, { tried: 1 }));
      await commands.editMessage({ c, message, b: { x: 'earlier' } });
      await put(sendEntry(1, { tried: 1, state: 'failed', err: 'FORBIDDEN' }));
      await change();
      expect(actions()).toMatchObject([{ t: 'send', b: { x: 'later' } }]);
    }
  });
});

describe('unsendMessage', () => {
  it('removes what was never tried, with everything that follows it', async () => {
    const cid = await commands.sendMessage({ c, b: { x: 'a' } });
    await put({ ...sendEntry(50), i: 'op', action: { t: 'edit', c, target: cid, b: { x: 'b' }, op: toOpId('op') } });
    await commands.unsendMessage({ c, message: { cid } });
    expect(outbox()).toEqual([]);
  });

  it('queues one unsend for what may have left, instead of its waiting edits', async () => {
    await put(sendEntry(1, { tried: 1 }));
    await commands.editMessage({ c, message: { cid: toCid('cid-1') }, b: { x: 'b' } });
    await commands.unsendMessage({ c, message: { cid: toCid('cid-1') } });
    await commands.unsendMessage({ c, message: { cid: toCid('cid-1') } });
    expect(actions()).toMatchObject([{ t: 'send' }, { t: 'unsend', target: 'cid-1' }]);
  });

  it('drops waiting changes of a message that goes away, and asks once', async () => {
    await commands.setReaction({ c, s: 4, e: 'a' });
    await commands.editMessage({ c, message: { s: 4 }, b: { x: 'b' } });
    await commands.unsendMessage({ c, message: { s: 4 } });
    await commands.unsendMessage({ c, message: { s: 4 } });
    expect(actions()).toMatchObject([{ t: 'unsend', s: 4 }]);
    expect(outbox()).toHaveLength(1);
  });
});

describe('squashing', () => {
  it('O12: only the last reaction, setting and preference is sent', async () => {
    await commands.setReaction({ c, s: 3, e: 'a' });
    await commands.setReaction({ c, s: 3, e: null });
    await commands.setReaction({ c, s: 2, e: 'b' });
    await commands.setChat({ c, set: { mute: 99 } });
    await commands.setChat({ c, set: { pin: 4, mute: 0 } });
    await commands.setPref({ key: 'theme', val: '"dark"' });
    await commands.setPref({ key: 'theme', val: '"light"' });
    expect(actions()).toMatchObject([
      { t: 'react', s: 3, e: null },
      { t: 'react', s: 2, e: 'b' },
      { t: 'chatSet', set: { mute: 0, pin: 4 } },
      { t: 'prefSet', val: '"light"' },
    ]);
    expect(store.dump('chats')[0]?.me).toMatchObject({ pin: 4 });
    expect(store.dump('prefs')).toEqual([{ key: 'theme', val: '"light"', urev: 0 }]);
  });

  it('O7: what may have left is not changed any more', async () => {
    await commands.setReaction({ c, s: 3, e: 'a' });
    const [entry] = outbox() as [OutboxEntry];
    await put({ ...entry, tried: 1 });
    await commands.setReaction({ c, s: 3, e: 'b' });
    expect(actions()).toMatchObject([{ e: 'a' }, { e: 'b' }]);
  });
});

describe('setVote', () => {
  it('O12: only the last vote about a message is sent, as long as it has not left', async () => {
    await commands.setVote({ c, s: 3, o: [2, 0] });
    await commands.setVote({ c, s: 3, o: [1, 1] });
    await commands.setVote({ c, s: 2, o: [0] });
    expect(actions()).toMatchObject([
      { t: 'vote', s: 3, o: [1] },
      { t: 'vote', s: 2, o: [0] },
    ]);
    const [entry] = outbox() as [OutboxEntry];
    await put({ ...entry, tried: 1 });
    await commands.setVote({ c, s: 3, o: [] });
    expect(actions()).toMatchObject([{ o: [1] }, { o: [0] }, { t: 'vote', s: 3, o: [] }]);
  });

  it('goes with a message that is taken back', async () => {
    await commands.setVote({ c, s: 4, o: [1] });
    await commands.unsendMessage({ c, message: { s: 4 } });
    expect(actions()).toMatchObject([{ t: 'unsend', s: 4 }]);
  });
});

describe('markRead', () => {
  it('U3: stores the mark and counts at once', async () => {
    await commands.markRead({ c, s: 3 });
    expect(store.dump('marks')).toEqual([{ c, s: 3 }]);
    expect(store.dump('chats')[0]).toMatchObject({ unread: 1, me: { rs: 3, rn: 3, oa: 1 } });
    await commands.markRead({ c, s: 5 });
    expect(store.dump('chats')[0]).toMatchObject({ unread: 0, me: { rs: 5, oa: 0 } });
  });

  it('never goes back', async () => {
    await commands.markRead({ c, s: 3 });
    await commands.markRead({ c, s: 2 });
    expect(store.dump('marks')).toEqual([{ c, s: 3 }]);
  });

  it('U6: takes "marked as unread" back', async () => {
    await commands.markRead({ c, s: 5 });
    await commands.setChat({ c, set: { unreadFrom: 3 } });
    expect(store.dump('chats')[0]).toMatchObject({ unread: 2, me: { rs: 5, uf: 3 } });
    await commands.markRead({ c, s: 5 });
    expect(store.dump('chats')[0]?.unread).toBe(0);
    expect(actions()).toMatchObject([{ t: 'chatSet', set: { unreadFrom: 0 } }]);
  });

  it('does nothing in a chat that is not mine', async () => {
    await commands.markRead({ c: toChatId(8), s: 3 });
    expect(store.dump('marks')).toEqual([]);
  });
});

describe('people', () => {
  it('shows a change of relation at once where the person is known', async () => {
    const card = { id: toUserId(5), name: 'Five', pv: 1 };
    await store.commit((tx) => tx.put('users', [card]));
    await commands.setContact({ user: toUserId(5), state: 1, alias: 'F' });
    await commands.setContact({ user: toUserId(5), state: 3 });
    await commands.setContact({ user: toUserId(6), state: 1 });
    expect(store.dump('contacts')).toEqual([{ u: 5, st: 3, alias: 'F', urev: 0, card }]);
    expect(actions()).toMatchObject([
      { user: 5, state: 3, alias: 'F' },
      { user: 6, state: 1 },
    ]);
    expect(outbox().every((entry) => entry.lane === 'u')).toBe(true);
  });
});

describe('the tray', () => {
  it('sends a failed or old entry again under its own id', async () => {
    await put(sendEntry(1, { tried: 1, tries: 4, state: 'failed', err: 'MUTED', nextAt: 9 }));
    await commands.retryEntry(1);
    expect(outbox()).toMatchObject([{ i: 'cid-1', state: 'queued', tried: 1, tries: 0, nextAt: 0 }]);
    expect(outbox()[0]).not.toHaveProperty('err');
    await put({ ...sendEntry(2), old: 1 });
    await commands.retryEntry(2);
    expect(outbox()[1]).not.toHaveProperty('old');
    await put(sendEntry(3, { state: 'acked', s: 6, r: 6 }));
    await commands.retryEntry(3);
    expect(outbox()[2]?.state).toBe('acked');
  });

  it('discards what never left or was refused, and takes back what may have left', async () => {
    await put(sendEntry(1));
    await put(sendEntry(2, { tried: 1, state: 'failed', err: 'MUTED' }));
    await put(sendEntry(3, { tried: 1 }));
    for (const id of [1, 2, 3, 99]) await commands.discardEntry(id);
    expect(actions()).toMatchObject([
      { t: 'send', cid: 'cid-3' },
      { t: 'unsend', target: 'cid-3' },
    ]);
  });

  it('releases an old entry in doubt so that its unsend can follow', async () => {
    await put({ ...sendEntry(3, { tried: 1 }), old: 1 });
    await commands.discardEntry(3);
    expect(outbox()[0]).not.toHaveProperty('old');
    expect(actions()).toMatchObject([{ t: 'send' }, { t: 'unsend', target: 'cid-3' }]);
  });

  it('changes a failed text and sends it again; a failed edit goes out under a new op', async () => {
    await put(sendEntry(1, { tried: 1, state: 'failed', err: 'TOO_LARGE' }));
    await commands.editEntry({ id: 1, b: { x: 'short' } });
    expect(outbox()).toMatchObject([{ state: 'queued', action: { t: 'send', b: { x: 'short' } } }]);
    await put({
      ...sendEntry(2, { tried: 1, state: 'failed', err: 'WINDOW' }),
      i: 'op',
      action: { t: 'edit', c, s: 4, b: { x: 'b' }, op: toOpId('op') },
    });
    await commands.editEntry({ id: 2, b: { x: 'z' } });
    const edit = outbox()[1];
    expect(edit).toMatchObject({ state: 'queued', tried: 0, action: { t: 'edit', s: 4, b: { x: 'z' } } });
    expect(edit?.i).not.toBe('op');
  });
});
