import { afterAll, beforeAll, expect, it } from 'vitest';
import { AppError } from '#protocol/errors.ts';
import { toUserId } from '#protocol/casts.ts';
import { migrations } from '#server/storage/migrations/migrations.ts';
import type { LocalStorage } from '#server/storage/openedStorage.ts';
import { bumpUrev } from '#server/storage/rows/bumpUrev.ts';
import { valuesTable } from '#server/storage/rows/valuesTable.ts';
import { StorageOpenError } from '#server/storage/storageOpenError.ts';
import { readUnit, writeUnit, type SqlValue } from '#server/storage/unit.ts';
import type { MakeTarget, StorageTarget } from './storageTarget.ts';

const countUp = writeUnit(async (tx, input: { id: number; failure?: 'refuse' | 'bug' }): Promise<number> => {
  const urev = await bumpUrev(tx, toUserId(input.id));
  if (input.failure === 'refuse') throw new AppError('FORBIDDEN', { retry: 7 });
  if (input.failure === 'bug') throw new TypeError('a bug');
  return urev;
});
const readUrev = readUnit(async (tx, id: number): Promise<number | undefined> => {
  const row = await tx.db.selectFrom('user_heads').select('urev').where('user_id', '=', id).executeTakeFirst();
  return row?.urev;
});
const insertPref = writeUnit(async (tx, val: unknown): Promise<void> => {
  await tx.sql('INSERT INTO user_prefs (user_id, key, val, urev) VALUES (?, ?, ?, ?)', [9, 'k', val as SqlValue, 1]);
});
const insertPrefByKysely = writeUnit(async (tx, val: unknown): Promise<void> => {
  await tx.db
    .insertInto('user_prefs')
    .values({ user_id: 9, key: 'k', val: val as string, urev: 1 })
    .execute();
});

