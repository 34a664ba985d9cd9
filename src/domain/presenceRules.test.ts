import { describe, expect, it } from 'vitest';
import { isPresenceAudience, maySeePresence } from './presenceRules.ts';

const friend = { isFriend: true, hasChat: false, isBlocked: false };
const partner = { isFriend: false, hasChat: true, isBlocked: false };
const stranger = { isFriend: false, hasChat: false, isBlocked: false };

describe('maySeePresence', () => {
  it.each([
    [undefined, true, true],
    ['everyone', true, true],
    ['friends', true, false],
    ['nobody', false, false],
    ['family', false, false],
    ['', false, false],
  ])('%s: friend %s, partner of a chat %s', (audience, ofFriend, ofPartner) => {
    expect(maySeePresence(audience, friend)).toBe(ofFriend);
    expect(maySeePresence(audience, partner)).toBe(ofPartner);
    expect(maySeePresence(audience, stranger)).toBe(false);
    expect(maySeePresence(audience, { isFriend: true, hasChat: true, isBlocked: true })).toBe(false);
  });
});

it('knows its own words only', () => {
  expect(['everyone', 'friends', 'nobody'].every(isPresenceAudience)).toBe(true);
  expect(['Everyone', '', 'all', null, 1, {}, ['nobody'], undefined].some(isPresenceAudience)).toBe(false);
});
