import { describe, expect, it } from 'vitest';
import { memberState, notifyLevel } from '#protocol/entities/memberState.ts';
import { messageKind } from '#protocol/entities/messageKind.ts';
import { toMemberId } from '#protocol/casts.ts';
import { hasNews, isAlertable, mayAlert } from './notifyRules.ts';

const now = 1_000;
const joined = { st: memberState.joined, nt: notifyLevel.all };

describe('mayAlert', () => {
  it.each([
    // setting, muted until, plain, mention, announcement
    ['all', undefined, true, true, true],
    ['all', now + 1, false, false, false],
    ['all', now, true, true, true],
    ['mentions', undefined, false, true, false],
    ['mentions', now + 1, false, true, false],
    ['announcements', undefined, false, false, true],
    ['announcements', now + 1, false, false, true],
    ['none', undefined, false, false, false],
    ['none', now + 1, false, false, false],
  ] as const)(
    'set to %s, muted until %s: plain %s, mention %s, announcement %s',
    (level, mu, plain, mention, announcement) => {
      const me = { ...joined, nt: notifyLevel[level], ...(mu === undefined ? {} : { mu }) };
      expect(mayAlert(me, { isMention: false }, now)).toBe(plain);
      expect(mayAlert(me, { isMention: true }, now)).toBe(mention);
      expect(mayAlert(me, { isMention: false, isAnnouncement: true }, now)).toBe(announcement);
    },
  );

  it.each(Object.values(memberState).filter((st) => st !== memberState.joined))('is silent in state %s', (st) => {
    expect(mayAlert({ ...joined, st }, { isMention: true }, now)).toBe(false);
  });

  it('takes a level that this version does not know for silence', () => {
    expect(mayAlert({ ...joined, nt: 9 }, { isMention: true, isAnnouncement: true }, now)).toBe(false);
  });
});

describe('hasNews', () => {
  const count = (n: number, unread: number, rs = 0) => ({ n, unread, rs });
  it('is true when somebody else has written', () => {
    expect(hasNews(count(4, 0), count(5, 1))).toBe(true);
    expect(hasNews(undefined, count(5, 1))).toBe(true);
  });
  it('is true when the one before was read in the same moment', () => {
    expect(hasNews(count(5, 1, 4), count(6, 1, 5))).toBe(true);
  });
  it('is false for an own message from another device', () => {
    expect(hasNews(count(5, 1), count(6, 1))).toBe(false);
  });
  it('is false for what was read elsewhere already', () => {
    expect(hasNews(count(5, 0), count(6, 0))).toBe(false);
    expect(hasNews(undefined, count(6, 0))).toBe(false);
  });
  it('is false for a chat that was marked as unread by hand', () => {
    expect(hasNews(count(6, 0), count(6, 1))).toBe(false);
  });
});

describe('isAlertable', () => {
  const me = { mid: toMemberId(1), rs: 4 };
  const rules = { me, isBlocked: (mid: number) => mid === 3 };
  const message = { s: 5, u: 2, k: messageKind.text as number };
  it('lets a message of somebody else through, of kinds that are not known yet too', () => {
    expect(isAlertable(message, rules)).toBe(true);
    expect(isAlertable({ ...message, k: 77 }, rules)).toBe(true);
  });
  it.each([
    ['own', { u: 1 }],
    ['blocked', { u: 3 }],
    ['system', { k: messageKind.system as number }],
    ['unsent', { del: 1 }],
    ['read', { s: 4 }],
  ])('keeps an %s one back', (_, change) => {
    expect(isAlertable({ ...message, ...change }, rules)).toBe(false);
  });
});
