import { describe, expect, it } from 'vitest';
import { toChatId } from '#protocol/casts.ts';
import { sampleRooms, filmRooms, roomId } from '#testing/sampleRooms.ts';
import { hasOtherNews, toRoomItems } from './toRoomItems.ts';

const now = 1_000;
const chats = new Map(sampleRooms.map((chat) => [chat.c, chat]));
const items = toRoomItems(filmRooms, chats, { main: 'Main', now });
const of = (id: number) => items.find((item) => item.id === id);

describe('the list of rooms', () => {
  it('begins with the community itself and keeps the order of the list', () => {
    expect(items.map(({ title, kind }) => [title, kind]).slice(0, 3)).toEqual([
      ['Main', 'main'],
      ['Announcements', 'news'],
      ['Show your roll', 'room'],
    ]);
  });

  it('counts where I have been, shows a dot where I have not, and nothing where nothing is', () => {
    expect(of(roomId(1))).toMatchObject({ unread: 0, hasNews: true });
    expect(of(roomId(2))).toMatchObject({ unread: 48, hasNews: false, isMentioned: true });
    expect(of(roomId(4))).toMatchObject({ unread: 0, hasNews: false });
  });

  it('is quiet where the room or all of the community is', () => {
    expect(of(roomId(3))?.isQuiet).toBe(true);
    const muted = { ...filmRooms, me: { ...filmRooms.me, mu: now + 1 } };
    expect(toRoomItems(muted, chats, { main: 'Main', now }).every(({ isQuiet }) => isQuiet)).toBe(true);
  });

  it('leaves out a room that has not arrived yet', () => {
    expect(toRoomItems(filmRooms, new Map(), { main: 'Main', now })).toHaveLength(1);
  });

  it('knows whether something is to be seen elsewhere', () => {
    expect(hasOtherNews(items, toChatId(0))).toBe(true);
    const calm = items.map((item) => ({ ...item, isMentioned: false, isQuiet: true }));
    expect(hasOtherNews(calm, toChatId(0))).toBe(false);
    const [main] = items;
    expect(hasOtherNews(main ? [main] : [], filmRooms.c)).toBe(false);
  });
});
