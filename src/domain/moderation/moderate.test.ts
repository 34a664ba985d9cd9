import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ModerationConfig } from '#protocol/entities/moderation.ts';
import { compileFilter } from './compileFilter.ts';
import { findLinks } from './findLinks.ts';
import { isIdle, moderate } from './moderate.ts';
import { phraseRule } from './phraseRule.ts';
import { scoreText } from './scoreText.ts';

const empty: ModerationConfig = { phrases: [], allow: [] };
const judge = (text: string, config: Partial<ModerationConfig>, recent: { text: string; at: number }[] = []) =>
  moderate({ text, at: 100_000 }, compileFilter({ ...empty, ...config }), { recent });

describe('the verdict', () => {
  it('is that of the strictest rule, with the reasons of all and the places to mark', () => {
    const verdict = judge('join ｇｇ at https://t.me/x', {
      phrases: [
        { x: 'gg', m: 'contains', do: 'flag' },
        { x: 'GG', m: 'word', do: 'hide' },
        { x: 'nothing', m: 'contains', do: 'mute' },
      ],
      links: 'flag',
      invites: 'block',
    });
    expect(verdict).toEqual({
      action: 'block',
      reasons: [{ r: 'phrase', x: 'gg' }, { r: 'phrase', x: 'GG' }, { r: 'invite' }, { r: 'link' }],
      spans: [
        [5, 2],
        [11, 14],
      ],
      minutes: 0,
      rules: [phraseRule('gg'), 'invites', 'links'],
    });
    expect(judge('fine', { phrases: [{ x: 'gg', m: 'contains', do: 'flag' }] }).action).toBe('pass');
    expect(judge('gg', { phrases: [{ x: 'gg', m: 'only', do: 'mute' }] }).minutes).toBe(60);
    expect(judge('gg', { phrases: [{ x: 'gg', m: 'only', do: 'mute' }], mins: 5 }).minutes).toBe(5);
  });

  it('lets through what is allowed, and only there', () => {
    const phrases = [{ x: '副業', m: 'contains' as const, do: 'hide' as const }];
    const allow = ['副業の写真展'];
    expect(judge('副業の写真展に行く', { phrases, allow }).action).toBe('pass');
    expect(judge('副業の写真展で副業', { phrases, allow })).toMatchObject({ action: 'hide', spans: [[7, 2]] });
  });

  it('sees a flood and the same text dressed up', () => {
    const flood = { n: 3, s: 10, same: 3, do: 'mute' as const };
    const recent = [
      { text: 'one', at: 99_000 },
      { text: 'two', at: 95_000 },
      { text: 'three', at: 91_000 },
    ];
    expect(judge('four', { flood }, recent)).toMatchObject({ action: 'mute', reasons: [{ r: 'flood' }] });
    expect(judge('four', { flood }, recent.slice(1)).action).toBe('pass');
    const old = [
      { text: 'BUY  now', at: 1 },
      { text: 'b.u.y now!', at: 2 },
    ];
    expect(judge('buy now', { flood }, old).reasons).toEqual([{ r: 'repeat' }]);
    expect(judge('buy then', { flood }, old).action).toBe('pass');
  });

  it('asks every classifier it is given', () => {
    const other = () => [{ rule: 'own', action: 'flag' as const, reason: { r: 'spam' as const }, spans: [] }];
    expect(moderate({ text: 'x', at: 0 }, compileFilter(empty), { recent: [] }, [other]).rules).toEqual(['own']);
  });

  it('is total and names places inside the text', () => {
    const filter = compileFilter({
      phrases: [{ x: 'ab', m: 'contains', do: 'flag' }],
      allow: ['abc'],
      links: 'flag',
      invites: 'flag',
      flood: { n: 2, s: 1, same: 2, do: 'flag' },
      score: { at: 1, do: 'flag' },
    });
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        for (const [start, length] of moderate({ text, at: 0 }, filter, { recent: [{ text, at: 0 }] }).spans) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(length).toBeGreaterThan(0);
          expect(start + length).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });

  it('knows a configuration without rules', () => {
    expect(isIdle(empty)).toBe(true);
    expect(isIdle({ ...empty, links: 'flag' })).toBe(false);
  });
});

describe('links', () => {
  const linksIn = (text: string) =>
    findLinks(text).map(({ start, length, isInvite }) => [text.slice(start, start + length), isInvite]);
  it.each([
    ['see https://example.com/a?b=1 now', [['https://example.com/a?b=1', false]]],
    ['見てhttps://example.jp。次', [['https://example.jp', false]]],
    ['ＷＷＷ．ｅｘａｍｐｌｅ．ｃｏｍ', [['ＷＷＷ．ｅｘａｍｐｌｅ．ｃｏｍ', false]]],
    ['wa.me/628123', [['wa.me/628123', true]]],
    ['t\u200b.me/abc', [['t\u200b.me/abc', true]]],
    ['open.kakao.com/o/x', [['open.kakao.com/o/x', true]]],
    ['https://kabar.example/join/7QX2', [['https://kabar.example/join/7QX2', true]]],
    ['tg://join?invite=x', [['tg://join?invite=x', true]]],
  ])('are found in %s', (text, expected) => expect(linksIn(text)).toEqual(expected));

  it.each(['the end.So we go', 'v1.2.3', 'a@b.com', 'node.js', '3.30pm', '...', 'e.g. this'])(
    'are not seen in %s',
    (text) => expect(linksIn(text)).toEqual([]),
  );

  it('take time that grows with the text alone', () => {
    // The thread's own time: by the clock a busy machine makes any piece long.
    const start = process.threadCpuUsage();
    for (const piece of ['a.', 'a-', 'www.', 'https://', 'a.b.c.']) findLinks(piece.repeat(10_000 / piece.length));
    expect(process.threadCpuUsage(start).user / 1_000).toBeLessThan(2_000);
  });
});

describe('the scorer', () => {
  it('gives ordinary talk few points and noise many, and says why', () => {
    for (const text of [
      'See you at 7?',
      'おはようございます！',
      '오늘 저녁 뭐 먹지?',
      'OK!',
      'https://example.com/menu',
      'hahahaha',
      'wkwkwkwk',
      'ㅋㅋㅋㅋㅋㅋㅋ',
      '哈哈哈哈哈',
    ])
      expect([text, scoreText(text).score < 30]).toEqual([text, true]);
    expect(scoreText('BUY NOW THIS IS THE BEST OFFER EVER!!!!!!!!')).toMatchObject({ reasons: [{ r: 'shouting' }] });
    expect(scoreText('buy buy buy buy buy buy buy buy').reasons).toEqual([{ r: 'repetition' }]);
    expect(scoreText('Slot gacor maxwin! DM me for price https://wa.me/628123456789').score).toBeGreaterThan(70);
    expect(scoreText('簡単副業で月30万円 私訊領 https://lin.ee/x').reasons.map(({ r }) => r)).toEqual(['spam']);
  });

  it('stays between 0 and 100', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { score, reasons } = scoreText(text);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
        expect(reasons.length > 0).toBe(score > 0);
      }),
    );
  });
});
