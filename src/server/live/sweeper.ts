import type { ChatId, UserId } from '#protocol/ids.ts';
import type { LiveClock } from './liveClock.ts';

export interface SweeperPorts {
  readonly clock: LiveClock;
  /** Chats that somebody looks at. */
  viewed(): ChatId[];
  /** All chats that are followed here. */
  followed(): ChatId[];
  loadRevs(chats: ChatId[]): Promise<[ChatId, number][]>;
  notice(c: ChatId, rev: number): void;
  /** Looks at the rooms of communities that nobody shows: they are not followed by themselves. */
  sweepRooms(): Promise<void>;
  /** People of this node with the user rev they were told last. */
  people(): [UserId, number][];
  loadUserRevs(users: UserId[]): Promise<[UserId, number][]>;
  noticeUser(user: UserId): void;
  /** Begins to follow chats whose first read failed. */
  followRest(): Promise<void>;
  /** Tells viewers the true revs of what they look at, and how far it was read. */
  tick(revs: ReadonlyMap<ChatId, number>): void;
  failed(what: string, error: unknown): void;
}

const viewedMs = 2_000;
const peopleMs = 10_000;
const followedMs = 30_000;
/** Chats or people per query. */
const slice = 500;

/** Looks in the database for what was committed but never announced: a crash between the two, a lost bus message. */
export class Sweeper {
  readonly #ports: SweeperPorts;
  #stops: (() => void)[] = [];

  constructor(ports: SweeperPorts) {
    this.#ports = ports;
  }

  start(): void {
    this.#every(viewedMs, async () => {
      await this.#ports.followRest();
      await this.#sweepChats(this.#ports.viewed());
    });
    this.#every(peopleMs, () => this.#sweepPeople());
    this.#every(followedMs, async () => {
      await this.#sweepChats(this.#ports.followed());
      await this.#ports.sweepRooms();
      this.#ports.tick(new Map(await this.#revs(this.#ports.viewed())));
    });
  }

  stop(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }

  /** Looks at everything now; for a bus that may have lost messages. */
  async sweepAll(): Promise<void> {
    try {
      await this.#sweepChats(this.#ports.followed());
      await this.#ports.sweepRooms();
      await this.#sweepPeople();
    } catch (error) {
      this.#ports.failed('sweep', error);
    }
  }

  #every(ms: number, work: () => Promise<void>): void {
    const index = this.#stops.length;
    const next = (): void => {
      this.#stops[index] = this.#ports.clock.after(ms, () => {
        void work()
          .catch((error: unknown) => this.#ports.failed('sweep', error))
          .finally(() => {
            if (this.#stops.length > 0) next();
          });
      });
    };
    next();
  }

  async #sweepChats(chats: ChatId[]): Promise<void> {
    for (const [c, rev] of await this.#revs(chats)) this.#ports.notice(c, rev);
  }

  async #revs(chats: ChatId[]): Promise<[ChatId, number][]> {
    const revs: [ChatId, number][] = [];
    for (let from = 0; from < chats.length; from += slice)
      revs.push(...(await this.#ports.loadRevs(chats.slice(from, from + slice))));
    return revs;
  }

  async #sweepPeople(): Promise<void> {
    const people = this.#ports.people();
    for (let from = 0; from < people.length; from += slice) {
      const part = new Map(people.slice(from, from + slice));
      const revs = await this.#ports.loadUserRevs([...part.keys()]);
      for (const [user, rev] of revs) if (rev > (part.get(user) ?? rev)) this.#ports.noticeUser(user);
    }
  }
}
