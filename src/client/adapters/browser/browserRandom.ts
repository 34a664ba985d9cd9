import type { Random } from '#sync/ports.ts';

let lastMs = 0;
let counter = 0;

/** Chance as the browser gives it; see {@link uuidV7} for the ids. */
export const browserRandom: Random = { float: () => Math.random(), uuid: uuidV7 };

/**
 * A UUIDv7: 48 bits of time, a counter of 12 bits, 62 bits of chance. The counter keeps ids of one tab ascending inside a millisecond, and time that goes
 * back (a corrected clock) does not make them descend.
 */
function uuidV7(): string {
  const now = Date.now();
  counter = now > lastMs ? crypto.getRandomValues(new Uint16Array(1))[0]! & 0x7ff : counter + 1;
  // 2,048 ids in one millisecond borrow the next one.
  if (counter > 0xfff) counter = 0;
  lastMs = counter === 0 && now <= lastMs ? lastMs + 1 : Math.max(lastMs, now);
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x80;
  const time = lastMs.toString(16).padStart(12, '0');
  const tail = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const middle = `7${counter.toString(16).padStart(3, '0')}`;
  return `${time.slice(0, 8)}-${time.slice(8)}-${middle}-${tail.slice(0, 4)}-${tail.slice(4)}`;
}
