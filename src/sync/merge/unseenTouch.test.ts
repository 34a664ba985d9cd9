import { describe, expect, it } from 'vitest';
import type { Delta } from '#protocol/entities/chat.ts';
import { toChatId } from '#protocol/ids.ts';
import { buildHead, buildMe, buildRow } from '#testing/builders/chatBuilders.ts';
import { chatState, localChat, localRow } from '#testing/localRows.ts';
import { applyDelta } from '../merge.ts';

// Somebody came back to the group at rev 4: what was written before is below the room's floor, so a repaired delta only names it.
const delta: Delta = { c: toChatId(7), a: 2, b: 4, rows: [buildRow(4)], touch: [[3, 3]], head: buildHead(4) };
const whole: Delta = { c: toChatId(7), a: 2, b: 4, rows: [buildRow(3), buildRow(4)], head: buildHead(4) };
const cached = chatState({
  chat: localChat({
    head: buildHead(2),
    sync: { rev: 2, state: 'fresh', tailFrom: 1, ranges: [], startSeq: 1 },
  }),
  rows: [localRow(1), localRow(2)],
});

describe('M16: a delta that names a new message without its content', () => {
  it('does not connect: the catch-up brings the message', () => {
    const behind = applyDelta(cached, delta);
    expect([behind.chat.sync.rev, behind.chat.sync.state]).toEqual([2, 'behind']);
    const caughtUp = applyDelta(behind, whole);
    expect([...caughtUp.rows.keys()]).toEqual([1, 2, 3, 4]);
    expect(caughtUp.chat.sync).toMatchObject({ rev: 4, state: 'fresh', tailFrom: 1 });
  });

  it('is passed over where nothing is cached', () => {
    const empty = applyDelta(chatState({ chat: localChat({ head: buildHead(2) }) }), delta);
    expect(empty.chat.sync).toMatchObject({ rev: 4, state: 'none', tailFrom: 5 });
    expect(empty.rows.size).toBe(0);
  });

  it('connects where the message is below my own floor', () => {
    const late = { ...cached, chat: { ...cached.chat, me: buildMe({ fl: 4 }) } };
    expect(applyDelta(late, delta).chat.sync.rev).toBe(4);
  });
});
