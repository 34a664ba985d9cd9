import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { expect, it, vi } from 'vitest';
import { chatKind } from '#protocol/entities/chatKind.ts';
import type { UserId } from '#protocol/ids.ts';
import { toCid, toUserId } from '#protocol/casts.ts';
import { storageContract } from '#testing/contracts/storageContract.ts';
import { dumpChat } from '#testing/contracts/storageDump.ts';
import { checkInvariants } from '#testing/contracts/storageInvariants.ts';
import { seedChat } from '#testing/contracts/storageSeed.ts';
import type { MakeTarget, StorageTarget } from '#testing/contracts/storageTarget.ts';
import { describePostgres } from '#testing/postgres/describePostgres.ts';
import { startPostgres } from '#testing/postgres/startPostgres.ts';
import { patienceMs } from '#testing/patience.ts';
import { openPostgres } from './drivers/postgres.ts';
import { openStorage } from './openStorage.ts';
import { bumpUrev } from './rows/bumpUrev.ts';
import { StorageOpenError } from './storageOpenError.ts';
import { readUnit, writeUnit } from './unit.ts';
import type { AppendAck } from './units/messages/appendTypes.ts';

describePostgres('PostgreSQL', (getUrl) => {
  let made = 0;
  const ask = async (url: string, text: string): Promise<void> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(text);
    await client.end();
  };
  const makeTarget = async (): Promise<StorageTarget & { url: string }> => {
    const name = `contract${(made += 1)}`;
    await ask(getUrl(), `CREATE DATABASE ${name}`);
    const url = new URL(name, getUrl()).href;
    return { url, address: { kind: 'postgres', url }, open: (options) => openPostgres(url, options) };
  };
  storageContract(makeTarget satisfies MakeTarget, 12);

  it('answers UNAVAILABLE while a connection is lost, and works with the next', async () => {
    const { url, open } = await makeTarget();
    const storage = await open();
    const hold = writeUnit(async (tx, id: number) => {
      await bumpUrev(tx, toUserId(id));
      // Until it is ended, however late that is.
      await tx.sql('SET LOCAL statement_timeout = 0', []);
      await tx.sql('SELECT pg_sleep(3600)', []);
    });
    const failure = storage.runUnit(hold, 1).catch((error: unknown) => error);
    const others = `pid <> pg_backend_pid() AND datname = '${new URL(url).pathname.slice(1)}'`;
    await expect
      .poll(
        async () => {
          const rows = await storage.runUnit(
            readUnit((tx) =>
              tx.sql(`SELECT 1 AS x FROM pg_stat_activity WHERE query LIKE '%pg_sleep(%' AND ${others}`, []),
            ),
            undefined,
          );
          return rows.length;
        },
        { timeout: patienceMs },
      )
      .toBe(1);
    await ask(getUrl(), `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${others}`);
    expect(await failure).toMatchObject({ name: 'AppError', code: 'UNAVAILABLE' });
    // Idle connections were ended as well, and the pool may not have noticed yet: that is retryable, too.
    const readUrevs = readUnit((tx) => tx.sql('SELECT urev FROM user_heads', []));
    const urevs = await vi.waitFor(() => storage.runUnit(readUrevs, undefined), { timeout: patienceMs });
    expect(urevs).toEqual([]);
    await storage.close();
  });

  it('never takes a transaction for stored whose failing statement was swallowed', async () => {
    const storage = await (await makeTarget()).open();
    const swallow = writeUnit(async (tx, id: number) => {
      await bumpUrev(tx, toUserId(id));
      await tx.sql('SELECT 1 / 0', []).catch(() => []);
    });
    await expect(storage.runUnit(swallow, 1)).rejects.toThrow('swallowed');
    await storage.close();
  });

  it('gives up on a lock after two seconds instead of waiting for ever', async () => {
    const { url, open } = await makeTarget();
    const storage = await open();
    const { c, users } = await seedChat(storage, chatKind.group, 1);
    const blocker = new pg.Client({ connectionString: url });
    await blocker.connect();
    await blocker.query('BEGIN');
    await blocker.query(`SELECT 1 FROM chat_heads WHERE chat_id = ${c} FOR UPDATE`);
    const items = [{ i: toCid(randomUUID()), k: 1, b: { x: 'waits' } }];
    const send = () => storage.run('appendMessages', { c, requests: [{ userId: users[0] as UserId, items }] });
    await expect(send()).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await blocker.query('ROLLBACK');
    await blocker.end();
    expect((await send()).answers[0]).toMatchObject([{ s: 1 }]);
    await storage.close();
  });

  it('keeps one order when two processes send to the same chat while marks are flushed', async () => {
    const { open } = await makeTarget();
    const nodes = await Promise.all([open(), open()]);
    const [first] = nodes;
    const { c, users } = await seedChat(first as (typeof nodes)[0], chatKind.group, 4);
    const work = nodes.flatMap((node) =>
      users.map(async (userId) => {
        for (let round = 0; round < 15; round += 1) {
          const requests = [{ userId, items: [{ i: toCid(randomUUID()), k: 1, b: { x: 'x' } }], rs: round * 3 }];
          const { answers } = await node.run('appendMessages', { c, requests });
          const { s } = answers.flat()[0] as AppendAck;
          await node.run(
            'flushReads',
            users.map((reader, index) => ({ c, userId: reader, s: s - index })),
          );
        }
      }),
    );
    await Promise.all(work);
    const dump = await dumpChat(first as (typeof nodes)[0], c);
    expect(dump.head.n).toBe(2 * 4 * 15);
    checkInvariants(dump);
    await Promise.all(nodes.map((node) => node.close()));
  });

  it('says at the start that the server cannot be reached, and survives its end later', async () => {
    const server = await startPostgres();
    const storage = await openPostgres(server.url);
    await server.stop();
    const read = readUnit((tx) => tx.sql('SELECT 1 AS x', []));
    await expect(storage.runUnit(read, undefined)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await storage.close();
    await expect(openStorage({ kind: 'postgres', url: server.url })).rejects.toBeInstanceOf(StorageOpenError);
  });
});
