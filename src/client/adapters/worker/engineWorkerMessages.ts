import type { Account } from '#protocol/entities/user.ts';
import type { DeviceId, UserId } from '#protocol/ids.ts';
import type { SessionGrant } from '#protocol/session.ts';

/** Why an engine in a worker ended: what the engine says, or `crashed` when the worker fell silent or failed. */
export type EngineWorkerEnd = 'stopped' | 'fenced' | 'refused' | 'crashed';

/** Everything an engine must know when it begins. `epoch`: the lease that the tab has taken for it. */
export interface EngineOrder {
  userId: UserId;
  deviceId: DeviceId;
  epoch: number;
  appVersion: string;
  /** id of the tab that holds the lock */
  tab: string;
  isVisible: boolean;
  isOnline: boolean;
  /** of a login that has just happened: saves the first renewal */
  grant?: SessionGrant;
}

/** From the tab that leads to its worker. */
export type ToEngineWorker =
  | { t: 'start'; order: EngineOrder }
  /** the tab's surroundings have changed; `online` and `offline` too, because not every browser tells its workers */
  | { t: 'around'; isVisible: boolean; isOnline: boolean }
  | { t: 'ping' }
  | { t: 'stop' };

/** From the worker to the tab that leads. Everything else goes over the line, where all tabs hear it. */
export type FromEngineWorker =
  /** the engine begins; from now on it answers on the line */
  | { t: 'ready' }
  | { t: 'pong' }
  | { t: 'account'; account: Account }
  | { t: 'end'; end: Exclude<EngineWorkerEnd, 'crashed'> };
