import { expect } from 'vitest';
import type { Kept } from '#protocol/entities/kept.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import { readKeeps } from '#server/storage/units/keeps/keptRows.ts';
import { readUnit } from '#server/storage/unit.ts';
import type { ChatDump } from '#testing/contracts/storageDump.ts';
import type { World } from './createWorld.ts';
import { memberIn } from './memberIn.ts';
import type { WorldDevice } from './worldDevice.ts';

interface Private {
  readonly keeps: readonly Kept[];
  readonly hidden: readonly string[];
}

const readPrivate = readUnit(async (tx, user: UserId): Promise<Private> => {
  const keeps = await readKeeps(tx, user, { since: 0, isFull: true });
  const hidden = await tx.sql<{ chat_id: number; seq: number }>(
    'SELECT chat_id, seq FROM hidden_messages WHERE user_id = ?',
    [user],
  );
  return { keeps, hidden: hidden.map(({ chat_id: c, seq }) => `${c}/${seq}`) };
});

/** What is a person's alone: all his devices have what the server has of it, nothing of it is lost, and nothing of another one's is among it. */
export async function checkKept(world: World, dumps: ReadonlyMap<ChatId, ChatDump>): Promise<void> {
  const people = Map.groupBy(world.devices, ({ login }) => login.user);
  for (const [user, own] of people) {
    const stored = await world.server.storage.runUnit(readPrivate, user);
    checkKeeps(world, own, stored);
    checkHidden(world, own, stored, dumps);
  }
}

const byId = (keeps: readonly Kept[]): Kept[] => keeps.toSorted((one, other) => (one.i < other.i ? -1 : 1));

function checkKeeps({ wishes }: World, own: readonly WorldDevice[], { keeps }: Private): void {
  const { login } = own[0] as WorldDevice;
  for (const { store } of own) expect(byId(store.dump('keeps')), `what ${login.handle} keeps`).toEqual(byId(keeps));
  const dropped = new Set(own.flatMap(({ kept }) => [...kept.dropped]));
  const added = own.flatMap(({ kept }) => [...kept.added]).filter((id) => !dropped.has(id));
  const ids = keeps.map(({ i }) => i as string);
  expect(
    added.filter((id) => !ids.includes(id)),
    `what ${login.handle} kept and is gone`,
  ).toEqual([]);
  const places = keeps.flatMap(({ c, s }) => (c === undefined ? [] : [`${c}/${s}`]));
  expect(new Set(places).size, `${login.handle} keeps a message once`).toBe(places.length);
  const notes = wishes.notes.get(login.user) ?? new Set();
  expect(
    keeps.flatMap(({ x }) => x ?? []).filter((x) => !notes.has(x)),
    `notes that ${login.handle} did not write`,
  ).toEqual([]);
}

function checkHidden(
  { wishes, community }: World,
  own: readonly WorldDevice[],
  stored: Private,
  dumps: ReadonlyMap<ChatId, ChatDump>,
): void {
  const { login } = own[0] as WorldDevice;
  const wanted = wishes.hidden.perhaps.get(login.user) ?? new Set<string>();
  const hidden = new Set(stored.hidden);
  for (const { store } of own) {
    const here = store.dump('hidden').map(({ c, s }) => `${c}/${s}`);
    expect(here, `what is hidden from ${login.handle}`).toEqual(expect.arrayContaining([...hidden]));
    expect(
      here.filter((place) => !wanted.has(place)),
      `what ${login.handle} did not hide`,
    ).toEqual([]);
  }
  const isSeen = (place: string): boolean => {
    const [c, s] = place.split('/').map(Number) as [number, number];
    const dump = dumps.get(c as ChatId);
    const member = dump && memberIn(dump, login.user);
    const row = dump?.messages.find(({ seq }) => seq === s);
    // Who came back into a community may see again what he did not see when he hid it.
    const isGroup = c !== Number(community);
    const isIn = member?.state === memberState.joined && s >= member.floor_seq && s > member.clear_seq;
    return isGroup && isIn && row !== undefined && row.hidden_for !== member.mid;
  };
  const lost = [...(wishes.hidden.surely.get(login.user) ?? [])].filter((place) => isSeen(place) && !hidden.has(place));
  expect(lost, `what ${login.handle} hid and sees`).toEqual([]);
}
