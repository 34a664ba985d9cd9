import { expect } from 'vitest';
import { memberState } from '#protocol/entities/memberState.ts';
import type { Row } from '#protocol/entities/messages.ts';
import type { MemberRow, MessageRow } from '#server/storage/rows/rowTypes.ts';
import { readUnit } from '#server/storage/unit.ts';
import { isFreshAt } from '#sync/merge/spans.ts';
import type { World } from './createWorld.ts';
import type { WorldDevice } from './worldDevice.ts';

type Place = Pick<MessageRow, 'chat_id' | 'seq' | 'rev' | 'cid' | 'hidden_for'>;

interface Stored {
  readonly places: ReadonlyMap<number, readonly Place[]>;
  /** by chat and person: from where on messages are theirs to see */
  readonly floors: ReadonlyMap<string, number>;
}

const readStored = readUnit(async (tx): Promise<Stored> => {
  const places = await tx.sql<Place>('SELECT chat_id, seq, rev, cid, hidden_for FROM messages', []);
  const members = await tx.sql<Pick<MemberRow, 'chat_id' | 'user_id' | 'floor_seq'>>(
    'SELECT chat_id, user_id, floor_seq FROM members',
    [],
  );
  return {
    places: Map.groupBy(places, ({ chat_id: c }) => c),
    floors: new Map(members.map((row) => [`${row.chat_id}/${row.user_id}`, row.floor_seq])),
  };
});

/**
 * I9 and P3 at any moment: where a device claims to know a chat up to its watermark, it has every message that has not changed since, in that version and in its
 * place. Excused are single rows that it could not store (I15), rows of which it knows that it has to fetch them, and what is below its person's floor: who was
 * out and came back may hear of that from a change of the chat before his own standing is there.
 */
export async function checkClaims({ server }: World, devices: readonly WorldDevice[]): Promise<void> {
  if (devices.length === 0) return;
  const stored = await server.storage.runUnit(readStored, undefined);
  for (const device of devices) {
    expect(brokenClaims(device, stored), `cache of ${device.login.handle}`).toEqual([]);
    expect(lostTexts(device, stored), `outbox of ${device.login.handle}`).toEqual([]);
  }
}

/** P5: what left the outbox is stored, if its person may see it. */
function lostTexts({ login, shadow }: WorldDevice, { floors }: Stored): string[] {
  return shadow.lost
    .splice(0)
    .filter(({ c, s = Infinity }) => s >= (floors.get(`${c}/${login.user}`) ?? 0))
    .map(({ i }) => `${i} left the outbox and is nowhere`);
}

function brokenClaims({ login, store, shadow }: WorldDevice, { places, floors }: Stored): string[] {
  const bad = new Set(store.dump('quarantine').map(({ c, row }) => `${c}/${(row as Row).s}`));
  return store.dump('chats').flatMap(({ c, me, sync }) => {
    if (me.st !== memberState.joined) return [];
    const floor = Math.max(me.fl, floors.get(`${c}/${login.user}`) ?? 0);
    return (places.get(c) ?? []).flatMap(({ seq, rev, cid, hidden_for: hidden }) => {
      if (rev > sync.rev || seq < floor || hidden === me.mid || !isFreshAt(sync, seq)) return [];
      const row = shadow.row(c, seq);
      if (bad.has(`${c}/${seq}`) || (row?.need ?? 0) >= rev) return [];
      return row?.r === rev && row.i === cid ? [] : [`${c}/${seq}: ${row?.i} as of ${row?.r}, not ${cid} as of ${rev}`];
    });
  });
}
