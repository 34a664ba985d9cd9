import { expect, it } from 'vitest';
import { messageKind } from '#protocol/entities/messageKind.ts';
import { toChatId, toMemberId } from '#protocol/casts.ts';
import { localRow } from '#testing/localRows.ts';
import { sampleCards, sampleChat } from '#testing/samplePeople.ts';
import type { FeedItem } from '../model/FeedItem.ts';
import { toForwards } from './toForwards.ts';

const c = toChatId(7);
const [writer] = sampleCards as [(typeof sampleCards)[number]];
const people = { users: new Map(sampleCards.map((card) => [card.id, card])) };
const item = (s: number, more: object = {}): FeedItem =>
  ({ seq: s, row: localRow(s, { u: toMemberId(writer.id), ...more }) }) as FeedItem;
const group = { c, chat: sampleChat({ id: 7, title: 'Group' }), members: new Map() };
const place = { ...group, chat: { ...sampleChat({ id: 7, title: 'Film' }), kind: 3 } };

it('sends them in the order of the chat, with the copy of this device and where it is from', () => {
  const sends = toForwards([item(5, { b: { x: 'two' } }), item(2, { b: { x: 'one' } })], group, {
    people,
    isNamed: true,
  });
  expect(sends).toEqual([
    { k: 1, b: { x: 'one', fw: { n: writer.name } }, fw: { c, s: 2, n: 1 } },
    { k: 1, b: { x: 'two', fw: { n: writer.name } }, fw: { c, s: 5, n: 1 } },
  ]);
});
it('names nobody where that is not wanted, leaves behind who was named, and keeps the first name', () => {
  const [bare] = toForwards([item(2, { b: { x: '@a', at: [[0, 2, 1]], silent: 1 } })], group, {
    people,
    isNamed: false,
  });
  expect(bare).toEqual({ k: 1, b: { x: '@a', fw: {} }, fw: { c, s: 2 } });
  const again = [item(2, { b: { x: 'x', fw: { n: 'Minori' } } }), item(3, { b: { x: 'y', fw: {} } })];
  expect(toForwards(again, group, { people, isNamed: true }).map(({ b }) => b.fw)).toEqual([{ n: 'Minori' }, {}]);
});
it('takes the name of a community from there, never from an account', () => {
  const members = new Map([[writer.id as number, { c, u: toMemberId(writer.id), nn: 'Kamera' } as never]]);
  expect(toForwards([item(2)], { ...place, members }, { people, isNamed: true })[0]?.b.fw).toEqual({ n: 'Kamera' });
  expect(toForwards([item(2)], place, { people, isNamed: true })[0]?.b.fw).toEqual({});
});
it('leaves out what cannot be forwarded', () => {
  const poll = item(2, { k: messageKind.poll, b: { x: '?', o: ['a', 'b'] } });
  expect(toForwards([poll, { seq: undefined } as FeedItem], group, { people, isNamed: true })).toEqual([]);
});
