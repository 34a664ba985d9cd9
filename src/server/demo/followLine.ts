import { linksIn } from '#domain/linksIn.ts';
import type { SentMessage } from '#protocol/entities/bodies/sentMessage.ts';
import type { UserId } from '#protocol/ids.ts';
import { toKeepId, toOpId } from '#protocol/casts.ts';
import type { Tx } from '#server/storage/unit.ts';
import { pinMessage } from '#server/storage/units/chats/pinMessage.ts';
import { keepMessage } from '#server/storage/units/keeps/keepMessage.ts';
import { pageOf } from '#server/storage/units/links/linkOf.ts';
import { putCardOn } from '#server/storage/units/links/putCardOn.ts';
import type { AppendItem } from '#server/storage/units/messages/appendTypes.ts';
import { closePoll } from '#server/storage/units/messages/closePoll.ts';
import { setBallots } from '#server/storage/units/messages/setBallots.ts';
import { addScheduled } from '#server/storage/units/scheduled/addScheduled.ts';
import type { PlannedMessage } from './demoPlan.ts';
import type { StoryLine } from './demoStory.ts';
import { tellMore } from './tellMore.ts';
import type { Telling } from './Telling.ts';

const hourMs = 3_600_000;

/** A line that stands where `s` says; without, it is still to be sent. */
interface Said {
  readonly message: PlannedMessage;
  readonly userId: UserId;
  readonly item: AppendItem;
  readonly s?: number;
}

/** What others make of a line of a story, and what the first person does with it. `tx.now`: shortly after it. */
export async function followLine(tx: Tx, { message, userId, item, s }: Said, telling: Telling): Promise<void> {
  const { line } = message;
  if (!line) return;
  const { c, told, members, now } = telling;
  const op = () => toOpId(tx.ids.uuid());
  if (s === undefined) {
    const at = now + (line.laterHours ?? 1) * hourMs;
    await addScheduled.run({ ...tx, now }, { userId, c, item: item as SentMessage, at, op: op() });
    return;
  }
  if (line.key !== undefined) told.set(line.key, { c, s, k: item.k });
  const items = ballotsOf(line, members, userId).map((ballot) => ({ ...ballot, s, op: op() }));
  if (items.length > 0) await setBallots.run(tx, { c, items });
  if (line.poll?.isClosed) await closePoll.run(tx, { c, userId, s, op: op() });
  if (line.page) await putCard(tx, line, { userId, s }, telling);
  if (line.isPinned) await pinMessage.run(tx, { c, user: members[0] as UserId, s, on: true, op: op() });
  await tellMore(tx, { userId, s, item, album: line.album, note: line.note, replies: message.replies ?? [] }, telling);
  if (line.keep !== undefined) {
    const kept = { userId: members[0] as UserId, i: toKeepId(tx.ids.uuid()), c, s, x: line.keep };
    await keepMessage.run(tx, { ...kept, op: op() });
  }
}

/** The card of the page behind the line's link. */
async function putCard(
  tx: Tx,
  { say = '', page }: StoryLine,
  { userId, s }: { userId: UserId; s: number },
  { c, files }: Telling,
): Promise<void> {
  const [link] = linksIn(say);
  if (link === undefined || !page) return;
  const picture = page.p === undefined ? undefined : files?.partOf(userId, page.p);
  const box = picture ? { p: picture.id, w: picture.w, h: picture.h } : {};
  await putCardOn.run(tx, { c, s, url: pageOf(new URL(link).href), card: { t: page.t, x: page.x, ...box } });
}

/** Votes of a poll, one person per vote where people have one only; or who has confirmed. */
function ballotsOf(
  { poll, ask = 0 }: StoryLine,
  members: readonly UserId[],
  sender: UserId,
): { userId: UserId; o: number[] }[] {
  const others = members.filter((member) => member !== sender);
  if (!poll) return others.slice(0, ask).map((userId) => ({ userId, o: [0] }));
  const choices = new Map<UserId, number[]>();
  let next = 0;
  for (const [answer, count] of poll.votes.entries())
    for (let vote = 0; vote < count && (poll.many || next < members.length); vote += 1) {
      const voter = members[next % members.length] as UserId;
      choices.set(voter, [...(choices.get(voter) ?? []), answer]);
      next += 1;
    }
  return [...choices].map(([userId, o]) => ({ userId, o }));
}
