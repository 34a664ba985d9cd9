import { expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { firstState, type AppState } from './AppState.ts';
import { createPulse } from './createPulse.ts';

function kind() {
  const store = createStore<AppState>(() => firstState);
  const sent: string[] = [];
  let timer: (() => void) | undefined;
  const clock = { now: 10_000, frames: 1, deaths: 0 };
  const pulse = createPulse(
    store,
    {
      send: (event) => void sent.push(event),
      now: () => clock.now,
      frames: () => clock.frames,
      after(_, act) {
        timer = act;
        return () => (timer = undefined);
      },
    },
    () => (clock.deaths += 1),
  );
  const pass = (turns: number, ms = 3_000) => {
    for (let turn = 0; turn < turns; turn += 1) {
      clock.now += ms;
      timer?.();
    }
  };
  return { pulse, sent, pass, clock, isSilent: () => store.getState().isSilent };
}

it('a page that answers is never called silent, however long it lives', () => {
  const { pulse, sent, pass, isSilent } = kind();
  pulse.begin();
  for (let turn = 0; turn < 50; turn += 1) {
    pass(1);
    pulse.answered();
    expect(isSilent()).toBe(false);
  }
  expect(sent).toHaveLength(51);
});

it('one that misses several questions in a row is, and is not any more once it answers', () => {
  const { pulse, pass, isSilent } = kind();
  pulse.begin();
  pass(2);
  expect(isSilent()).toBe(false);
  pass(1);
  expect(isSilent()).toBe(true);
  pulse.answered();
  expect(isSilent()).toBe(false);
  pass(3);
  expect(isSilent()).toBe(false);
});

it('what is not seen, has not begun or was stopped is not asked; what is seen again gets the whole time', () => {
  const { pulse, sent, pass, isSilent } = kind();
  pass(5);
  pulse.begin();
  pass(2);
  pulse.visible(false);
  pass(9);
  expect(sent).toHaveLength(3);
  pulse.visible(true);
  pass(2);
  expect(isSilent()).toBe(false);
  pulse.stop();
  pass(9);
  expect([sent.length, isSilent()]).toEqual([6, false]);
});

it('a frame that has lost its page and does not answer has died; one that answers has led itself elsewhere', () => {
  const { pulse, pass, clock } = kind();
  pulse.begin();
  clock.frames = 0;
  pulse.answered();
  pass(1);
  pulse.answered();
  pass(1);
  expect(clock.deaths).toBe(0);
  pass(1);
  expect(clock.deaths).toBe(1);
});

it('a device that slept accuses nobody', () => {
  const { pulse, pass, isSilent } = kind();
  pulse.begin();
  pass(9, 60_000);
  expect(isSilent()).toBe(false);
});
