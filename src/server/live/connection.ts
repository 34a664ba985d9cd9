import type { DeviceId, UserId } from '#protocol/ids.ts';

/** Id of a socket of this node (socket.io's), the same text as `Caller.connection`. */
export type ConnectionId = string;

/** One authenticated socket, as the transport announces it after the handshake. */
export interface LiveConnection {
  readonly id: ConnectionId;
  readonly userId: UserId;
  readonly deviceId: DeviceId;
  /** Number of the engine that leads the browser; of two connections of one device the lower one is closed, unless one has `loneEpoch`. */
  readonly epoch: number;
  /** The client's own id of this connection attempt. */
  readonly conn: string;
  /** 1: a tab of it is visible. */
  readonly vis: 0 | 1;
}
