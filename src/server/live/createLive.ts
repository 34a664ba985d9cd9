import type { Storage } from '#server/storage/units.ts';
import type { Bus } from './bus.ts';
import type { DeliveryPort } from './deliveryPort.ts';
import { InProcessBus } from './inProcessBus.ts';
import type { LiveClock } from './liveClock.ts';
import type { LiveDoor } from './liveDoor.ts';
import { LiveNode } from './liveNode.ts';
import type { LivePort } from './livePort.ts';

/** What one node's live part is made of. */
export interface LiveParts {
  storage: Storage;
  delivery: DeliveryPort;
  clock: LiveClock;
  /** Something failed that is repaired by itself; for the log. */
  failed: (what: string, error: unknown) => void;
  /** Line to the other nodes; default: there are none. */
  bus?: Bus;
  /** The process is behind with its work; default: never. */
  isLate?: () => boolean;
}

/**
 * The live part of one node: queues of senders, delivery to sockets, read positions, receipts, typing, presence. Call `start` for healing, `stop` at the
 * end. The answer is a plain object, so that single functions of it can be replaced.
 */
export function createLive(parts: LiveParts): LivePort & LiveDoor {
  const node = new LiveNode({
    ...parts,
    bus: parts.bus ?? new InProcessBus().connect(),
    isLate: parts.isLate ?? (() => false),
  });
  return {
    publishChange: (change) => node.publishChange(change),
    publishThread: (told) => node.publishThread(told),
    publishUser: (userId) => node.publishUser(userId),
    publishReads: (reads) => node.publishReads(reads),
    publishDeclined: (c, userId) => node.publishDeclined(c, userId),
    publishAsked: (userId) => node.publishAsked(userId),
    publishApp: (app, st) => node.publishApp(app, st),
    revokeDevices: (userId, devices) => node.revokeDevices(userId, devices),
    heal: (c) => node.heal(c),
    noticeRev: (c, rev) => node.noticeRev(c, rev),
    sendMessages: (c, request) => node.sendMessages(c, request),
    react: (c, wish) => node.react(c, wish),
    vote: (c, wish) => node.vote(c, wish),
    markRead: (wish) => node.markRead(wish),
    beginSync: () => node.beginSync(),
    enterRooms: (connection, chats, mark) => node.enterRooms(connection, chats, mark),
    finishSync: (connection, chats, mark) => node.finishSync(connection, chats, mark),
    strangeTo: (connection, chats) => node.strangeTo(connection, chats),
    setView: (connection, view) => node.setView(connection, view),
    onConnect: (connection) => node.onConnect(connection),
    onDisconnect: (connection) => node.onDisconnect(connection),
    onTyping: (connection, c) => node.onTyping(connection, c),
    hidden: () => node.hidden(),
    start: () => node.start(),
    stop: () => node.stop(),
  };
}
