import type { LivePort } from '#server/live/livePort.ts';
import type { MessageChange } from '#server/storage/units/messages/changeTypes.ts';

/** Tells the live part of an edit or unsend: the room, the people whose mentions it touched, and those who kept the message. */
export function publishMessageChange(live: LivePort, change: MessageChange): void {
  if (change.delta) live.publishChange({ delta: change.delta, personal: change.personal, ...change.within });
  live.publishReads(change.reads);
  for (const keeper of change.keepers ?? []) live.publishUser(keeper);
}
