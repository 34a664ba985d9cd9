import type { ChatId, UserId } from '#protocol/ids.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import type { Row } from '#protocol/entities/messages.ts';
import { readUnit } from '#server/storage/unit.ts';
import type { HeadRow, MemberRow, MessageRow } from '#server/storage/rows/rowTypes.ts';
import type { ChatWorld } from './chatWorld.ts';
import { memberSpans, type MemberSpan } from './memberSpans.ts';

/** A device, as far as it matters who saw what. */
export type Reader = {
  readonly user: UserId;
  readonly seen: readonly { readonly c: ChatId; readonly row: Pick<Row, 's' | 'r'> }[];
};

/** One chat as the database has it. */
interface StoredChat {
  id: number;
  kind: number;
  /** of a room or thread the chat whose members may see it */
  parent_id: number | null;
  head: HeadRow;
  members: MemberRow[];
  /** rooms of communities, and threads: those who have been there and may still see it, as if they had member rows */
  seats: MemberRow[];
  messages: MessageRow[];
}

/** When a person was in a community, which no line tells; undefined where nobody kept a log. */
type SpansOf = ((c: ChatId, user: number) => readonly MemberSpan[]) | undefined;

const readAll = readUnit(async (tx): Promise<StoredChat[]> => {
  const chats = await tx.sql<Pick<StoredChat, 'id' | 'kind' | 'parent_id'>>(
    'SELECT id, kind, parent_id FROM chats',
    [],
  );
  const heads = await tx.sql<HeadRow>('SELECT * FROM chat_heads', []);
  const members = await tx.sql<MemberRow>('SELECT * FROM members', []);
  const seats = await tx.sql<MemberRow>('SELECT * FROM room_seats WHERE read_seq > 0 AND state = 1', []);
  const messages = await tx.sql<MessageRow>('SELECT * FROM messages ORDER BY chat_id, seq', []);
  return chats.map(({ id, kind, parent_id: parent }) => ({
    id,
    kind,
    parent_id: parent,
    head: heads.find(({ chat_id: c }) => c === id) as HeadRow,
    members: members.filter(({ chat_id: c }) => c === id),
    seats: seats.filter(({ chat_id: c }) => c === id),
    messages: messages.filter(({ chat_id: c }) => c === id),
  }));
});

/**
 * Checks the stored chats and what devices were shown against the rules of the protocol; answers what is broken, in words. `spansOf`: a log of who was in
 * which community when; without it nothing can be said there of absence and floors.
 */
export async function findBrokenInvariants(
  world: Pick<ChatWorld, 'storage'>,
  clients: readonly Reader[],
  spansOf?: SpansOf,
): Promise<string[]> {
  const chats = await world.storage.runUnit(readAll, undefined);
  return chats.flatMap((chat) => [
    ...numbering(chat),
    ...[...chat.members, ...chat.seats].flatMap((member) => standing(chat, member)),
    ...chat.members.flatMap((member) => absence(chat, member, spansOf)),
    ...clients.flatMap((client) => secrecy(chat, client, spansOf)),
  ]);
}

function numbering({ id, head, messages, members }: StoredChat): string[] {
  const broken: string[] = [];
  let n = 0;
  for (const message of messages) {
    if (message.seq > message.rev || message.rev > head.rev)
      broken.push(`${id}/${message.seq}: rev ${message.rev} of ${head.rev}`);
    if (message.n === null) continue;
    n += 1;
    if (message.n !== n) broken.push(`${id}/${message.seq}: ordinal ${message.n} instead of ${n}`);
  }
  if (head.n !== n) broken.push(`${id}: head counts ${head.n} of ${n}`);
  if (head.last_seq !== (messages.at(-1)?.seq ?? 0)) broken.push(`${id}: last seq ${head.last_seq}`);
  const joined = members.filter(({ state }) => state === 1);
  if (head.members !== joined.length) broken.push(`${id}: head counts ${head.members} members of ${joined.length}`);
  if (head.live_floor < Math.max(0, ...joined.map(({ floor_seq: floor }) => floor)))
    broken.push(`${id}: live floor ${head.live_floor}`);
  return broken;
}

function standing({ id, head, messages }: StoredChat, member: MemberRow): string[] {
  const who = `${id}/${member.user_id}`;
  if (member.state !== 1) {
    const late = messages.some(
      ({ sender_mid: mid, n, seq }) => mid === member.mid && n !== null && seq > (member.leave_rev ?? 0),
    );
    return late ? [`${who}: wrote after leaving`] : [];
  }
  const counted = messages.filter(({ n }) => n !== null);
  const readN = counted.findLast(({ seq }) => seq <= member.read_seq)?.n ?? 0;
  const isMine = (row: MessageRow): boolean => row.sender_mid === member.mid || row.hidden_for === member.mid;
  const unread = counted.filter((row) => row.seq > member.read_seq && !isMine(row)).length;
  const shown = head.n - member.read_n - member.own_after;
  return [
    ...(member.read_n === readN ? [] : [`${who}: read ordinal ${member.read_n} instead of ${readN}`]),
    ...(shown === unread ? [] : [`${who}: unread ${shown} instead of ${unread}`]),
  ];
}

function spansIn(
  { id, kind, parent_id: parent, messages }: StoredChat,
  user: number,
  spansOf: SpansOf,
): readonly MemberSpan[] | undefined {
  // Nobody joins or leaves these by themselves.
  if (parent !== null) return undefined;
  if (kind === chatKind.group) return memberSpans(messages, user);
  return kind === chatKind.community ? spansOf?.(id as ChatId, user) : undefined;
}

/** Messages of somebody from a time when he was not in the chat, whether or not he came back. */
function absence(chat: StoredChat, { mid, user_id: user }: MemberRow, spansOf: SpansOf): string[] {
  const { id, messages } = chat;
  const spans = spansIn(chat, user, spansOf);
  if (!spans) return [];
  return messages
    .filter(({ n, sender_mid: sender }) => n !== null && sender === mid)
    .filter(({ seq }) => !spans.some(({ from, to, joined = from }) => joined <= seq && seq < to))
    .map(({ seq }) => `${id}/${user}: wrote ${seq} while out`);
}

/** Content below a floor, from before a join or after a removal, or hidden from its reader. */
function secrecy(chat: StoredChat, client: Reader, spansOf: SpansOf): string[] {
  const { id, messages } = chat;
  const spans = spansIn(chat, Number(client.user), spansOf) ?? [{ from: 0, to: Number.MAX_SAFE_INTEGER }];
  return client.seen
    .filter(({ c }) => c === (id as ChatId))
    .filter(({ row }) => {
      const isHidden = messages.find(({ seq }) => seq === row.s)?.hidden_for === client.user;
      return isHidden || !spans.some(({ from, to }) => from <= row.s && row.r < to);
    })
    .map(({ row }) => `${id}: ${client.user} was shown ${row.s} as of ${row.r}`);
}
