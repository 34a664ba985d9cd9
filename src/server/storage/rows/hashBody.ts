import { hash } from 'node:crypto';

/** Fingerprint of a message as it was first sent: 128 bits of SHA-256 are plenty to tell one sender's messages apart. */
export function hashBody(kind: number, body: string, replyTo: number | null): Uint8Array {
  return new Uint8Array(hash('sha256', `${kind}|${replyTo ?? ''}|${body}`, 'buffer').subarray(0, 16));
}
