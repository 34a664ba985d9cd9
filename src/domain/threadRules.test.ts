import { describe, expect, it } from 'vitest';
import { messageKind } from '#protocol/entities/messageKind.ts';
import { limits } from '#protocol/limits.ts';
import { canHoldThread, isThreadOver, threadEnd } from './threadRules.ts';

describe('threads', () => {
  it('can be begun on what people sent, for a day', () => {
    const message = { kind: messageKind.text, at: 1_000 };
    expect(canHoldThread(message, 1_000 + limits.threadStartMs - 1)).toBe(true);
    expect(canHoldThread(message, 1_000 + limits.threadStartMs)).toBe(false);
    expect(canHoldThread({ ...message, kind: messageKind.system }, 1_000)).toBe(false);
  });

  it('are over fourteen days after the newest reply', () => {
    expect(isThreadOver(5, 5 + limits.threadIdleMs - 1)).toBe(false);
    expect(isThreadOver(5, 5 + limits.threadIdleMs)).toBe(true);
    expect(threadEnd(5)).toBe(5 + 14 * 24 * 3_600_000);
  });
});
