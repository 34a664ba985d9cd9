import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { chatKind } from '#protocol/entities/chatKind.ts';
import type { UserId } from '#protocol/ids.ts';
import { toCid } from '#protocol/casts.ts';
import { storageContract } from '#testing/contracts/storageContract.ts';
import { dumpChat } from '#testing/contracts/storageDump.ts';
import { checkInvariants } from '#testing/contracts/storageInvariants.ts';
import { seedChat, type SeededChat } from '#testing/contracts/storageSeed.ts';
import type { MakeTarget } from '#testing/contracts/storageTarget.ts';
import { storageWithFaults } from '#testing/contracts/storageWithFaults.ts';
import { openSqliteLocal } from './drivers/openSqliteLocal.ts';
import { openSqlite } from './drivers/sqlite.ts';
import { sqliteWorkerThread } from './drivers/sqliteWorkerThread.ts';
import type { Storage } from './units.ts';
import { openStorage } from './openStorage.ts';
import { StorageOpenError } from './storageOpenError.ts';
import { readUnit, writeUnit } from './unit.ts';

const folder = mkdtempSync(join(tmpdir(), 'kabar-storage-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const newPath = (): string => join(folder, `${randomUUID()}.db`);

const makeTarget: MakeTarget = () => {
  const path = newPath();
  return Promise.resolve({ address: { kind: 'sqlite', path }, open: (options) => openSqliteLocal(path, options) });
};

const send = (storage: Storage, { c, users }: SeededChat, i = toCid(randomUUID()), x = 'text') =>
  storage.run('appendMessages', { c, requests: [{ userId: users[0] as UserId, items: [{ i, k: 1, b: { x } }] }] });

describe('SQLite on one thread', () => storageContract(makeTarget, 40));

describe('SQLite in threads of its own', () => {
  it('answers like the one on this thread, reads what it acknowledged, and shares commits', async () => {
    const path = newPath();
    const local = await openSqliteLocal(path);
    const chat = await seedChat(local, chatKind.group, 3);
    await local.close();
    const storage = await openSqlite(path, { now: () => 5_000_000_000_000 });
    expect(storage.gen).toBe(local.gen);
    const outputs = await Promise.all(Array.from({ length: 300 }, () => send(storage, chat)));
    const seqs = outputs.flatMap(({ answers }) => answers.flat()).map((answer) => 's' in answer && answer.s);
    expect(seqs.toSorted((a, b) => Number(a) - Number(b))).toEqual(
      Array.from({ length: 300 }, (_, index) => index + 1),
    );
    expect(outputs[0]?.answers[0]).toMatchObject([{ at: 5_000_000_000_000 }]);
    await storage.checkpoint();
    const refusal = await storage
      .run('unsendMessage', { c: chat.c, userId: chat.users[1] as UserId, s: 1, op: randomUUID() as never })
      .catch((error: unknown) => error);
    expect(refusal).toMatchObject({ name: 'AppError', code: 'FORBIDDEN' });
    await storage.close();
    await expect(send(storage, chat)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    const again = await openSqliteLocal(path);
    checkInvariants(await dumpChat(again, chat.c));
    await again.close();
  });

  it('starts a thread again after it died, and says that a repeat settles what was asked', async () => {
    const thread = await sqliteWorkerThread({ path: newPath(), role: 'writer' });
    const nonsense = { kind: 'run', calls: null, now: 0 } as never;
    await expect(thread.request(nonsense)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(await thread.request({ kind: 'run', calls: [], now: 0 })).toEqual({ kind: 'outcomes', outcomes: [] });
    const unknown = await thread.request({
      kind: 'run',
      calls: [{ name: 'toString' /* of every object, but no unit */, input: 1 }],
      now: 0,
    });
    expect(unknown).toMatchObject({ outcomes: [{ ok: false, error: { code: 'INTERNAL' } }] });
    await thread.request({ kind: 'close' });
  });

  it('keeps a bug in one unit to that unit, with its message', async () => {
    const storage = await openSqlite(newPath());
    await expect(storage.run('flushReads', 7 as never)).rejects.toThrow(/iterable/);
    expect(await storage.run('flushReads', [])).toEqual({ reads: [], settings: [] });
    await storage.close();
  });
});

describe('SQLite in trouble', () => {
  it('answers UNAVAILABLE on a full disk, loses nothing, and goes on when there is room', async () => {
    const storage = await openSqliteLocal(newPath());
    const chat = await seedChat(storage, chatKind.group, 1);
    const limitPages = readUnit((tx, pages: number) => tx.sql(`PRAGMA max_page_count=${pages}`, []));
    await storage.runUnit(limitPages, 1);
    const acked: string[] = [];
    const failures: unknown[] = [];
    const cids = Array.from({ length: 40 }, () => toCid(randomUUID()));
    const sendAll = () =>
      Promise.all(
        cids.map((i) =>
          send(storage, chat, i, i.repeat(100)).then(
            () => acked.push(i),
            (error: unknown) => failures.push(error),
          ),
        ),
      );
    for (let round = 0; round < 3; round += 1) await sendAll();
    expect(failures.length).toBeGreaterThan(0);
    for (const error of failures) expect(error).toMatchObject({ code: 'UNAVAILABLE' });
    const stored = (await dumpChat(storage, chat.c)).messages.map(({ cid }) => cid);
    expect(stored).toEqual(expect.arrayContaining(acked));
    await storage.runUnit(limitPages, 1_000_000);
    await sendAll();
    const dump = await dumpChat(storage, chat.c);
    expect(dump.messages.map(({ cid }) => cid).toSorted()).toEqual(cids.toSorted());
    checkInvariants(dump);
    await storage.close();
  });

  it('answers UNAVAILABLE when the file has become read-only', async () => {
    const storage = await openSqliteLocal(newPath());
    const chat = await seedChat(storage, chatKind.group, 1);
    const setReadOnly = readUnit((tx, value: number) => tx.sql(`PRAGMA query_only=${value}`, []));
    await storage.runUnit(setReadOnly, 1);
    await expect(send(storage, chat)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await storage.runUnit(setReadOnly, 0);
    expect((await send(storage, chat)).answers[0]).toMatchObject([{ s: 1 }]);
    await storage.close();
  });

  it.each([
    ['a folder that cannot be made', () => join(`${file('not a folder')}`, 'data', 'kabar.db')],
    ['a file that is no database', () => file('not a database, and long enough to be looked at: '.repeat(100))],
    ['a folder in its place', () => makeFolder()],
  ])('says what is wrong with %s', async (_case, path) => {
    const place = path();
    for (const open of [() => openStorage({ kind: 'sqlite', path: place }), () => openSqliteLocal(place)]) {
      const error = await open().catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(StorageOpenError);
      expect((error as Error).message).toContain(place);
    }
  });

  it('copies its log into the file in steps', async () => {
    const path = newPath();
    const storage = await openSqlite(path);
    const before = statSync(path).size;
    const users = Array.from({ length: 200 }, (_, index) => index);
    await Promise.all(users.map((u) => storage.run('flushReads', [{ c: 1 as never, userId: u as never, s: 1 }])));
    const local = await openSqliteLocal(path);
    await local.runUnit(
      writeUnit((tx) => tx.sql('INSERT INTO meta (key, val) VALUES (?, ?)', ['large', 'x'.repeat(200_000)])),
      undefined,
    );
    expect(statSync(path).size).toBe(before);
    await storage.checkpoint();
    expect(statSync(path).size).toBeGreaterThan(before + 200_000);
    await local.close();
    await storage.close();
  });

  it('can be made to fail for tests: before the commit, and after it without an answer', async () => {
    const storage = storageWithFaults(await openSqliteLocal(':memory:'));
    expect(storage.dialect).toBe('sqlite');
    storage.setFault(() => 'before');
    await expect(storage.run('flushReads', [])).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    storage.setFault((unit) => (unit === 'flushReads' ? 'after' : 'none'));
    await expect(storage.run('flushReads', [])).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    storage.setFault(() => 'none');
    expect(await storage.run('flushReads', [])).toEqual({ reads: [], settings: [] });
    await storage.close();
  });
});

function file(text: string): string {
  const path = newPath();
  writeFileSync(path, text);
  return path;
}
function makeFolder(): string {
  const path = newPath();
  mkdirSync(path);
  return path;
}
