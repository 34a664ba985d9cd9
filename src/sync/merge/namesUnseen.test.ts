import { describe, expect, it } from 'vitest';
import type { Delta } from '#protocol/entities/chat.ts';
import { toChatId, toMemberId } from '#protocol/casts.ts';
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

/*
 * A catch-up from rev 2 is cut after rev 4. Message 3 is left out of the page: somebody has reacted to it since, at rev 5, and it belongs to the next page.
 * Before that one the reaction arrives live.
 */
describe('M16: a reaction to a message that a page of the catch-up left out', () => {
  const page: Delta = { c: toChatId(7), a: 2, b: 4, rows: [buildRow(4)], head: buildHead(6) };
  const reaction: Delta = {
    c: toChatId(7),
    a: 4,
    b: 5,
    rx: [[3, 5, { '👍': 1 }, [[toMemberId(9), '👍']]]],
    head: buildHead(5),
  };
  const next: Delta = {
    c: toChatId(7),
    a: 4,
    b: 6,
    rows: [{ ...buildRow(3), r: 5, rx: { '👍': 1 } }, buildRow(6)],
    head: buildHead(6),
  };

  it('does not connect, so that the message is still asked for', () => {
    // An edit of which a room is only told that it happened comes before the message just as well.
    const named: Delta = { c: reaction.c, a: 4, b: 5, touch: [[3, 5]], head: buildHead(5) };
    for (const early of [reaction, named]) {
      const behind = applyDelta(applyDelta(cached, page), early);
      expect([behind.chat.sync.rev, behind.chat.sync.state]).toEqual([4, 'behind']);
      const caughtUp = applyDelta(behind, next);
      expect([...caughtUp.rows.keys()].toSorted((one, other) => one - other)).toEqual([1, 2, 3, 4, 6]);
      expect(caughtUp.chat.sync).toMatchObject({ rev: 6, state: 'fresh' });
    }
  });

  it('connects where the message is cached and the page was whole, comes along, is below my floor, or lies where nothing is cached', () => {
    const whole: Delta = { ...page, rows: [buildRow(3), buildRow(4)], head: buildHead(4) };
    expect(applyDelta(applyDelta(cached, whole), reaction).chat.sync.rev).toBe(5);
    expect(applyDelta(applyDelta(cached, page), { ...reaction, rows: [buildRow(3)] }).chat.sync.rev).toBe(5);
    const late = { ...cached, chat: { ...cached.chat, me: buildMe({ fl: 4 }) } };
    expect(applyDelta(applyDelta(late, page), reaction).chat.sync.rev).toBe(5);
    const short = chatState({
      chat: localChat({ head: buildHead(4), sync: { rev: 4, state: 'fresh', tailFrom: 4, ranges: [] } }),
      rows: [localRow(4)],
    });
    expect(applyDelta(short, reaction).chat.sync.rev).toBe(5);
  });
});
