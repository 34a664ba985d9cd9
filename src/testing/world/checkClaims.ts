import { expect } from 'vitest';
import { memberState } from '#protocol/entities/member.ts';
import type { Row } from '#protocol/entities/message.ts';
import type { MessageRow } from '#server/storage/rows/rowTypes.ts';
import { readUnit } from '#server/storage/unit.ts';
import { isFreshAt } from '#sync/merge/spans.ts';
import type { World } from './createWorld.ts';
import type { WorldDevice } from './worldDevice.ts';

type Place = Pick<MessageRow, 'chat_id' | 'seq' | 'rev' | 'cid' | 'hidden_for'>;

const readPlaces = readUnit(async (tx): Promise<Place[]> =>
  tx.sql<Place>('SELECT chat_id, seq, rev, cid, hidden_for FROM messages', []),
);

/**
 * I9 and P3 at any moment: where a device claims to know a chat up to its watermark, it has every message that has not changed since, in that version and in its
 * place. Excused are single rows that it could not store (I15), and rows of which it knows that it has to fetch them.
 */
export async function checkClaims({ server }: World, devices: readonly WorldDevice[]): Promise<void> {
  if (devices.length === 0) return;
  const places = Map.groupBy(await server.storage.runUnit(readPlaces, undefined), ({ chat_id: c }) => c);
  for (const device of devices) expect(brokenClaims(device, places), `cache of ${device.login.handle}`).toEqual([]);
}

function brokenClaims({ store, shadow }: WorldDevice, places: ReadonlyMap<number, readonly Place[]>): string[] {
  const bad = new Set(store.dump('quarantine').map(({ c, row }) => `${c}/${(row as Row).s}`));
  return store.dump('chats').flatMap(({ c, me, sync }) => {
    if (me.st !== memberState.joined) return [];
    return (places.get(c) ?? []).flatMap(({ seq, rev, cid, hidden_for: hidden }) => {
      if (rev > sync.rev || seq < me.fl || hidden === me.mid || !isFreshAt(sync, seq)) return [];
      const row = shadow.row(c, seq);
      if (bad.has(`${c}/${seq}`) || (row?.need ?? 0) >= rev) return [];
      return row?.r === rev && row.i === cid ? [] : [`${c}/${seq}: ${row?.i} as of ${row?.r}, not ${cid} as of ${rev}`];
    });
  });
}
