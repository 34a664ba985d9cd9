import type { OwnedReadState } from '#server/storage/rows/readStates.ts';
import type { ThreadTold } from '#server/storage/units/threads/ThreadTold.ts';
import type { ChatChange } from '#server/storage/units/chats/chatChange.ts';
import type { AppId, ChatId, DeviceId, MemberId, UserId } from '#protocol/ids.ts';

/** What nodes tell each other. Nothing here is needed for correctness: a lost message is found by the sweeper. */
export type BusMessage =
  | { t: 'change'; change: ChatChange }
  | { t: 'thread'; told: ThreadTold }
  | { t: 'user'; user: UserId }
  | { t: 'reads'; reads: OwnedReadState[] }
  | { t: 'typing'; c: ChatId; who: MemberId }
  | { t: 'declined'; c: ChatId; user: UserId }
  | { t: 'asked'; user: UserId }
  | { t: 'app'; app: AppId; st: number }
  | { t: 'revoke'; user: UserId; devices: DeviceId[] };

/** A line between the nodes: fire and forget, own messages do not come back. Order is kept per sender. */
export interface Bus {
  publish(message: BusMessage): void;
  onMessage(listener: (message: BusMessage) => void): void;
  /**
   * Calls back when messages may have been lost, and when another node has ended or is silent: it may have died between a commit and what it had to say of it.
   * Everything followed is then looked at again.
   */
  onGap(listener: () => void): void;
  close(): void;
}
