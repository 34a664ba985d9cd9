import { describe, expect, it } from 'vitest';
import { toMemberId } from '#protocol/casts.ts';
import { buildRow } from '#testing/builders/chatBuilders.ts';
import { collectSince, hasSince, type SinceRow } from './collectSince.ts';

const me = toMemberId(1);
const say = (s: number, x: string, more: Partial<SinceRow> = {}): SinceRow => ({
  ...buildRow(s, { b: { x } }),
  ...more,
});
const collect = (rows: SinceRow[], pins: number[] = [], readTo = 10) => collectSince({ rows, me, readTo, pins });
const seqs = (entries: readonly { seq: number }[]) => entries.map(({ seq }) => seq);

describe('since somebody left', () => {
  it('tells each message once, under the first heading that fits', () => {
    const rows = [
      say(9, 'old @me', { m: [me] }),
      say(11, 'swap of prints', { rx: { '🎞️': 9 } }),
      say(12, 'hi @me?', { m: [me], rx: { '👍': 4 } }),
      say(13, 'all of you', { ma: 1 }),
      say(14, 'look', { rx: { '🎉': 2, '❤️': 1 } }),
      say(15, 'nearly', { rx: { '🎉': 2 } }),
      say(16, 'best', { rx: { '🎉': 30 } }),
      say(17, 'how warm?'),
      say(18, 'mine?', { u: me }),
    ];
    const summary = collect(rows, [11, 3]);
    expect(seqs(summary.announcements)).toEqual([11]);
    expect(seqs(summary.mentions)).toEqual([13, 12]);
    expect(summary.reacted.map(({ seq, reactions }) => [seq, reactions])).toEqual([
      [16, 30],
      [14, 3],
    ]);
    expect(seqs(summary.questions)).toEqual([17]);
    expect(hasSince(summary)).toBe(true);
    expect(hasSince(collect([say(11, 'nothing much')]))).toBe(false);
  });

  it('tells of cards by their words, and takes none for a question', () => {
    const rows = [
      say(11, 'A gift?', { k: 3 }),
      say(12, 'Bill\u202E', { k: 3, m: [me] }),
      say(13, 'x', { k: 99, m: [me] }),
    ];
    const summary = collect(rows);
    expect(summary.mentions.map(({ text }) => text)).toEqual(['Bill']);
    expect(summary.questions).toEqual([]);
  });

  it('knows questions in every language, and what answers them', () => {
    const texts = ['Berapa?', '本当ですか？', '(정말요?)', '真的嗎？🙂', 'what? no', 'no question.'];
    expect(seqs(collect(texts.map((x, index) => say(20 + index, x))).questions)).toEqual([23, 22, 21, 20]);
    const asked = say(20, 'who?', { u: toMemberId(7) });
    expect(collect([asked, say(21, 'me', { re: 20 })]).questions).toEqual([]);
    expect(collect([asked, say(21, '@seven me', { m: [toMemberId(7)] })]).questions).toEqual([]);
    expect(seqs(collect([asked, say(21, 'I mean …', { re: 20, u: toMemberId(7) })]).questions)).toEqual([20]);
    expect(seqs(collect([asked, say(21, '', { re: 20, del: 5 })]).questions)).toEqual([20]);
  });

  it('leaves out what is unsent or no text, keeps five of a kind, the newest, and shortens long texts', () => {
    const many = Array.from({ length: 9 }, (_, index) => say(11 + index, `${'x'.repeat(200)}?`));
    const summary = collect([...many, say(30, 'gone?', { del: 1 }), say(31, 'line?', { k: 2 }), ...many]);
    expect(seqs(summary.questions)).toEqual([19, 18, 17, 16, 15]);
    expect(summary.questions[0]?.text).toHaveLength(141);
    expect(collect([say(11, '')])).toEqual({ announcements: [], mentions: [], reacted: [], questions: [] });
  });
});
