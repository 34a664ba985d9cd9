import type { ChatId } from '#protocol/ids.ts';
import type { ConnectionId, LiveConnection } from './connection.ts';

/** What the transport tells the live part about its sockets. Requests do not come this way: handlers reach the live part through LivePort. */
export interface LiveDoor {
  /** Call it after the handshake and before `hello` is sent: it puts the socket into its person's room. */
  onConnect(connection: LiveConnection): void;
  /** Call it once when the socket is gone, for whatever reason. */
  onDisconnect(connection: ConnectionId): void;
  /** The client signal `typing`. Unwelcome ones are dropped. */
  onTyping(connection: ConnectionId, c: ChatId): void;
  /** Connections whose tab is in the background, the oldest first. */
  hidden(): ConnectionId[];
  /** Begins the periodic look for changes that were committed but not emitted. */
  start(): void;
  /** Ends timers and flushes pending read marks, reactions and votes. */
  stop(): Promise<void>;
}
