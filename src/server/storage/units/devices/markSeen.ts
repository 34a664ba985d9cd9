import type { DeviceId } from '#protocol/ids.ts';
import { writeUnit } from '#server/storage/unit.ts';

/** Writes when devices were last here; a time never goes back. */
export const markSeen = writeUnit(async (tx, input: readonly (readonly [DeviceId, number])[]): Promise<void> => {
  for (const [deviceId, at] of input) {
    await tx.sql('UPDATE devices SET seen_at = ? WHERE id = ? AND seen_at < ?', [at, deviceId, at]);
  }
});
