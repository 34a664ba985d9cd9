import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { toChatId, toDeviceId, toMemberId, toUserId } from '#protocol/casts.ts';
import { fakeDelivery } from '#testing/fakeDelivery.ts';
import { roomOf } from './roomOf.ts';
import { Rooms } from './rooms.ts';

const c = toChatId(5);
const ana = toUserId(1);
const group = { c, kind: chatKind.group, mid: toMemberId(1), isQuiet: false };
const member = (st: number) => ({ u: toMemberId(1), st, ro: 0, pv: 1, r: 1, jr: 1 });

function scene() {
  const delivery = fakeDelivery();
  const held = new Map<number, number>();
  const pending: [number, string, string][] = [];
  const count = (chat: number, by: number) => held.set(chat, (held.get(chat) ?? 0) + by);
  const rooms = new Rooms({
    delivery,
    retain: (chat) => count(chat, 1),
    release: (chat) => count(chat, -1),
    flush: () => undefined,
    tellPending: (chat, id, tier) => void pending.push([chat, id, tier]),
  });
  const enter = (id: string) => rooms.enter({ id, userId: ana, deviceId: toDeviceId(id), epoch: 1, conn: id, vis: 1 });
  return { delivery, held, pending, rooms, enter };
}

describe('rooms', () => {
  it('do not let a reading from before a removal bring anybody back', () => {
    const { delivery, rooms, enter } = scene();
    enter('s1');
    const mark = rooms.mark();
    rooms.applyMembers(c, [member(4)]);
    rooms.join('s1', [group], mark);
    rooms.joinPerson(ana, group, mark);
    expect(delivery.isIn('s1', roomOf.chat(c))).toBe(false);
    rooms.joinPerson(ana, group, rooms.mark());
    expect(delivery.isIn('s1', roomOf.chat(c))).toBe(true);
  });

  it('do not let a reading from before a join throw anybody out', () => {
    const { delivery, rooms, enter } = scene();
    enter('s1');
    const mark = rooms.mark();
    rooms.applyMembers(c, [member(1)]);
    rooms.keepOnly('s1', new Set(), mark);
    expect(delivery.isIn('s1', roomOf.chat(c))).toBe(true);
    rooms.keepOnly('s1', new Set(), rooms.mark());
    expect(delivery.isIn('s1', roomOf.chat(c))).toBe(false);
  });

  it('open only chats the socket is in, and close what it leaves', () => {
    const { delivery, rooms, enter } = scene();
    enter('s1');
    expect(rooms.setOpen('s1', [c]).open).toEqual([]);
    rooms.joinPerson(ana, group, rooms.mark());
    expect(rooms.setOpen('s1', [c])).toEqual({ open: [c], opened: [c], closed: [] });
    rooms.leavePerson(ana, c);
    expect(delivery.roomSize(roomOf.open(c))).toBe(0);
    expect(rooms.viewed()).toEqual([]);
  });

  it('count the member sockets of a chat exactly, whatever happens', () => {
    const id = fc.constantFrom('s1', 's2', 's3');
    const action = fc.tuple(fc.constantFrom('enter', 'exit', 'in', 'out', 'join', 'keep'), id);
    fc.assert(
      fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
        const { delivery, held, rooms, enter } = scene();
        for (const [what, socket] of actions) {
          if (what === 'enter' && !rooms.connection(socket)) enter(socket);
          if (what === 'exit') rooms.exit(socket);
          if (what === 'in') rooms.applyMembers(c, [member(1)]);
          if (what === 'out') rooms.applyMembers(c, [member(3)]);
          if (what === 'join') rooms.join(socket, [{ ...group, kind: chatKind.dm }], rooms.mark());
          if (what === 'keep') rooms.keepOnly(socket, new Set(), rooms.mark());
          expect(held.get(c) ?? 0).toBe(delivery.roomSize(roomOf.chat(c)));
          expect(rooms.seatsIn(c)).toHaveLength(held.get(c) ?? 0);
        }
      }),
    );
  });

  it('put each socket of a community into one tier: shown, told of news, told less often because it is hidden or the community silenced', () => {
    const what = fc.constantFrom('join', 'quiet', 'loud', 'open', 'close', 'out', 'hide', 'show');
    fc.assert(
      fc.property(fc.array(fc.tuple(what, fc.constantFrom('s1', 's2')), { maxLength: 40 }), (actions) => {
        const { delivery, rooms, enter } = scene();
        for (const socket of ['s1', 's2']) enter(socket);
        let isQuiet = false;
        const hidden = new Set<string>();
        for (const [act, socket] of actions) {
          if (act === 'quiet' || act === 'loud') isQuiet = act === 'quiet';
          const community = { ...group, kind: chatKind.community, mid: toMemberId(77), isQuiet };
          if (act === 'join' || act === 'quiet' || act === 'loud') rooms.joinPerson(ana, community, rooms.mark());
          if (act === 'open' || act === 'close') rooms.setOpen(socket, act === 'open' ? [c] : []);
          if (act === 'out') rooms.dropPeople(c, [ana]);
          if (act === 'hide') hidden.add(socket);
          if (act === 'show') hidden.delete(socket);
          if (act === 'hide' || act === 'show') rooms.setVisible(socket, act === 'show');
          for (const id of ['s1', 's2']) {
            const all = [roomOf.open(c), roomOf.heads(c), roomOf.away(c), roomOf.quiet(c)];
            const tiers = all.filter((room) => delivery.isIn(id, room));
            const isMember = rooms.memberOn(id, c) !== undefined;
            const unshown = isQuiet ? roomOf.quiet(c) : hidden.has(id) ? roomOf.away(c) : roomOf.heads(c);
            const tier = rooms.openOf(id).includes(c) ? roomOf.open(c) : unshown;
            expect(tiers).toEqual(isMember ? [tier] : []);
            expect(delivery.isIn(id, roomOf.chat(c))).toBe(false);
            expect(rooms.isBig(c)).toBe(isMember);
          }
        }
      }),
    );
  });

  it('N16: a socket that leaves a tier asks for what waits there: the one it comes into may have been told', () => {
    const { rooms, enter, pending } = scene();
    const community = { ...group, kind: chatKind.community };
    for (const socket of ['s1', 's2', 's3']) enter(socket);
    rooms.joinPerson(ana, community, rooms.mark());
    rooms.joinPerson(ana, { ...group, c: toChatId(9), kind: chatKind.group }, rooms.mark());
    expect(pending).toEqual([]);
    for (const socket of ['s1', 's2']) rooms.setVisible(socket, false);
    expect(pending.splice(0)).toEqual([
      [c, 's1', 'heads'],
      [c, 's2', 'heads'],
    ]);
    rooms.setOpen('s2', [c]);
    for (const socket of ['s1', 's2', 's3']) rooms.setVisible(socket, true);
    expect(pending.splice(0)).toEqual([
      [c, 's2', 'away'],
      [c, 's1', 'away'],
    ]);
    // Silenced and not: all sockets but the one that shows it.
    rooms.joinPerson(ana, { ...community, isQuiet: true }, rooms.mark());
    rooms.joinPerson(ana, community, rooms.mark());
    expect(pending).toEqual(['heads', 'heads', 'quiet', 'quiet'].map((tier, at) => [c, `s${at % 2 ? 3 : 1}`, tier]));
  });

  it('N16: who shows a community hears of its rooms with those who look elsewhere, and asks likewise when he begins and ends', () => {
    const { rooms, enter, pending } = scene();
    const community = { ...group, kind: chatKind.community };
    enter('s1');
    rooms.joinPerson(ana, community, rooms.mark());
    rooms.setOpen('s1', [c]);
    rooms.setOpen('s1', []);
    expect(pending).toEqual([]);
    rooms.joinPerson(ana, { ...community, isQuiet: true }, rooms.mark());
    expect(pending.splice(0)).toEqual([[c, 's1', 'heads']]);
    rooms.setOpen('s1', [c]);
    expect(pending.splice(0)).toEqual([[c, 's1', 'quiet']]);
    rooms.setOpen('s1', []);
    expect(pending.splice(0)).toEqual([[c, 's1', 'heads']]);
  });
});
