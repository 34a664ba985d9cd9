import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { parseConfig } from './config.ts';
import { normaliseHandle } from '#server/services/accounts/logIn.ts';
import { StartError } from './startError.ts';
import { openStorage } from '#server/storage/openStorage.ts';
import { StorageOpenError } from '#server/storage/storageOpenError.ts';

/** The command `npm run admin`: makes a person an administrator of the installation. It may run while the server does. */

const usage = `npm run admin -- grant HANDLE     makes HANDLE an administrator of this installation
npm run admin -- revoke HANDLE    makes HANDLE an ordinary person again`;

async function run(args: readonly string[]): Promise<string> {
  const [verb, text, ...rest] = args;
  if ((verb !== 'grant' && verb !== 'revoke') || text === undefined || rest.length > 0) throw new StartError(usage);
  const handle = normaliseHandle(text);
  if (handle === undefined) throw new StartError(`"${text}" is not a handle.`);
  const isAdmin = verb === 'grant';
  const storage = await openStorage(parseConfig(process.env).storage);
  try {
    // Who sat at the machine is all that is known here; it stands in the audit log.
    const by = `command line, ${userInfo().username}`;
    const isDone = await storage.run('grantAdmin', { auditId: randomUUID(), handle, isAdmin, by });
    if (!isDone) throw new StartError(`Nobody here is called @${handle}.`);
  } finally {
    await storage.close();
  }
  return isAdmin ? `@${handle} is an administrator now.` : `@${handle} is not an administrator any more.`;
}

run(process.argv.slice(2)).then(
  (line) => void process.stdout.write(`${line}\n`),
  (error: unknown) => {
    const isForPeople = error instanceof StartError || error instanceof StorageOpenError;
    process.stderr.write(`${isForPeople ? error.message : String(error instanceof Error ? error.stack : error)}\n`);
    process.exitCode = 1;
  },
);
