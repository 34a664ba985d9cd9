import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';

const keyBytes = 64;

/**
 * The secret that signs tokens, from a file that only the owner may read; it is made at the first start. Whoever deletes it logs everybody out.
 * Throws what the file system throws, and an Error when the file is too short to be a key.
 */
export function loadTokenKey(path: string): Uint8Array {
  if (!existsSync(path)) {
    // `wx`: of two processes that start at once one writes, the other one reads below.
    try {
      writeFileSync(path, `${randomBytes(keyBytes).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  }
  chmodSync(path, 0o600);
  const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64');
  if (key.length < keyBytes) throw new Error(`${path} does not hold a key of ${keyBytes} bytes`);
  return key;
}
