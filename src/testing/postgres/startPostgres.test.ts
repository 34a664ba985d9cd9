import { existsSync } from 'node:fs';
import pg from 'pg';
import { expect, it } from 'vitest';
import { describePostgres } from './describePostgres.ts';
import { startPostgres } from './startPostgres.ts';

describePostgres('a PostgreSQL of our own', (getUrl) => {
  const ask = async (url: string, sql: string): Promise<Record<string, string>> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query<Record<string, string>>(sql)).rows[0] ?? {};
    } finally {
      await client.end();
    }
  };

  it('speaks UTF-8 and orders by code point, like the product expects', async () => {
    expect(await ask(getUrl(), 'show server_encoding')).toEqual({ server_encoding: 'UTF8' });
    expect(await ask(getUrl(), `select 'B' < 'a' as ordered`)).toEqual({ ordered: true });
  });

  it('runs beside another one and leaves nothing behind', async () => {
    const other = await startPostgres();
    const { data_directory: folder } = await ask(other.url, 'show data_directory');
    expect(other.url).not.toBe(getUrl());
    expect(existsSync(folder ?? '')).toBe(true);
    await other.stop();
    expect(existsSync(folder ?? '')).toBe(false);
    await expect(ask(other.url, 'select 1')).rejects.toThrow();
  });
});
