import type { UserId } from '#protocol/ids.ts';
import type { ConnectionId, LiveConnection } from './connection.ts';
import type { DeliveryPort } from './deliveryPort.ts';
import type { LiveClock } from './liveClock.ts';
import { roomOf } from './roomOf.ts';

/** A person counts as here this long after the last visible socket went, ms: a reload or a change of network is no absence. */
const goneMs = 10_000;

interface Person {
  visible: Set<ConnectionId>;
  here: boolean;
  stop: (() => void) | undefined;
  seen: number;
}

/** Who is here: at least one socket with a visible tab. Told only on change and only to those who watch. */
export class Presence {
  readonly #delivery: DeliveryPort;
  readonly #clock: LiveClock;
  readonly #people = new Map<UserId, Person>();

  constructor(delivery: DeliveryPort, clock: LiveClock) {
    this.#delivery = delivery;
    this.#clock = clock;
  }

  /** A socket came, became visible or hidden. */
  set(connection: LiveConnection, visible: boolean): void {
    const person = this.#people.get(connection.userId) ?? this.#add(connection.userId);
    if (visible) person.visible.add(connection.id);
    else person.visible.delete(connection.id);
    this.#settle(connection.userId, person);
  }

  remove(connection: LiveConnection): void {
    const person = this.#people.get(connection.userId);
    if (!person) return;
    person.visible.delete(connection.id);
    this.#settle(connection.userId, person);
  }

  /** `[person, 0 away | 1 here, last seen]` of those who are known here. */
  look(people: readonly UserId[]): [UserId, number, number?][] {
    return people.map((user) => {
      const person = this.#people.get(user);
      if (person?.here) return [user, 1];
      return person ? [user, 0, person.seen] : [user, 0];
    });
  }

  stop(): void {
    for (const person of this.#people.values()) person.stop?.();
    this.#people.clear();
  }

  #add(user: UserId): Person {
    const person: Person = { visible: new Set(), here: false, stop: undefined, seen: this.#clock.now() };
    this.#people.set(user, person);
    return person;
  }

  #settle(user: UserId, person: Person): void {
    if (person.visible.size > 0) {
      person.stop?.();
      person.stop = undefined;
      if (person.here) return;
      person.here = true;
      return this.#tell(user, [user, 1]);
    }
    if (!person.here) {
      if (!person.stop) this.#people.delete(user);
      return;
    }
    person.seen = this.#clock.now();
    person.stop ??= this.#clock.after(goneMs, () => {
      this.#people.delete(user);
      this.#tell(user, [user, 0, person.seen]);
    });
  }

  #tell(user: UserId, state: [UserId, number, number?]): void {
    this.#delivery.emitSignal({ room: roomOf.presence(user) }, 'pres', [state], { volatile: true });
  }
}
