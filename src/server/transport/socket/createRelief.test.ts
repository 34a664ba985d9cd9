import { describe, expect, it } from 'vitest';
import type { ConnectionId } from '#server/live/connection.ts';
import type { LoadLevel } from '#server/transport/loadGuard.ts';
import { createRelief } from './createRelief.ts';

const names = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => `c${from + index}` as ConnectionId);

/** Hidden connections under the hand of a test, and who was sent away. */
function stage(hidden: ConnectionId[]) {
  const state = { level: 3 as LoadLevel, hidden, sent: [] as ConnectionId[] };
  const look = createRelief({
    level: () => state.level,
    hidden: () => state.hidden,
    sendAway: (id) => void state.sent.push(id),
  });
  return {
    state,
    look: (times: number) => {
      for (let n = 0; n < times; n += 1) look();
      return state.sent.splice(0);
    },
  };
}

describe('the relief of a process that is far behind', () => {
  it('sends away nobody below the highest level', () => {
    const { state, look } = stage(names(0, 40));
    for (const level of [0, 1, 2] as const) {
      state.level = level;
      expect(look(20)).toEqual([]);
    }
  });

  it('sends away a tenth of the hidden at once, the oldest first, and the next tenth ten looks later', () => {
    const { state, look } = stage(names(0, 40));
    expect(look(1)).toEqual(names(0, 4));
    state.hidden = names(4, 40);
    expect(look(9)).toEqual([]);
    expect(look(1)).toEqual(names(4, 8));
  });

  it('does not tell twice who stays all the same', () => {
    const { look } = stage(names(0, 20));
    expect(look(1)).toEqual(names(0, 2));
    expect(look(10)).toEqual(names(2, 4));
  });

  it('sends away one of few, and stops when the load is gone', () => {
    const { state, look } = stage(names(0, 3));
    expect(look(1)).toEqual(names(0, 1));
    state.level = 2;
    expect(look(30)).toEqual([]);
    state.level = 3;
    expect(look(1)).toEqual(names(1, 2));
  });

  it('does not start anew when the level only dips', () => {
    const { state, look } = stage(names(0, 40));
    look(1);
    state.level = 2;
    look(1);
    state.level = 3;
    expect(look(8)).toEqual([]);
    expect(look(1)).toEqual(names(4, 8));
  });
});
