import type { ReadState } from '#protocol/entities/receipt.ts';
import type { ChatId, DeviceId, MemberId, UserId } from '#protocol/ids.ts';
import type { ChatChange } from '#server/storage/units/chats/chatChange.ts';

/** A read position that moved. `state` is for the reader's own devices, the rest for the chat. */
export interface ReadMove {
  user: UserId;
  mid: MemberId;
  kind: number;
  state: ReadState;
  /** rev of the join, for receipts */
  joinRev: number;
  /** server time, ms */
  at: number;
}

/** What nodes tell each other. Nothing here is needed for correctness: a lost message is found by the sweeper. */
export type BusMessage =
  | { t: 'change'; change: ChatChange }
  | { t: 'user'; user: UserId }
  | { t: 'reads'; moves: ReadMove[] }
  | { t: 'typing'; c: ChatId; user: MemberId }
  | { t: 'revoke'; user: UserId; devices: DeviceId[] };

/** A line between the nodes: fire and forget, own messages do not come back. Order is kept per sender. */
export interface Bus {
  publish(message: BusMessage): void;
  onMessage(listener: (message: BusMessage) => void): void;
  /** Calls back when messages may have been lost; everything followed is then looked at again. */
  onGap(listener: () => void): void;
  close(): void;
}
