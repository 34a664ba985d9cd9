import type { LocalChat, LocalMessage, OutboxEntry } from '#sync/changes.ts';

/** What a device's own database holds at the end of a run. */
export interface DeviceState {
  d: number;
  user: number;
  chats: LocalChat[];
  msgs: LocalMessage[];
  outbox: OutboxEntry[];
  /** read positions that the server has not confirmed */
  marks: number;
}
