import { expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { firstState, type AppState } from './AppState.ts';
import { createPulse } from './createPulse.ts';

function kind() {
  const store = createStore<AppState>(() => firstState);
  const sent: string[] = [];
  let timer: (() => void) | undefined;
  const pulse = createPulse(store, {
    send: (event) => void sent.push(event),
    after(_, act) {
      timer = act;
      return () => (timer = undefined);
    },
  });
  const pass = (turns: number) => {
    for (let turn = 0; turn < turns; turn += 1) timer?.();
  };
  return { pulse, sent, pass, isSilent: () => store.getState().isSilent };
}

it('a page that answers is never called silent, however long it lives', () => {
  const { pulse, sent, pass, isSilent } = kind();
  pulse.begin();
  for (let turn = 0; turn < 50; turn += 1) {
    pass(1);
    pulse.answered();
    expect(isSilent()).toBe(false);
  }
  expect(sent).toHaveLength(50);
});

it('one that misses several questions in a row is, and is not any more once it answers', () => {
  const { pulse, pass, isSilent } = kind();
  pulse.begin();
  pass(3);
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
  expect(sent).toHaveLength(2);
  pulse.visible(true);
  pass(3);
  expect(isSilent()).toBe(false);
  pulse.stop();
  pass(9);
  expect([sent.length, isSilent()]).toEqual([5, false]);
});
