import type { Head } from '#protocol/entities/chat.ts';
import type { ChatSnapshot } from '#protocol/entities/chatSnapshot.ts';
import type { Row } from '#protocol/entities/messages.ts';
import type { Ack } from '#protocol/errors.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { RequestName } from '#protocol/requests.ts';
import type { ServerSide, ServerSocket } from '../fakeTransport.ts';

/** What tests do to the server. */
export interface FakeServer extends ServerSide {
  addChat(id: number, memberIds: readonly number[], kind?: number): ChatId;
  post(
    c: number,
    member: number,
    text: string,
    more?: { cid?: string; named?: number[]; k?: number; b?: Row['b'] },
  ): Row;
  edit(c: number, seq: number, text: string): void;
  unsend(c: number, seq: number): void;
  react(c: number, seq: number, member: number, emoji: string | null): void;
  read(c: number, member: number, seq: number): void;
  /** Rows a member may see, ascending: what every device must show in the end. */
  rowsOf(c: number, member: number): Row[];
  headOf(c: number): Head;
  snapshot(c: number, member: number): ChatSnapshot;
  /** Unread messages by definition: countable rows of others behind the read position. */
  unreadOf(c: number, member: number): number;
  /** Sends nothing live while true: everything has to come by catching up. */
  isMute: boolean;
  /** Called before each request; an answer replaces the real one. */
  intercept: ((name: RequestName, input: unknown) => Ack<unknown> | undefined) | undefined;
  gen: string;
  /** addresses that it names in its hello */
  nodes: string[];
  /** Longest answer of a catch-up before it becomes a reset. */
  deltaMax: number;
  sockets(): number;
  calls: RequestName[];
  /** every row as it was created, by `chat sender cid` */
  created: ReadonlyMap<string, number>;
  push(member: number, work: (socket: ServerSocket) => void): void;
}