/** One transaction per unit, whatever happens in it and beside it; what the codec lets in; migrations. */
export function storageTransactionContract(makeTarget: MakeTarget): void {
  let target: StorageTarget;
  let storage: LocalStorage;
  beforeAll(async () => {
    target = await makeTarget();
    storage = await target.open({ now: () => 1234 });
  });
  afterAll(() => storage.close());

  it('undoes a unit that throws, alone, among others that wait for the same commit', async () => {
    const failures = [undefined, 'refuse', undefined, 'bug', undefined, 'refuse', undefined] as const;
    const outcomes = await Promise.allSettled(
      failures.map((failure) => storage.runUnit(countUp, { id: 1, ...(failure ? { failure } : {}) })),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(failures.map((f) => (f ? 'rejected' : 'fulfilled')));
    expect(await storage.runUnit(readUrev, 1)).toBe(4);
    const refusal = await storage.runUnit(countUp, { id: 1, failure: 'refuse' }).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ name: 'AppError', code: 'FORBIDDEN', retry: 7 });
    await expect(storage.runUnit(countUp, { id: 1, failure: 'bug' })).rejects.toThrow('a bug');
    expect(await storage.runUnit(countUp, { id: 1 })).toBe(5);
  });

  it('a failing statement inside a unit undoes the unit', async () => {
    const twice = writeUnit(async (tx, id: number) => {
      await bumpUrev(tx, toUserId(id));
      await tx.sql('INSERT INTO user_heads (user_id, urev) VALUES (?, 1)', [id]);
    });
    await expect(storage.runUnit(twice, 2)).rejects.toThrow();
    expect(await storage.runUnit(readUrev, 2)).toBeUndefined();
  });

  it('counts exactly when many units hit one row at once', async () => {
    const numbers = await Promise.all(Array.from({ length: 100 }, () => storage.runUnit(countUp, { id: 3 })));
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, i) => i + 1));
  });

  it('reads what was acknowledged before', async () => {
    for (let round = 1; round <= 20; round += 1) {
      await storage.runUnit(countUp, { id: 4 });
      expect(await storage.runUnit(readUrev, 4)).toBe(round);
    }
  });

  it('gives one clock value to a unit and data as plain values', async () => {
    const probe = writeUnit(async (tx, bytes: Uint8Array) => {
      const v = valuesTable(
        ['bigint', 'text'],
        [
          [Number.MAX_SAFE_INTEGER, 'é😀'],
          [-1, ''],
        ],
      );
      const rows = await tx.sql<{ a: number; b: string }>(
        `WITH v(a, b) AS (VALUES ${v.text}) SELECT a, b FROM v`,
        v.params,
      );
      const held = {
        chat_id: 1,
        sender_mid: 1,
        cid: 'c',
        kind: 1,
        body: '{}',
        body_hash: bytes,
        reason: '',
        at: tx.now,
      };
      await tx.db.insertInto('held_messages').values(held).execute();
      const back = await tx.db
        .selectFrom('held_messages')
        .select(['body_hash', 'at', 'reply_to', 'state'])
        .executeTakeFirstOrThrow();
      const [count] = await tx.sql<{ count: number }>('SELECT count(*) AS count FROM held_messages', []);
      const [most] = await tx.sql<{ most: number }>('SELECT greatest(at, 5) AS most FROM held_messages', []);
      return { rows: rows.map((row) => ({ ...row })), back: { ...back, body_hash: [...back.body_hash] }, count, most };
    });
    const { rows, back, count, most } = await storage.runUnit(probe, new Uint8Array([0, 1, 255]));
    expect(rows).toEqual([
      { a: Number.MAX_SAFE_INTEGER, b: 'é😀' },
      { a: -1, b: '' },
    ]);
    expect(back).toEqual({ body_hash: [0, 1, 255], at: 1234, reply_to: null, state: 0 });
    expect(count).toEqual({ count: 1 });
    expect(most).toEqual({ most: 1234 });
  });

  it.each([[{ a: 1 }], [new Date(0)], [true], [[1]], [1.5], [Number.NaN], [2 ** 60], [undefined], [10n]])(
    'refuses %s as a parameter on both ways into the database',
    async (value) => {
      await expect(storage.runUnit(insertPref, value)).rejects.toThrow('SQL parameter 3');
      // kysely leaves an undefined column out by itself; then the database refuses the missing value.
      await expect(storage.runUnit(insertPrefByKysely, value)).rejects.toThrow();
      const [row] = await storage.runUnit(
        readUnit((tx) => tx.sql<{ count: number }>('SELECT count(*) AS count FROM user_prefs', [])),
        undefined,
      );
      expect(row?.count).toBe(0);
    },
  );

  it('keeps data and generation over a reopening, and takes new migrations step by step', async () => {
    const own = await makeTarget();
    const first = await own.open();
    await first.runUnit(countUp, { id: 5 });
    await first.checkpoint();
    const { gen } = first;
    await first.close();
    const next = { name: 'later', statements: () => ['CREATE TABLE later (id bigint PRIMARY KEY)'] };
    const second = await own.open({ migrations: [...migrations, next] });
    expect(second.gen).toBe(gen);
    expect(await second.runUnit(readUrev, 5)).toBe(1);
    await second.close();

    const older = await own.open().catch((error: unknown) => error);
    expect(older).toBeInstanceOf(StorageOpenError);
    expect((older as Error).message).toContain(
      `schema ${migrations.length + 1}, but this version of Kabar knows only schema ${migrations.length}`,
    );
    const broken = { name: 'broken', statements: () => ['CREATE TABLE half (id bigint)', 'NO SQL'] };
    await expect(own.open({ migrations: [...migrations, next, broken] })).rejects.toBeInstanceOf(StorageOpenError);
    const again = await own.open({ migrations: [...migrations, next] });
    await expect(
      again.runUnit(
        readUnit((tx) => tx.sql('SELECT * FROM half', [])),
        undefined,
      ),
    ).rejects.toThrow();
    await again.close();
  });

  it('answers UNAVAILABLE once closed', async () => {
    const own = await (await makeTarget()).open();
    await own.close();
    await expect(own.runUnit(countUp, { id: 1 })).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });
}
