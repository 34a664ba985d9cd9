import { expect, it } from 'vitest';
import { emitter } from '#base/emitter.ts';
import { attentionMs } from '#client/app/alerts/createScreenBook.ts';
import type { EngineCall } from '#sync/changes.ts';
import { fakeClock } from '#testing/fakeClock.ts';
import { fakeChannel } from '#testing/fakeTab.ts';
import { attentionBeatMs, createChatWindows } from './createChatWindows.ts';

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
