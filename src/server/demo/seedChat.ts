import { invariant } from '#base/invariant.ts';
import { toPicture } from '#domain/faceId.ts';
import { groupAddPref } from '#domain/groupAddRules.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import type { UserId } from '#protocol/ids.ts';
import { toOpId } from '#protocol/casts.ts';
import type { Tx } from '#server/storage/unit.ts';
import { createChat } from '#server/storage/units/chats/createChat.ts';
import { setChatPicture } from '#server/storage/units/chats/setChatPicture.ts';
import { appendMessages } from '#server/storage/units/messages/appendMessages.ts';
import { editMessage } from '#server/storage/units/messages/editMessage.ts';
import { flushReads } from '#server/storage/units/messages/flushReads.ts';
import { setReactions } from '#server/storage/units/messages/setReactions.ts';
import { unsendMessage } from '#server/storage/units/messages/unsendMessage.ts';
import type { PlannedChat, PlannedMessage } from './demoPlan.ts';
import { followLine } from './followLine.ts';
import type { Telling } from './Telling.ts';
import { toItem } from './toItem.ts';

/** The parts of a {@link Telling} that are the same for all chats. `users`: the accounts in the order of the plan. */
export type DemoWorld = Pick<Telling, 'users' | 'handles' | 'files' | 'told' | 'now'>;

/** Writes a planned chat in one transaction: it is made, everybody writes at their times, and has read so far as planned. */
export async function seedChat(tx: Tx, chat: PlannedChat, world: DemoWorld): Promise<void> {
  const { users, now } = world;
  const members = chat.members.map((member) => users[member] as UserId);
  const [creator, ...others] = members;
  const oldest = chat.messages[0]?.ago ?? 0;
  invariant(creator, 'a chat has members');
  const opening = {
    user: creator,
    i: toOpId(tx.ids.uuid()),
    kind: chat.kind === 'dm' ? chatKind.dm : chatKind.group,
    title: chat.title,
    users: others,
  };
  // Everybody of the story has agreed to be in; their settings stay as they are for new people.
  await letAdd(tx, others);
  const { result } = await createChat.run({ ...tx, now: now - oldest - 60_000 }, opening);
  await tx.sql('DELETE FROM user_prefs WHERE key = ?', [groupAddPref]);
  const telling: Telling = { ...world, c: result.chat.h.c, members };
  const picture = chat.scene && world.files?.chatPicture(creator, chat.scene);
  if (picture !== undefined)
    await setChatPicture.run(
      { ...tx, now: now - oldest - 50_000 },
      { c: telling.c, user: creator, picture: toPicture(picture), op: toOpId(tx.ids.uuid()) },
    );
  const seqs: number[] = [];
  for (const message of chat.messages) {
    // oxlint-disable-next-line no-await-in-loop -- in order of time
    const s = await seedMessage(tx, message, telling);
    if (s !== undefined) seqs.push(s);
  }
  const marks = chat.members.flatMap((member) => {
    // Who wrote something had seen what stood above it.
    const lastOwn = chat.messages.findLastIndex(({ sender }) => sender === member);
    const read = seqs[Math.max(Math.min(lastOwn, seqs.length - 1), seqs.length - 1 - (chat.unread.get(member) ?? 0))];
    return read === undefined ? [] : [{ c: telling.c, userId: users[member] as UserId, s: read }];
  });
  await flushReads.run({ ...tx, now }, marks);
}

async function letAdd(tx: Tx, users: readonly UserId[]): Promise<void> {
  const val = JSON.stringify('everyone');
  for (const user of users) {
    await tx.sql('INSERT INTO user_prefs (user_id, key, val, urev) VALUES (?, ?, ?, 0)', [user, groupAddPref, val]);
  }
}

/** Answers the place of the message; undefined for one that is only planned. */
async function seedMessage(tx: Tx, message: PlannedMessage, telling: Telling): Promise<number | undefined> {
  const { c, users, now } = telling;
  const userId = users[message.sender] as UserId;
  const at = now - message.ago;
  const item = toItem({ ...tx, now: at }, message, userId, telling);
  const later = { ...tx, now: Math.min(now, at + 30_000) };
  if (message.line?.laterHours !== undefined) {
    await followLine(later, { message, userId, item }, telling);
    return undefined;
  }
  const { answers } = await appendMessages.run({ ...tx, now: at }, { c, requests: [{ userId, items: [item] }] });
  const answer = answers[0]?.[0];
  invariant(answer && 's' in answer, `a member may write: ${JSON.stringify(answer)}`);
  const s = answer.s;
  if (message.reactions.length > 0) {
    const items = message.reactions.map(({ person, emoji }) => ({
      userId: users[person] as UserId,
      s,
      e: emoji,
      op: toOpId(tx.ids.uuid()),
    }));
    await setReactions.run(later, { c, items });
  }
  if (message.edited !== undefined && message.files === undefined)
    await editMessage.run(later, { c, userId, s, b: { x: message.edited }, op: toOpId(tx.ids.uuid()) });
  if (message.unsent) await unsendMessage.run(later, { c, userId, s, op: toOpId(tx.ids.uuid()) });
  if (message.line) await followLine(later, { message, userId, item, s }, telling);
  return s;
}
