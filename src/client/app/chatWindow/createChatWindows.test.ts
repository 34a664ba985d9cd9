import { describe, expect, it } from 'vitest';
import { emitter } from '#base/emitter.ts';
import { attentionMs } from '#client/app/alerts/createScreenBook.ts';
import { toChatId, toUserId } from '#protocol/casts.ts';
import type { EngineCall } from '#sync/changes.ts';
import { fakeClock } from '#testing/fakeClock.ts';
import { fakeChannel, seededRandom } from '#testing/fakeTab.ts';
import { localChat, localRow } from '#testing/localRows.ts';
import { memoryLocalStore } from '#testing/memoryLocalStore.ts';
import { attentionBeatMs, createChatWindows } from './createChatWindows.ts';

const [seven, eight] = [toChatId(7), toChatId(8)];
const ana = toUserId(1);

/** A tab with chat 7 on its device; `views` is what the engine was told. */
async function openTab() {
  const store = memoryLocalStore();
  await store.commit(async (tx) => {
    await tx.put('chats', [localChat()]);
    await tx.put('msgs', [localRow(1)]);
  });
  const clock = fakeClock();
  const views: (EngineCall & { t: 'view' })['view'][] = [];
  const tab = { isVisible: true, isFocused: true };
  const change = emitter<'online' | 'offline' | 'visible' | 'hidden' | 'wake'>();
  const focus = emitter<boolean>();
  const windows = createChatWindows({
    store,
    line: {
      tab: 't',
      announce: () => undefined,
      call: (call) => void (call.t === 'view' && views.push(call.view)),
      onEvent: () => () => undefined,
      onCall: () => () => undefined,
    },
    clock,
    random: seededRandom(1),
    log: { debug: () => undefined, warn: (event) => expect.fail(event) },
    surroundings: {
      isOnline: () => true,
      isVisible: () => tab.isVisible,
      onChange: (listener) => change.on(listener),
    },
    focus: { isFocused: () => tab.isFocused, onChange: (listener) => focus.on(listener) },
    isLive: () => false,
    wantUsers: () => undefined,
  });
  return { windows, store, clock, views, tab, change, focus };
}

