import { beforeEach, describe, expect, it } from 'vitest';
import type { UserId } from '#protocol/ids.ts';
import { toDeviceId, toUserId } from '#protocol/casts.ts';
import type { ServerSignalData } from '#protocol/signals.ts';
import { fakeClock } from '#testing/fakeClock.ts';
import { fakeDelivery } from '#testing/fakeDelivery.ts';
import type { LiveConnection } from './connection.ts';
import { Presence } from './presence.ts';
import { Rooms } from './rooms.ts';
import { Watchers } from './watchers.ts';

const [ana, ben, eva] = [toUserId(1), toUserId(2), toUserId(3)];

/** One node on which Ben and Eva may be watched by whoever `may` holds as "watcher person". */
function scene() {
  const clock = fakeClock();
  const delivery = fakeDelivery();
  const rooms = new Rooms({
    ...{ delivery, retain: () => undefined, release: () => undefined },
    ...{ flush: () => undefined, tellPending: () => undefined },
  });
  const presence = new Presence(delivery, clock);
  const may = new Set<string>();
  const state = { isFailing: false, during: undefined as (() => void) | undefined, asked: 0 };
  const answer = async (pick: () => UserId[]): Promise<UserId[]> => {
    const before = pick();
    state.asked += 1;
    if (state.isFailing) throw new Error('away');
    const { during } = state;
    state.during = undefined;
    during?.();
    await Promise.resolve();
    return before;
  };
  const watchers = new Watchers({
    ...{ delivery, rooms, presence },
    filterWatchable: (user, ids) => answer(() => ids.filter((id) => may.has(`${user} ${id}`))),
    filterWatchers: (user, list) => answer(() => list.filter((id) => may.has(`${id} ${user}`))),
  });
  const heard = new Map<string, ServerSignalData<'pres'>[]>();
  const connect = (id: string, userId: UserId): LiveConnection => {
    const connection = {
      id,
      userId,
      deviceId: toDeviceId(id),
      conn: id,
      epoch: 1,
      vis: 1,
    } as unknown as LiveConnection;
    const signals: ServerSignalData<'pres'>[] = [];
    heard.set(id, signals);
    delivery.attach(id, (packet) => {
      if (packet.t === 'signal' && packet.signal.name === 'pres') signals.push(packet.signal.data);
    });
    rooms.enter(connection);
    return connection;
  };
  return { clock, presence, rooms, may, state, watchers, connect, heard: (id: string) => heard.get(id) ?? [] };
}

let node: ReturnType<typeof scene>;
let watcher: LiveConnection;
let watched: LiveConnection;
beforeEach(() => {
  node = scene();
  watcher = node.connect('a', ana);
  watched = node.connect('b', ben);
});
const come = () => node.presence.set(watched, true);

describe('watching', () => {
  it('is answered and pushed for those who allow it, and for nobody else', async () => {
    come();
    node.may.add('1 2');
    await node.watchers.wish(watcher, [ben, eva]);
    expect(node.heard('a')).toEqual([[[ben, 1]]]);
    node.presence.set(node.connect('e', eva), true);
    expect(node.heard('a')).toHaveLength(1);
  });

  it('ends at once for who may not any more, with a word that says nothing', async () => {
    come();
    node.may.add('1 2');
    await node.watchers.wish(watcher, [ben]);
    node.may.clear();
    await node.watchers.recheck(ben);
    expect(node.heard('a').at(-1)).toEqual([[ben, 0]]);
    node.presence.remove(watched);
    await node.clock.advance(60_000);
    come();
    expect(node.heard('a')).toHaveLength(2);
  });

  it('begins at once for who may now', async () => {
    come();
    await node.watchers.wish(watcher, [ben]);
    expect(node.heard('a')).toEqual([]);
    node.may.add('1 2');
    await node.watchers.recheck(ben);
    expect(node.heard('a')).toEqual([[[ben, 1]]]);
    node.presence.remove(watched);
    await node.clock.advance(60_000);
    expect(node.heard('a').at(-1)).toMatchObject([[ben, 0, expect.any(Number)]]);
  });

  it('does not hold by an answer from before a change', async () => {
    come();
    node.may.add('1 2');
    node.state.during = () => {
      node.may.clear();
      void node.watchers.recheck(ben);
    };
    await node.watchers.wish(watcher, [ben]);
    await node.clock.settle();
    expect(
      node
        .heard('a')
        .flat()
        .some(([, state]) => state === 1),
    ).toBe(false);
    expect(node.rooms.watchedOn('a').has(ben)).toBe(false);
  });

  it('ends when the database cannot say', async () => {
    node.may.add('1 2');
    await node.watchers.wish(watcher, [ben]);
    node.state.isFailing = true;
    await expect(node.watchers.recheck(ben)).rejects.toThrow('away');
    expect(node.rooms.watchedOn('a').has(ben)).toBe(false);
  });

  it('asks nothing about a person whom nobody wishes to watch', async () => {
    node.may.add('1 2');
    await node.watchers.wish(watcher, [ben]);
    await node.watchers.wish(watcher, []);
    expect(node.rooms.watchedOn('a').size).toBe(0);
    const { asked } = node.state;
    await node.watchers.recheck(ben);
    await node.watchers.recheck(eva);
    node.watchers.forget('a');
    await node.watchers.recheck(ben);
    expect(node.state.asked).toBe(asked);
  });

  it('is looked at again as a whole when changes may have been missed', async () => {
    come();
    await node.watchers.wish(watcher, [ben]);
    node.may.add('1 2');
    await node.watchers.recheckAll();
    expect(node.heard('a')).toEqual([[[ben, 1]]]);
  });
});
