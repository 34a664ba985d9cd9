import { chatKind } from '#protocol/entities/chatKind.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import type { OwnedReadState } from '#server/storage/rows/readStates.ts';
import type { PeerRead } from '#server/storage/units/sync/loadPeerReads.ts';
import type { ConnectionId } from './connection.ts';
import type { Rooms } from './rooms.ts';

export interface PeerReadsPorts {
  readonly rooms: Pick<Rooms, 'kindFor' | 'viewers'>;
  /** Positions of these readers, for the other person of each 1:1 chat. */
  loadMoved(keys: { c: ChatId; userId: UserId }[]): Promise<PeerRead[]>;
  /** For each of these viewers the position of the other person. */
  loadShown(keys: { c: ChatId; userId: UserId }[]): Promise<PeerRead[]>;
  /** To all devices of the person who is told, or to one connection of his. */
  emit(reads: readonly PeerRead[], connection?: ConnectionId): void;
  failed(what: string, error: unknown): void;
}

/**
 * How far the other person of a 1:1 chat has read. It is no change of the chat and no row of the one who is told, so neither a hole nor a sync shows that an
 * announcement was lost: whoever opens the chat is told anew, and from time to time whoever looks at it.
 */
export class PeerReads {
  readonly #ports: PeerReadsPorts;

  constructor(ports: PeerReadsPorts) {
    this.#ports = ports;
  }

  /** Read positions went forward. */
  moved(reads: readonly OwnedReadState[]): void {
    const keys = this.#onlyDms(reads.map(({ userId, state }) => ({ c: state[0], userId })));
    if (keys.length > 0) this.#run(this.#ports.loadMoved(keys));
  }

  /** A connection of this person shows these chats from now on. Rejects with UNAVAILABLE. */
  async opened(connection: ConnectionId, userId: UserId, chats: readonly ChatId[]): Promise<void> {
    const keys = this.#onlyDms(chats.map((c) => ({ c, userId })));
    if (keys.length > 0) this.#ports.emit(await this.#ports.loadShown(keys), connection);
  }

  /** Tells everybody who looks at a 1:1 chat. */
  tellViewers(): void {
    const keys = this.#onlyDms(this.#ports.rooms.viewers());
    if (keys.length > 0) this.#run(this.#ports.loadShown(keys));
  }

  #onlyDms(keys: { c: ChatId; userId: UserId }[]): { c: ChatId; userId: UserId }[] {
    const kindOf = (c: ChatId, userId: UserId): number => this.#ports.rooms.kindFor(userId, c) ?? chatKind.dm;
    return keys.filter(({ c, userId }) => kindOf(c, userId) === chatKind.dm);
  }

  #run(loading: Promise<PeerRead[]>): void {
    loading.then(
      (reads) => this.#ports.emit(reads),
      (error: unknown) => this.#ports.failed('peer reads', error),
    );
  }
}
