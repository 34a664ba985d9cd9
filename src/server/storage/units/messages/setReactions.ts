import type { Delta } from '#protocol/entities/chat.ts';
import type { ReactionChange } from '#protocol/entities/messages.ts';
import type { ChatId, OpId, UserId } from '#protocol/ids.ts';
import { lockHead, type LockedHead } from '#server/storage/rows/lockHead.ts';
import { roomDelta } from '#server/storage/rows/roomDelta.ts';
import type { MemberRow } from '#server/storage/rows/rowTypes.ts';
import { writeHead } from '#server/storage/rows/writeHead.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { withinOf, type Within } from '#server/storage/units/chats/withinOf.ts';
import { storeReactions } from './storeReactions.ts';
import { planWishes, type Touched, type WishAnswer } from './wishes/planWishes.ts';

/** One person's wish for one message; `e`: the emoji, null takes theirs back. */
export interface ReactionItem {
  userId: UserId;
  s: number;
  e: string | null;
  op: OpId;
}
export interface ReactionsInput {
  c: ChatId;
  items: ReactionItem[];
}
export interface ReactionsOutput {
  /** Per item, in order. */
  answers: WishAnswer[];
  delta?: Delta;
  /** The same span for senders of hidden messages. */
  personal: { userId: UserId; delta: Delta }[];
  /** Where the chat hangs; goes with `delta`. */
  within?: Within;
}

/** A message with reactions of this batch. */
export type TouchedMessage = Touched<string | null>;

/**
 * Sets the reactions that were collected for one chat: k reaction rows, and one rev for each message whose reactions really changed. Repeats of an `op` get
 * the first answer. Refusals per item: NOT_MEMBER, NOT_FOUND, GONE, FORBIDDEN (the chat is closed).
 */
export const setReactions = writeUnit(async (tx: Tx, input: ReactionsInput): Promise<ReactionsOutput> => {
  const head = await lockHead(tx, input.c);
  const a = head.rev;
  const items = input.items.map(({ userId, s, e, op }) => ({ userId, s, v: e, op }));
  const { touched, members, settle } = await planWishes(tx, head, items);
  const changes = await storeReactions(tx, head, touched);
  if (head.rev > a) await writeHead(tx, head);
  const answers = await settle();
  return { answers, ...deltasOf(head, a, changes, members) };
});

/** Totals tell no content, so they go to everybody, except those of a message that is hidden for somebody. */
function deltasOf(head: LockedHead, a: number, changes: TouchedMessage[], members: MemberRow[]) {
  if (head.rev === a) return { personal: [] };
  const toChange = ({ row, changed }: TouchedMessage): ReactionChange => [
    row.seq,
    row.rev,
    JSON.parse(row.rx ?? '{}') as Record<string, number>,
    changed,
  ];
  const open = changes.filter(({ row }) => row.hidden_for === null);
  const hidden = changes.find(({ row }) => row.hidden_for !== null);
  const sender = hidden && members.find(({ mid }) => mid === hidden.row.sender_mid);
  const delta = roomDelta(head, a, { rx: open.map(toChange) });
  const whole = roomDelta(head, a, { rx: changes.map(toChange) });
  const personal = sender ? [{ userId: sender.user_id as UserId, delta: whole }] : [];
  return { delta, personal, within: withinOf(head) };
}
