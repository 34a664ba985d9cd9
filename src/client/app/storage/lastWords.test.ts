import { beforeEach, describe, expect, it } from 'vitest';
import { messageKind } from '#protocol/entities/messageKind.ts';
import { toChatId, toCid, toUserId } from '#protocol/casts.ts';
import { createCommands } from '#sync/commands/createCommands.ts';
import type { Commands } from '#sync/commands.ts';
import { fakeClock } from '#testing/fakeClock.ts';
import { fakeChannel, seededRandom } from '#testing/fakeTab.ts';
import { memoryLocalStore, type MemoryLocalStore } from '#testing/memoryLocalStore.ts';
import { putLastWords, takeLastWords, withLastWords } from './lastWords.ts';

const c = toChatId(7);
const uid = toUserId(3);
let clock: ReturnType<typeof fakeClock>;
let stored: Map<string, string>;
let page: EventTarget;
let store: MemoryLocalStore;
let commands: Commands;
/** What the next page does at its start. */
const comeBack = async (): Promise<void> =>
  putLastWords({ store, commands, now: clock.now() }, takeLastWords(uid, place()));
const place = () => ({
  page,
  storage: () => ({
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  }),
});
const hide = (): boolean => page.dispatchEvent(new Event('pagehide'));

beforeEach(() => {
  clock = fakeClock();
  stored = new Map();
  page = new EventTarget();
  store = memoryLocalStore();
  const random = seededRandom(1, clock);
  const plain = createCommands({ store, line: fakeChannel()('tab'), clock, random });
  commands = withLastWords(plain, { uid, clock, random }, place());
});

