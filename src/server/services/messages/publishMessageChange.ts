import type { LivePort } from '#server/live/livePort.ts';
import type { MessageChange } from '#server/storage/units/messages/changeTypes.ts';

/** Tells the live part of an edit or unsend: the room, and the people whose mentions it touched. */
export function publishMessageChange(live: LivePort, change: MessageChange): void {
  if (change.delta) live.publishChange({ delta: change.delta, personal: change.personal });
  live.publishReads(change.reads);
}