describe('the windows of a tab', () => {
  it('one chat has one window, however many parts of the screen have opened it', async () => {
    const { windows, clock, views } = await openTab();
    const first = windows.open(seven);
    const second = windows.open(seven);
    expect(second.store).toBe(first.store);
    expect(views.map(({ open }) => open)).toEqual([[seven]]);
    first.close();
    // The same part closes twice: the other one still shows the chat.
    first.close();
    await clock.advance(1_000);
    expect(views).toHaveLength(1);
    expect(windows.open(seven).store).toBe(second.store);
    windows.stop();
  });

  it('a window that is opened again within a moment is the same one; later it is read anew', async () => {
    const { windows, clock, views } = await openTab();
    const first = windows.open(seven);
    first.close();
    await clock.advance(150);
    const second = windows.open(seven);
    expect(second.store).toBe(first.store);
    expect(views.map(({ open }) => open)).toEqual([[seven], [], [seven]]);
    // The time of the first closing must not end the second use.
    await clock.advance(150);
    expect(windows.open(seven).store).toBe(second.store);
    second.close();
    windows.stop();

    const other = await openTab();
    const closed = other.windows.open(seven);
    closed.close();
    await other.clock.advance(250);
    expect(other.windows.open(seven).store).not.toBe(closed.store);
    other.windows.stop();
  });

  it('K1: tells the engine what is on screen and who is watched, and says nothing twice', async () => {
    const { windows, views, tab } = await openTab();
    tab.isFocused = false;
    windows.open(seven);
    windows.open(eight).close();
    windows.watch([ana]);
    windows.watch([ana]);
    windows.watch([]);
    expect(views.map(({ open, watch }) => [open, watch])).toEqual([
      [[seven], []],
      [[seven, eight], []],
      [[seven], []],
      [[seven], [ana]],
      [[seven], []],
    ]);
    expect(views[0]).toEqual({ tab: 't', visible: true, focused: false, open: [seven], watch: [] });
    windows.stop();
  });

  it('K1: says so again when somebody looks or looks away, and every 30 s while it has the focus', async () => {
    const { windows, clock, views, tab, change, focus } = await openTab();
    tab.isVisible = false;
    change.emit('hidden');
    change.emit('wake');
    expect(views.map(({ visible }) => visible)).toEqual([false]);
    tab.isFocused = false;
    focus.emit(tab.isFocused);
    expect(views.map(({ focused }) => focused)).toEqual([true, false]);
    await clock.advance(attentionBeatMs * 2);
    expect(views).toHaveLength(2);
    tab.isFocused = true;
    await clock.advance(attentionBeatMs * 2);
    expect(views).toHaveLength(4);
    windows.stop();
    await clock.advance(attentionBeatMs * 2);
    change.emit('visible');
    focus.emit(tab.isFocused);
    expect(views).toHaveLength(4);
    expect(clock.pending()).toBe(0);
  });

  it('a batch reaches every window, also one that lingers; who types reaches only the chat that it is about', async () => {
    const { windows, store, clock } = await openTab();
    const shown = windows.open(seven);
    const other = windows.open(eight);
    await clock.settle();
    shown.close();
    const { batch } = await store.commit((tx) => tx.put('chats', [localChat({ unread: 3 })]));
    windows.take(batch);
    windows.showTyping(seven, [2]);
    expect(shown.store.getState().chat?.unread).toBe(3);
    expect([shown.store.getState().typing, other.store.getState().typing]).toEqual([[2], []]);
    windows.showTyping(toChatId(99), [2]);
    await clock.advance(250);
    expect(windows.open(seven).store).not.toBe(shown.store);
    windows.stop();
  });
});

/** The windows of a tab that shows no chat, and what another tab hears of it. */
function stage() {
  const clock = fakeClock();
  const channel = fakeChannel();
  const heard: EngineCall[] = [];
  channel('other').onCall((call) => void heard.push(call));
  const state = { isFocused: true, focus: emitter<void>(), around: emitter<'visible' | 'hidden' | 'wake'>() };
  const windows = createChatWindows({
    ...{ clock, line: channel('own') },
    surroundings: { isVisible: () => true, onChange: (listener: never) => state.around.on(listener) },
    focus: { isFocused: () => state.isFocused, onChange: (listener: never) => state.focus.on(listener) },
  } as unknown as Parameters<typeof createChatWindows>[0]);
  return { clock, heard, state, windows };
}

it('K1: a tab with the focus says so again every 30 s, often enough for its claim, and one without it does not', async () => {
  const { clock, heard, state, windows } = stage();
  expect(attentionBeatMs * 2).toBeLessThan(attentionMs);
  await clock.advance(attentionBeatMs * 4);
  expect(heard).toHaveLength(4);
  expect(heard[0]).toMatchObject({ t: 'view', view: { tab: 'own', focused: true, open: [] } });
  state.isFocused = false;
  state.focus.emit();
  expect(heard.at(-1)).toMatchObject({ view: { focused: false } });
  await clock.advance(attentionBeatMs * 4);
  expect(heard).toHaveLength(5);
  state.isFocused = true;
  await clock.advance(attentionBeatMs);
  expect(heard).toHaveLength(6);
  windows.stop();
  expect(clock.pending()).toBe(0);
  state.focus.emit();
  state.around.emit('visible');
  expect(heard).toHaveLength(6);
});

it('K1: says what it shows when it becomes visible or hidden, and nothing more when the device only wakes up', () => {
  const { heard, state, windows } = stage();
  state.around.emit('hidden');
  state.around.emit('visible');
  expect(heard).toHaveLength(2);
  state.around.emit('wake');
  expect(heard).toHaveLength(2);
  windows.stop();
});
