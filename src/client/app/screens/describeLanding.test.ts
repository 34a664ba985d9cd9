import { describe, expect, it } from 'vitest';
import type { ChatWindowState } from '#client/stores/chatWindowStore.ts';
import { describeLanding } from './describeLanding.ts';

const state = {
  chat: { me: { fl: 10 } },
  messages: [{ s: 10 }, { s: 12, del: 5 }, { s: 13 }],
} as unknown as ChatWindowState;

describe('a link', () => {
  it('says nothing when its message is there', () => {
    expect(describeLanding(state, 13)).toBeUndefined();
  });

  it('says that its message was unsent, is older than what may be read, or is none', () => {
    expect(describeLanding(state, 12)).toBe('unsent');
    expect(describeLanding(state, 3)).toBe('below');
    expect(describeLanding(state, 11)).toBe('none');
    expect(describeLanding(state, 999)).toBe('none');
  });
});
