import { afterAll, beforeAll, describe } from 'vitest';
import { findPostgres } from './findPostgres.ts';
import { startPostgres, type TestPostgres } from './startPostgres.ts';

const startLimitMs = 60_000;

/**
 * A suite that has a PostgreSQL of its own. Without one on the machine it is skipped and says so, except with
 * CI=true, where the suite fails: a pipeline must not lose half of its storage tests without a word.
 * `getUrl` answers from `beforeAll` on.
 */
export function describePostgres(name: string, define: (getUrl: () => string) => void): void {
  const isSkipped = !findPostgres() && !process.env['CI'];
  const title = isSkipped ? `${name} (PostgreSQL is not installed; "apt-get install postgresql" brings it)` : name;
  describe.skipIf(isSkipped)(title, () => {
    let server: TestPostgres | undefined;
    beforeAll(async () => {
      server = await startPostgres();
    }, startLimitMs);
    afterAll(() => server?.stop(), startLimitMs);
    define(() => {
      if (!server) throw new Error('PostgreSQL starts in beforeAll; ask for its URL inside a test or a hook');
      return server.url;
    });
  });
}
