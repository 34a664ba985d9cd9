import type { ChatId, UserId } from '#protocol/ids.ts';
import type { ServerSignalData } from '#protocol/signals.ts';
import type { UserChanges } from '#server/storage/units/sync/loadUserChanges.ts';
import type { LiveClock } from './liveClock.ts';
import type { RoomChat } from './livePort.ts';

export interface UserEventsPorts {
  readonly clock: LiveClock;
  /** Newest user rev of each person. */
  loadUserRevs(users: UserId[]): Promise<[UserId, number][]>;
  loadChanges(user: UserId, since: number): Promise<UserChanges>;
  /** State of the rooms before a membership read, for `enterChats`. */
  mark(): number;
  /** Brings the person's sockets into these chats and follows them. Resolves when the chats' heads may be read; with false where some were not entered yet: he lost one after `mark` and may be back, or the node has only now begun to follow it. The changes are to be read again. */
  enterChats(user: UserId, chats: readonly RoomChat[], mark: number): Promise<boolean>;
  leaveChats(user: UserId, chats: ChatId[]): void;
  /** Rev emitted last for a chat here. */
  lastRev(c: ChatId): number | undefined;
  emit(user: UserId, event: ServerSignalData<'ue'>): void;
  failed(what: string, error: unknown): void;
}

const retryMs = 1_000;
/** A chat that changes faster than its head is read is sent as it is after this many reads; its next delta shows the hole to the client. */
const readsMax = 4;
/** After so many looks in which somebody was not in all of his chats yet, the rest is left for later. */
const enterMax = 20;

interface Person {
  lastUrev: number;
  /** resolved when `lastUrev` stands, or nobody is here any more */
  begun: PromiseWithResolvers<void>;
  dirty: boolean;
  running: boolean;
}

/**
 * Sends each local person the changes of his own rows, without holes: `a` is the user rev of the emission before. The numbers come from the database, never
 * from the announcement, so a lost announcement costs time only.
 */
export class UserEvents {
  readonly #ports: UserEventsPorts;
  readonly #people = new Map<UserId, Person>();

  constructor(ports: UserEventsPorts) {
    this.#ports = ports;
  }

  /** The person's first local socket is here: begin to count from the database's rev. */
  enter(user: UserId): void {
    if (this.#people.has(user)) return;
    this.#people.set(user, { lastUrev: -1, begun: Promise.withResolvers(), dirty: false, running: false });
    this.notice(user);
  }

  /** Resolves when every later change of the person's rows will be sent. Whoever reads these rows for a connection waits for it first. */
  async ready(user: UserId): Promise<void> {
    await this.#people.get(user)?.begun.promise;
  }

  /** The last socket has gone. */
  exit(user: UserId): void {
    this.#people.get(user)?.begun.resolve();
    this.#people.delete(user);
  }

  /** The person's rows may have changed. */
  notice(user: UserId): void {
    const person = this.#people.get(user);
    if (!person) return;
    person.dirty = true;
    if (!person.running) void this.#run(user, person);
  }

  /** What the sweeper compares with the database. */
  revs(): [UserId, number][] {
    return [...this.#people]
      .filter(([, { lastUrev }]) => lastUrev >= 0)
      .map(([user, { lastUrev }]) => [user, lastUrev]);
  }

  async #run(user: UserId, person: Person): Promise<void> {
    person.running = true;
    try {
      while (person.dirty && this.#people.get(user) === person) {
        person.dirty = false;
        if (person.lastUrev < 0) await this.#begin(user, person);
        else await this.#send(user, person);
      }
    } catch (error) {
      this.#ports.failed('user events', error);
      person.dirty = true;
      this.#ports.clock.after(retryMs, () => this.notice(user));
    } finally {
      person.running = false;
    }
  }

  async #begin(user: UserId, person: Person): Promise<void> {
    const revs = await this.#ports.loadUserRevs([user]);
    person.lastUrev = revs[0]?.[1] ?? 0;
    person.begun.resolve();
  }

  async #send(user: UserId, person: Person): Promise<void> {
    let mark = this.#ports.mark();
    let changes = await this.#ports.loadChanges(user, person.lastUrev);
    if (changes.u <= person.lastUrev) return;
    for (let reads = 1; ; reads += 1) {
      // Rooms first, heads after: whatever is committed between the two then comes as a delta.
      const isIn = await this.#ports.enterChats(user, changes.rooms, mark);
      // A chat whose room was not entered would be silent from now on.
      if (isIn && (reads >= readsMax || this.#isCurrent(changes))) break;
      if (!isIn && reads >= enterMax) throw new Error('somebody comes and goes faster than it is read');
      mark = this.#ports.mark();
      changes = await this.#ports.loadChanges(user, person.lastUrev);
    }
    if (this.#people.get(user) !== person) return;
    this.#ports.leaveChats(user, changes.set.gone ?? []);
    this.#ports.emit(user, { a: person.lastUrev, u: changes.u, set: changes.set });
    person.lastUrev = changes.u;
  }

  /** Whether no chat has emitted beyond the head that is about to be sent: a device that learns of the chat now would miss that change. */
  #isCurrent(changes: UserChanges): boolean {
    return (changes.set.chats ?? []).every(({ h }) => h.rev >= (this.#ports.lastRev(h.c) ?? 0));
  }
}
