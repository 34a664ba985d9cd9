import type { ChatId, DeviceId, UserId } from '#protocol/ids.ts';

/** One device of a run. */
export interface DeviceSpec {
  d: number;
  user: UserId;
  deviceId: DeviceId;
  /** of the device's own proxy */
  origin: string;
  /** chats in which the person is always and writes */
  writes: { c: ChatId; others: UserId[] }[];
  /** chats from which the person may be removed at any time: there he only reads */
  reads: ChatId[];
  /** groups whose guests this device removes and brings back */
  guests: { c: ChatId; users: UserId[] }[];
}

/** What one client process is to do; it finds this in a file. */
export interface ClientSpec {
  /** of history, journals, cookies and results */
  folder: string;
  name: string;
  devices: DeviceSpec[];
  /** operations of all its devices together, per second, as long as the machine bears them */
  rate: number;
  seed: number;
  /** whether it may be killed: then what it commits is written down, and read again by the next process */
  isMortal: boolean;
}

/** What the run asks of a client process. */
export type ToClient =
  | { t: 'load'; on: boolean }
  /** the network is back */
  | { t: 'wake' }
  | { t: 'report'; isDeep: boolean }
  /** write the state of every device and end */
  | { t: 'end' };

/** Where a client process stands. */
export interface ClientReport {
  /** operations that this process heard a yes to */
  acked: number;
  live: number;
  /** Only when it was asked for: what still has to happen, in words, and the newest rev of each chat by device. */
  unsettled: string[];
  revs: [c: number, rev: number][];
}

/** What a client process says. */
export type FromClient = { t: 'ready' } | { t: 'report'; report: ClientReport };
