import type { AppId, ChatId, DeviceId, MemberId, UserId } from '#protocol/ids.ts';
import type { OwnedReadState } from '#server/storage/rows/readStates.ts';
import type { ChatChange } from '#server/storage/units/chats/chatChange.ts';
import type { ThreadTold } from '#server/storage/units/threads/ThreadTold.ts';
import type { Bus, BusMessage } from './bus.ts';
import type { DeliveryPort } from './deliveryPort.ts';
import type { Outlet } from './outlet.ts';
import type { PeerReads } from './peerReads.ts';
import type { Receipts } from './receipts.ts';
import { roomOf } from './roomOf.ts';
import type { Rooms } from './rooms.ts';
import type { Sweeper } from './sweeper.ts';
import type { Tracker } from './tracker.ts';
import type { Typing } from './typing.ts';
import type { UserEvents } from './userEvents.ts';
import type { Watchers } from './watchers.ts';

/** The parts of this node that act on what was announced. */
export interface AnnouncerPorts {
  readonly bus: Bus;
  readonly delivery: DeliveryPort;
  readonly rooms: Rooms;
  readonly tracker: Tracker;
  readonly outlet: Outlet;
  readonly receipts: Receipts;
  readonly peerReads: PeerReads;
  readonly typing: Typing;
  readonly watchers: Watchers;
  readonly userEvents: UserEvents;
  readonly sweeper: Sweeper;
  failed(what: string, error: unknown): void;
}

/** After a loss on the bus people's devices ask for their rows again, spread over this time, ms. */
const resyncMs = 10_000;

/** Tells all nodes what happened, this one included: what comes from own services and what comes from the bus is done in the same way. */
export class Announcer {
  readonly #ports: AnnouncerPorts;

  constructor(ports: AnnouncerPorts) {
    this.#ports = ports;
    ports.bus.onMessage((message) => this.#act(message));
    ports.bus.onGap(() => this.#lookAgain());
  }

  /** A chat changed. */
  change(change: ChatChange): void {
    this.#announce({ t: 'change', change });
  }

  /** A thread was begun. */
  thread(told: ThreadTold): void {
    this.#announce({ t: 'thread', told });
  }

  /** Rows of a person changed. */
  user(user: UserId): void {
    this.#announce({ t: 'user', user });
  }

  /** Read states changed. */
  reads(reads: OwnedReadState[]): void {
    if (reads.length > 0) this.#announce({ t: 'reads', reads });
  }

  /** Somebody is typing. */
  typing(c: ChatId, who: MemberId): void {
    this.#announce({ t: 'typing', c, who });
  }

  /** A request to come in was declined. */
  declined(c: ChatId, user: UserId): void {
    this.#announce({ t: 'declined', c, user });
  }

  /** Somebody is asked to connect. */
  asked(user: UserId): void {
    this.#announce({ t: 'asked', user });
  }

  /** A mini-app was opened to people, or closed. */
  app(app: AppId, st: number): void {
    this.#announce({ t: 'app', app, st });
  }

  /** Devices were logged out. */
  revoke(user: UserId, devices: DeviceId[]): void {
    this.#announce({ t: 'revoke', user, devices });
  }

  #announce(message: BusMessage): void {
    this.#ports.bus.publish(message);
    this.#act(message);
  }

  #act(message: BusMessage): void {
    if (message.t === 'change') this.#acceptChange(message.change);
    else if (message.t === 'thread') this.#ports.outlet.noteThread(message.told);
    else if (message.t === 'user') this.#acceptUser(message.user);
    else if (message.t === 'reads') this.#acceptReads(message.reads);
    else if (message.t === 'typing') this.#ports.typing.note(message.c, message.who);
    else if (message.t === 'declined') this.#acceptDeclined(message.c, message.user);
    else if (message.t === 'asked') this.#ports.delivery.emitSignal({ room: roomOf.user(message.user) }, 'asked', {});
    else if (message.t === 'app') this.#acceptApp(message.app, message.st);
    else this.#acceptRevoke(message.user, message.devices);
  }

  #acceptChange(change: ChatChange): void {
    const { tracker, outlet } = this.#ports;
    const { c, b, head } = change.delta;
    // The newest message is not the one the head shows: it is hidden from somebody. Only the database knows what each of the two may see.
    if (head.ls > (head.l?.s ?? 0) && tracker.lastRev(c) !== undefined) {
      tracker.notice(c, b);
      void tracker.heal(c);
      // Healing reads the thread itself, not what others hear of it.
      if (change.thread) outlet.noteThread(change.thread);
    } else tracker.onChange(change);
  }

  #acceptUser(user: UserId): void {
    const { userEvents, watchers, failed } = this.#ports;
    userEvents.notice(user);
    // Whom he has added or blocked, or who may see him, may have changed.
    watchers.recheck(user).catch((error: unknown) => failed('watchers', error));
  }

  #acceptReads(reads: OwnedReadState[]): void {
    this.#ports.outlet.emitReads(reads);
    this.#ports.peerReads.moved(reads);
  }

  #acceptDeclined(c: ChatId, user: UserId): void {
    this.#ports.delivery.emitSignal({ room: roomOf.user(user) }, 'declined', { c });
  }

  /** Seldom, and to everybody: what is open may be anywhere. */
  #acceptApp(app: AppId, st: number): void {
    const { delivery, rooms } = this.#ports;
    for (const user of rooms.people()) delivery.emitSignal({ room: roomOf.user(user) }, 'app', { app, st });
  }

  #acceptRevoke(user: UserId, devices: DeviceId[]): void {
    for (const { id, deviceId } of this.#ports.rooms.connectionsOf(user))
      if (devices.includes(deviceId)) this.#ports.delivery.kick(id, 'REVOKED');
  }

  /** The bus may have lost anything. Revs show what is missing; read positions do not: the counts are read again, and people's devices ask. */
  #lookAgain(): void {
    const { delivery, rooms, receipts, peerReads, watchers, sweeper, failed } = this.#ports;
    void sweeper.sweepAll();
    watchers.recheckAll().catch((error: unknown) => failed('watchers', error));
    receipts.renewAll();
    peerReads.tellViewers();
    for (const user of rooms.people())
      delivery.emitSignal({ room: roomOf.user(user) }, 'resync', { scope: 'me', in: resyncMs });
  }
}
