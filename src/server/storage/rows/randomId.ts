import { randomBytes } from 'node:crypto';

/** A random id of 53 bits, never 0: not enumerable, and made without asking any other node. */
export function randomId(): number {
  const bytes = randomBytes(7);
  const id = bytes.readUIntBE(0, 6) * 32 + ((bytes[6] as number) & 31);
  return id === 0 ? randomId() : id;
}
