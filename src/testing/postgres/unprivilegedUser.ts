import { readFileSync } from 'node:fs';

/** A user that child processes can run as. */
export interface ProcessUser {
  uid: number;
  gid: number;
}

/**
 * The user that PostgreSQL has to run as: it refuses to run as root, so root lends it to `postgres` or `nobody`.
 * Nothing means "the user of this process".
 */
export function unprivilegedUser(): ProcessUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = new Map<string, ProcessUser>();
  for (const line of readFileSync('/etc/passwd', 'utf8').split('\n')) {
    const [name, , uid, gid] = line.split(':');
    if (name) users.set(name, { uid: Number(uid), gid: Number(gid) });
  }
  const user = users.get('postgres') ?? users.get('nobody');
  if (!user) throw new Error('PostgreSQL does not run as root, and there is neither a user postgres nor nobody');
  return user;
}
