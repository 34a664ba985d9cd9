import type { MiniScripts } from '#server/services/miniApps/miniScripts.ts';
import type { ResolveHost } from '#server/services/openInternet/ResolveHost.ts';

/** What the gateway allows the servers of mini-apps. */
export interface UpstreamLimits {
  /** bytes of a request's body, and of an answer's after unpacking */
  readonly requestMax: number;
  readonly answerMax: number;
  /** until the first byte of an answer, counted from the last byte that was sent, ms */
  readonly firstByteMs: number;
  /** without a byte in the middle of an answer, ms */
  readonly idleMs: number;
  /** without a byte in either direction of a WebSocket, ms */
  readonly socketIdleMs: number;
}

export const upstreamLimits: UpstreamLimits = {
  requestMax: 10 * 1_024 * 1_024,
  answerMax: 50 * 1_024 * 1_024,
  firstByteMs: 15_000,
  idleMs: 60_000,
  socketIdleMs: 5 * 60_000,
};

/** What the gateway needs beside the other parts of the server. */
export interface GatewayTools {
  readonly scripts: MiniScripts;
  readonly resolve: ResolveHost;
  readonly limits: UpstreamLimits;
}
