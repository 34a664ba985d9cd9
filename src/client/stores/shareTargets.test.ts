import { describe, expect, it } from 'vitest';
import { officialChat } from '#testing/sampleAppCards.ts';
import { sampleChats } from '#testing/sampleChats.ts';
import { sampleCards, sampleContact, sampleNow } from '#testing/samplePeople.ts';
import { filmChat } from '#testing/samplePlaces.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import type { LocalChat } from '#sync/changes.ts';
import { searchTargets, withToggled, type ShareTarget } from '#domain/shareTargets.ts';
import { shareTargets } from './shareTargets.ts';

const users = new Map(sampleCards.map((card) => [card.id, card]));
const contacts = new Map(sampleCards.map((card) => [card.id, sampleContact(card)]));
const targetsOf = (chats: readonly LocalChat[], more: { contacts?: typeof contacts } = {}) =>
  shareTargets({
    list: { chats: new Map(chats.map((chat) => [chat.c, chat])), order: chats.map(({ c }) => c) },
    people: { users, contacts: more.contacts ?? contacts, presence: new Map() },
    language: 'en',
    now: sampleNow,
  });
const [group] = sampleChats as [LocalChat];
const as = (chat: LocalChat, me: Partial<LocalChat['me']>, set: object = {}): LocalChat =>
  ({ ...chat, me: { ...chat.me, ...me }, meta: { ...chat.meta, set: { ...chat.meta.set, ...set } } }) as LocalChat;

describe('where a card can go', () => {
  it('is in the order of the list, with friends one has never written to at the end', () => {
    const { recent, communities, people } = targetsOf([...sampleChats, filmChat]);
    expect(recent.map(({ key }) => key)).toEqual(sampleChats.map(({ c }) => `c${c}`));
    expect(communities.map(({ title }) => title)).toEqual([filmChat.meta.title]);
    const peers = new Set(sampleChats.map(({ me }) => me.peer));
    expect(people.length).toBeGreaterThan(0);
    expect(people.some(({ to }) => 'user' in to && peers.has(to.user))).toBe(false);
    const names = people.map(({ title }) => title);
    expect(names).toEqual(names.toSorted(new Intl.Collator('en', { sensitivity: 'base' }).compare));
  });

  it('leaves out chats of mini-apps, invitations and chats I left', () => {
    const chats = [officialChat, as(group, { st: memberState.invited }), as(group, { st: memberState.left })];
    expect(targetsOf(chats).recent).toEqual([]);
  });

  it('says why a chat takes nothing', () => {
    const lock = (chat: LocalChat) => targetsOf([chat]).recent[0]?.lock;
    expect(lock(group)).toBeUndefined();
    expect(lock(as(group, {}, { over: 1 }))).toBe('closed');
    expect(lock(as(group, { mt: sampleNow + 1 }))).toBe('muted');
    expect(lock(as(group, { mt: sampleNow - 1 }))).toBeUndefined();
    expect(lock(as(group, {}, { frozen: 1 }))).toBe('frozen');
    expect(lock(as(group, {}, { frozen: 1, frozenUntil: sampleNow - 1 }))).toBeUndefined();
    expect(lock(as(group, {}, { ro: 1 }))).toBe('readOnly');
  });
});

describe('a search', () => {
  it('finds names in any width, case and kana, and keeps all for nothing', () => {
    const all = targetsOf([...sampleChats, filmChat]);
    expect(searchTargets(all, '  ')).toBe(all);
    const found = searchTargets(all, 'ＪＯＧＪＡ');
    expect([found.recent.length, found.communities.length, found.people.length]).toEqual([1, 0, 0]);
    expect(searchTargets(all, '慢速').communities).toHaveLength(1);
    expect(searchTargets(all, 'nobody is called this').recent).toEqual([]);
  });
});

describe('a choice', () => {
  const target = (key: string, lock?: 'closed'): ShareTarget => ({ ...targetsOf([group]).recent[0]!, key, lock });

  it('goes in and out, takes nothing that is locked, and no more than there may be', () => {
    const one = withToggled(new Map(), target('c1'), 2);
    expect([...one.keys()]).toEqual(['c1']);
    expect([...withToggled(one, target('c1'), 2).keys()]).toEqual([]);
    expect(withToggled(one, target('c2', 'closed'), 2)).toBe(one);
    const two = withToggled(one, target('c2'), 2);
    expect(withToggled(two, target('c3'), 2)).toBe(two);
    expect([...withToggled(two, target('c1'), 2).keys()]).toEqual(['c2']);
  });
});