describe('words on their way when the page goes', () => {
  it('are in the field of the next page, with what they answer, when the database never got them', async () => {
    store.onCommit(() => 'before');
    const sent = commands.sendMessage({ c, b: { x: 'in the moment of Enter' }, re: 4 });
    hide();
    await expect(sent).rejects.toThrow('injected');
    store.onCommit(() => undefined);
    await comeBack();
    expect(store.dump('drafts')).toMatchObject([{ c, text: 'in the moment of Enter', re: 4 }]);
    expect(store.dump('drafts')[0]).not.toHaveProperty('cid');
    expect(stored.size).toBe(0);
  });

  it('are not there twice when they did arrive', async () => {
    const sent = commands.sendMessage({ c, b: { x: 'sent' } });
    hide();
    await sent;
    await comeBack();
    expect([store.dump('outbox').length, store.dump('drafts')]).toEqual([1, []]);
  });

  it('leave a newer draft alone, and take the place of an older one', async () => {
    await commands.saveDraft({ c, text: 'older', at: undefined });
    await clock.advance(5);
    store.onCommit(() => 'before');
    const saved = commands.saveDraft({ c, text: 'older and more', at: undefined });
    hide();
    await expect(saved).rejects.toThrow('injected');
    store.onCommit(() => undefined);
    const noted = new Map(stored);
    await comeBack();
    expect(store.dump('drafts')[0]?.text).toBe('older and more');
    await clock.advance(5);
    await commands.saveDraft({ c, text: 'newest', at: undefined });
    stored = noted;
    await comeBack();
    expect(store.dump('drafts')[0]?.text).toBe('newest');
  });

  it('are noted only while they are on their way, and for nobody else', async () => {
    await commands.sendMessage({ c, b: { x: 'done' } });
    hide();
    expect(stored.size).toBe(0);
    const sent = commands.sendMessage({ c, b: { x: 'mine' } });
    hide();
    await sent;
    expect(takeLastWords(toUserId(4), place())).toEqual([]);
    expect(takeLastWords(uid, place())).toHaveLength(1);
  });

  it('are forgotten when the page was only put aside and came back, those of other tabs not', async () => {
    stored.set(`kabar.lastWords.${uid}`, JSON.stringify([{ c, text: 'in another tab', updated: 1 }]));
    const sent = commands.sendMessage({ c, b: { x: 'went on' } });
    hide();
    page.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    await sent;
    expect(takeLastWords(uid, place())).toMatchObject([{ text: 'in another tab' }]);
  });

  it('are sent by the next page, under the same id, where there is no field for them: a sticker, what is forwarded', async () => {
    store.onCommit(() => 'before');
    const fw = { c: toChatId(8), s: 1 };
    const sent = [
      commands.sendMessage({ c, k: messageKind.sticker, b: { p: 'tika', s: 'ok' }, re: 4, cid: toCid('sticker') }),
      commands.sendMessage({ c, b: { x: 'copy' }, fw, cid: toCid('copy') }),
    ];
    hide();
    for (const each of sent) await expect(each).rejects.toThrow('injected');
    store.onCommit(() => undefined);
    const noted = new Map(stored);
    await comeBack();
    const actions = () => store.dump('outbox').map(({ action }) => action);
    expect(actions()).toMatchObject([
      { t: 'send', c, cid: 'sticker', k: messageKind.sticker, b: { p: 'tika', s: 'ok' }, re: 4 },
      { t: 'send', c, cid: 'copy', b: { x: 'copy' }, fw },
    ]);
    expect(store.dump('drafts')).toEqual([]);
    // What did arrive is not sent twice.
    stored = noted;
    await comeBack();
    expect(actions()).toHaveLength(2);
  });

  it('are done by the next page where they change something: a reaction, an edit, a setting; in their order, and the last one counts', async () => {
    store.onCommit(() => 'before');
    const done = [
      commands.setReaction({ c, s: 4, e: '👍' }),
      commands.setReaction({ c, s: 4, e: '🎉' }),
      commands.setPref({ key: 'links', val: 'off' }),
      commands.unsendMessage({ c, message: { s: 5 } }),
    ];
    hide();
    expect((await Promise.allSettled(done)).map(({ status }) => status)).toEqual(done.map(() => 'rejected'));
    store.onCommit(() => undefined);
    const noted = new Map(stored);
    const actions = () => store.dump('outbox').map(({ action }) => action);
    await comeBack();
    const once = actions();
    expect(once).toMatchObject([
      { t: 'react', c, s: 4, e: '🎉' },
      { t: 'prefSet', key: 'links', val: 'off' },
      { t: 'unsend', c, s: 5 },
    ]);
    // Twice is the same as once.
    stored = noted;
    await comeBack();
    expect(actions()).toEqual(once);
  });

  it('are not sent when the next page comes so late that nobody expects it', async () => {
    store.onCommit(() => 'before');
    const sent = commands.sendMessage({ c, k: messageKind.sticker, b: { p: 'tika', s: 'ok' } });
    const changed = commands.setPref({ key: 'links', val: 'off' });
    hide();
    for (const each of [sent, changed]) await expect(each).rejects.toThrow('injected');
    store.onCommit(() => undefined);
    await clock.advance(3_600_000);
    await comeBack();
    expect([store.dump('outbox'), stored.size]).toEqual([[], 0]);
  });

  it('that somebody else has written there do no harm', async () => {
    const updated = clock.now();
    const lists = [
      [null, { c: '7', text: 'x', updated }, { c: 7, text: 5, updated }],
      [
        { c: 7, text: 'x', b: null, updated },
        { c: 7, cid: 'a', b: null, updated },
        { c: 7, b: {}, updated },
      ],
      [{ c: 7, cid: 'a', b: {} }],
      [
        { change: 'retryEntry', input: { id: 1 }, updated },
        { change: 'toString', input: {}, updated },
      ],
      [
        { change: 'setPref', updated },
        { change: 'setPref', input: null, updated },
        { change: 'setPref', input: {} },
      ],
      [
        { change: 'setReaction', input: { c: '7', s: 4, e: 'a' }, updated },
        { change: 'setReaction', input: { s: 4, e: 'a' }, updated },
      ],
      [{ change: 'setContact', input: { user: {}, state: 1 }, updated }],
    ];
    for (const text of ['{', '{"c":1}', ...lists.map((list) => JSON.stringify(list))]) {
      stored.set(`kabar.lastWords.${uid}`, text);
      await comeBack();
    }
    expect([store.dump('drafts'), store.dump('outbox')]).toEqual([[], []]);
  });

  it('keep the id that the caller gave', async () => {
    expect(await commands.sendMessage({ c, b: { x: 'named' }, cid: toCid('given') })).toBe('given');
  });
});
