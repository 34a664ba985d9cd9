import { isPollOver } from '#domain/pollRules.ts';
import type { Delta } from '#protocol/entities/chat.ts';
import { messageKind } from '#protocol/entities/messageKind.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import type { ChatId, OpId, UserId } from '#protocol/ids.ts';
import { toUserId } from '#protocol/casts.ts';
import { lockHead, type LockedHead } from '#server/storage/rows/lockHead.ts';
import { roomDelta } from '#server/storage/rows/roomDelta.ts';
import type { MemberRow, MessageRow } from '#server/storage/rows/rowTypes.ts';
import { toRow } from '#server/storage/rows/toRow.ts';
import { writeHead } from '#server/storage/rows/writeHead.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import type { OwnVotes } from '#server/storage/units/chats/chatChange.ts';
import { withinOf, type Within } from '#server/storage/units/chats/withinOf.ts';
import { countAnswers } from './countAnswers.ts';
import { storeBallots, type TouchedBallots } from './storeBallots.ts';
import { planWishes, type WishAnswer } from './wishes/planWishes.ts';

/** One person's vote about one message; `o`: numbers of answers, none takes it back. */
export interface BallotItem {
  userId: UserId;
  s: number;
  o: readonly number[];
  op: OpId;
}
export interface BallotsInput {
  c: ChatId;
  items: BallotItem[];
}
export interface BallotsOutput {
  /** Per item, in order. */
  answers: WishAnswer[];
  delta?: Delta;
  /** The same span for senders of hidden messages. */
  personal: { userId: UserId; delta: Delta }[];
  /** Where the chat hangs; goes with `delta`. */
  within?: Within;
  /** What each of those who voted has chosen; for them alone. */
  votes: OwnVotes[];
}

/**
 * Sets the votes that were collected for one chat: one row per person and message, and one rev for each message whose votes really changed. Repeats of an `op` get the first answer. Refusals per item:
 * NOT_MEMBER, NOT_FOUND, GONE, FORBIDDEN (the chat is closed; an own message), WINDOW (the poll is over), BAD (there is no such answer, or nothing to vote about).
 */
export const setBallots = writeUnit(async (tx: Tx, input: BallotsInput): Promise<BallotsOutput> => {
  const head = await lockHead(tx, input.c);
  const a = head.rev;
  const items = input.items.map(({ userId, s, o, op }) => ({ userId, s, v: toChoice(o), op }));
  const { touched, members, settle } = await planWishes(tx, head, items, (row, member, choice) =>
    refuse(row, member, choice, tx.now),
  );
  const changes = await storeBallots(tx, head, touched);
  if (head.rev > a) await writeHead(tx, head);
  const answers = await settle();
  return { answers, ...deltasOf(head, a, changes, members) };
});

/** As it is stored and compared. */
const toChoice = (o: readonly number[]): string =>
  JSON.stringify([...new Set(o)].toSorted((one, other) => one - other));

function refuse(row: MessageRow, member: MemberRow, choice: string, now: number): ErrorCode | undefined {
  const body = JSON.parse(row.body) as { o?: string[]; many?: number; end?: number; done?: number; ask?: number };
  const numbers = JSON.parse(choice) as number[];
  if (row.kind === messageKind.poll) {
    if (isPollOver(body, now)) return 'WINDOW';
    const isTooMany = body.many !== 1 && numbers.length > 1;
    return isTooMany || numbers.some((number) => number >= countAnswers(row)) ? 'BAD' : undefined;
  }
  if (body.ask !== 1) return 'BAD';
  if (row.sender_mid === member.mid) return 'FORBIDDEN';
  return numbers.some((number) => number > 0) ? 'BAD' : undefined;
}

function deltasOf(head: LockedHead, a: number, changes: TouchedBallots[], members: MemberRow[]) {
  if (head.rev === a) return { personal: [], votes: [] };
  const rowsFor = (mid?: number) =>
    changes.filter(({ row }) => row.hidden_for === null || row.sender_mid === mid).map(({ row }) => toRow(row));
  const hiding = new Set(changes.flatMap(({ row }) => (row.hidden_for === null ? [] : [row.sender_mid])));
  return {
    delta: roomDelta(head, a, { rows: rowsFor() }),
    personal: members
      .filter(({ mid }) => hiding.has(mid))
      .map(({ mid, user_id }) => ({ userId: toUserId(user_id), delta: roomDelta(head, a, { rows: rowsFor(mid) }) })),
    votes: votesOf(changes, members),
    within: withinOf(head),
  };
}

function votesOf(changes: TouchedBallots[], members: MemberRow[]): OwnVotes[] {
  const votes = new Map<number, OwnVotes>();
  const people = new Map(members.map(({ mid, user_id }) => [mid, toUserId(user_id)]));
  for (const { row, changed } of changes) {
    for (const [mid, choice] of changed) {
      const userId = people.get(mid);
      if (userId === undefined) continue;
      const own = votes.get(mid) ?? { userId, own: [] };
      own.own.push([row.seq, JSON.parse(choice) as number[]]);
      votes.set(mid, own);
    }
  }
  return [...votes.values()];
}
