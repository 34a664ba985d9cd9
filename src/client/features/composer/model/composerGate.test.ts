import { expect, it } from 'vitest';
import { memberRole, memberState } from '#protocol/entities/memberState.ts';
import { sampleChat } from '#testing/samplePeople.ts';
import { composerGate } from './composerGate.ts';

const now = 1_000_000_000;
const chat = (set: object, me: object = {}) => {
  const made = sampleChat({ id: 2_001, title: 'Group', me: { ja: 0, ...me } });
  return { kind: 2, me: made.me, meta: { ...made.meta, set } };
};

it('says why I may not write, and until when', () => {
  expect(composerGate(chat({}), undefined, now)).toEqual({ kind: 'open' });
  expect(composerGate(chat({}, { st: memberState.left }), undefined, now)).toEqual({ kind: 'closed' });
  expect(composerGate(chat({ ro: 1 }), undefined, now)).toEqual({ kind: 'closed' });
  expect(composerGate(chat({ frozen: 1 }), undefined, now)).toEqual({ kind: 'frozen', until: undefined });
  expect(composerGate(chat({ frozen: 1, frozenUntil: now + 5 }), undefined, now)).toEqual({
    kind: 'frozen',
    until: now + 5,
  });
  expect(composerGate(chat({ frozen: 1, frozenUntil: now }), undefined, now)).toEqual({ kind: 'open' });
  expect(composerGate(chat({}, { mt: now + 9 }), undefined, now)).toEqual({ kind: 'muted', until: now + 9 });
  expect(composerGate(chat({}, { mt: now }), undefined, now)).toEqual({ kind: 'open' });
  expect(composerGate(chat({ newRead: 10 }, { ja: now }), undefined, now)).toEqual({
    kind: 'newRead',
    until: now + 600_000,
  });
});

it('counts slow mode from my last message, and lets moderators be', () => {
  const slow = { slow: 60 };
  expect(composerGate(chat(slow), undefined, now)).toEqual({ kind: 'open' });
  expect(composerGate(chat(slow), now - 20_000, now)).toEqual({ kind: 'slow', until: now + 40_000, everyS: 60 });
  expect(composerGate(chat(slow), now - 60_000, now)).toEqual({ kind: 'open' });
  expect(composerGate(chat(slow, { ro: memberRole.moderator }), now, now)).toEqual({ kind: 'open' });
});
