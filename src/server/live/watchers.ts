import type { UserId } from '#protocol/ids.ts';
import type { ConnectionId, LiveConnection } from './connection.ts';
import type { DeliveryPort } from './deliveryPort.ts';
import type { Presence } from './presence.ts';
import type { Rooms } from './rooms.ts';

/** What watching needs of the database and of the other parts. */
export interface WatchersPorts {
  delivery: DeliveryPort;
  rooms: Pick<Rooms, 'setWatched' | 'watchedOn'>;
  presence: Pick<Presence, 'look'>;
  /** whom of these the person may watch */
  filterWatchable(user: UserId, ids: UserId[]): Promise<UserId[]>;
  /** which of these may watch the person */
  filterWatchers(user: UserId, watchers: UserId[]): Promise<UserId[]>;
}

/** Whom a connection would like to watch. */
interface Wish {
  readonly connection: LiveConnection;
  readonly ids: readonly UserId[];
}

/** A question whether people may be watched. `isStale`: one of them has changed something since it was asked. */
interface Question {
  readonly people: readonly UserId[];
  isStale: boolean;
}

/**
 * Who watches whom. A connection watches the people of its wish that let it; what they allow may change at any time, and then holds at once for those who
 * watch already: the room of a person is the one place that answers and pushes pass.
 */
export class Watchers {
  readonly #ports: WatchersPorts;
  readonly #wishes = new Map<ConnectionId, Wish>();
  readonly #wishing = new Map<UserId, Set<ConnectionId>>();
  /** questions to the database under way */
  readonly #questions = new Set<Question>();

  constructor(ports: WatchersPorts) {
    this.#ports = ports;
  }

  /** The newest wish of a connection, whole. Answers by the signal `pres`; rejects when the database cannot be asked. */
  async wish(connection: LiveConnection, ids: readonly UserId[]): Promise<void> {
    const wish = { connection, ids };
    this.forget(connection.id);
    this.#wishes.set(connection.id, wish);
    for (const user of ids) this.#wishing.set(user, (this.#wishing.get(user) ?? new Set()).add(connection.id));
    const allowed = await this.#settled(ids, () => this.#ports.filterWatchable(connection.userId, [...ids]));
    if (this.#wishes.get(connection.id) !== wish) return;
    this.#ports.rooms.setWatched(connection.id, allowed);
    this.#show(connection.id, allowed);
  }

  forget(id: ConnectionId): void {
    for (const user of this.#wishes.get(id)?.ids ?? []) {
      const others = this.#wishing.get(user);
      others?.delete(id);
      if (others?.size === 0) this.#wishing.delete(user);
    }
    this.#wishes.delete(id);
  }

  /**
   * The person's settings or relations changed: who may not watch any more hears nothing from now on, who may now is told. When the database cannot be asked
   * nobody watches, until they declare their view again, and it rejects.
   */
  async recheck(user: UserId): Promise<void> {
    for (const question of this.#questions) if (question.people.includes(user)) question.isStale = true;
    const watchers = new Set(this.#wishesFor(user).map(({ connection }) => connection.userId));
    if (watchers.size === 0) return;
    let allowed: UserId[] = [];
    try {
      allowed = await this.#settled([user], () => this.#ports.filterWatchers(user, [...watchers]));
    } finally {
      // Who has come in between was asked about with his own wish.
      for (const { connection } of this.#wishesFor(user)) {
        if (watchers.has(connection.userId)) this.#allow(connection, user, allowed.includes(connection.userId));
      }
    }
  }

  /** Changes may have been missed: asks about everybody again. */
  async recheckAll(): Promise<void> {
    for (const question of this.#questions) question.isStale = true;
    for (const { connection, ids } of [...this.#wishes.values()]) await this.wish(connection, ids);
  }

  #show(id: ConnectionId, people: readonly UserId[]): void {
    const states = this.#ports.presence.look(people);
    if (states.length > 0) this.#ports.delivery.emitSignal({ connection: id }, 'pres', states);
  }

  #allow({ id }: LiveConnection, user: UserId, may: boolean): void {
    const watched = this.#ports.rooms.watchedOn(id);
    if (watched.has(user) === may) return;
    this.#ports.rooms.setWatched(id, may ? [...watched, user] : [...watched].filter((other) => other !== user));
    if (may) this.#show(id, [user]);
    // The last word is "not here", without a time: what anybody is shown of a stranger.
    else this.#ports.delivery.emitSignal({ connection: id }, 'pres', [[user, 0]]);
  }

  #wishesFor(user: UserId): Wish[] {
    return [...(this.#wishing.get(user) ?? [])].flatMap((id) => this.#wishes.get(id) ?? []);
  }

  /** Asks again while something changes during the question: an answer from before a change must not hold after it. */
  async #settled(people: readonly UserId[], ask: () => Promise<UserId[]>): Promise<UserId[]> {
    for (;;) {
      const question: Question = { people, isStale: false };
      this.#questions.add(question);
      try {
        const answer = await ask();
        if (!question.isStale) return answer;
      } finally {
        this.#questions.delete(question);
      }
    }
  }
}
