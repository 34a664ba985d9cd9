import { expect } from 'vitest';
import type { MediaBody } from '#protocol/entities/bodies/mediaBody.ts';
import { messageKind } from '#protocol/entities/messageKind.ts';
import type { ChatId } from '#protocol/ids.ts';
import { fileState } from '#server/storage/schema/mediaTables.ts';
import { readUnit } from '#server/storage/unit.ts';
import type { ChatDump } from '#testing/contracts/storageDump.ts';
import type { World } from './createWorld.ts';
import { memberIn } from './memberIn.ts';
import type { WorldDevice } from './worldDevice.ts';

interface StoredFile {
  readonly id: string;
  readonly owner_id: number;
  readonly state: number;
  readonly length: number;
}

const readFiles = readUnit(async (tx): Promise<StoredFile[]> =>
  tx.sql<StoredFile>('SELECT id, owner_id, state, length FROM files', []),
);

/**
 * Files at peace: a message has those that it was sent with, in their order, less what its person took off it; each is whole on the server and its sender's. The
 * device has nothing on its way but what belongs to a message that was refused, and keeps no bytes for anything else.
 */
export async function checkFiles(
  { server, wishes }: World,
  { login, shadow, store, uploads }: WorldDevice,
  dumps: ReadonlyMap<ChatId, ChatDump>,
): Promise<void> {
  const files = new Map((await server.storage.runUnit(readFiles, undefined)).map((file) => [file.id, file]));
  for (const [c, dump] of dumps) {
    const me = memberIn(dump, login.user)?.mid;
    for (const row of dump.messages) {
      const queued = row.sender_mid === me ? shadow.files.get(row.cid) : undefined;
      if (!queued || row.deleted_at !== null || row.kind !== messageKind.media) continue;
      const parts = (JSON.parse(row.body) as MediaBody).f;
      const ids = parts.map(({ id }) => id);
      const place = `files of ${row.seq} in chat ${c}`;
      expect(ids, place).toEqual(queued.filter((id) => ids.includes(id)));
      expect(
        queued.filter((id) => !ids.includes(id) && !wishes.cancelled.has(id)),
        `lost ${place}`,
      ).toEqual([]);
      for (const { id, z } of parts) {
        const file = files.get(id);
        expect([file?.state, file?.owner_id, file?.length], place).toEqual([fileState.ready, Number(login.user), z]);
        expect(server.disk.get(id), place).toBe(z);
      }
    }
  }
  const left = new Set(store.dump('outbox').map(({ i }) => i));
  const rows = store.dump('uploads');
  expect(
    rows.filter(({ cid }) => !left.has(cid)),
    'files of no message',
  ).toEqual([]);
  const named = new Set(rows.map(({ id }) => id));
  const strays = [...(uploads?.disk ?? [])].filter((id) => !named.has(id) && !wishes.orphans.has(id));
  expect(strays, 'bytes of no file').toEqual([]);
}
