import { invariant } from '#base/invariant.ts';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import { messageKind } from '#protocol/entities/messageKind.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import { toCid, toOpId, toShelfId } from '#protocol/casts.ts';
import type { Tx } from '#server/storage/unit.ts';
import type { AppendItem } from '#server/storage/units/messages/appendTypes.ts';
import { appendMessages } from '#server/storage/units/messages/appendMessages.ts';
import { putAlbum } from '#server/storage/units/shelf/albumUnits.ts';
import { putNote } from '#server/storage/units/shelf/noteUnits.ts';
import { addPhotos } from '#server/storage/units/shelf/photoUnits.ts';
import { startThread } from '#server/storage/units/threads/startThread.ts';
import type { PlannedReply } from './demoPlan.ts';
import type { Telling } from './Telling.ts';

/** Between two replies of a thread, ms. */
const replyMs = 12_000;

/** A message that stands, and what else comes of it. `replies`: in a thread on it. */
export interface Rooted {
  readonly userId: UserId;
  readonly s: number;
  readonly item: AppendItem;
  readonly album: string | undefined;
  readonly note: string | undefined;
  readonly replies: readonly PlannedReply[];
}

/** What a line of a story leaves in the album and the notes of its chat, and in a thread. `tx.now`: shortly after it. */
export async function tellMore(tx: Tx, rooted: Rooted, { c, users }: Telling): Promise<void> {
  const { userId: user, s, item, album, note, replies } = rooted;
  const op = () => toOpId(tx.ids.uuid());
  const parts = item.k === messageKind.media ? (item.b['f'] as readonly MediaPart[]) : [];
  if (album !== undefined && parts.length > 0) {
    const i = toShelfId(tx.ids.uuid());
    await putAlbum.run(tx, { c, user, i, n: album, op: op() });
    await addPhotos.run(tx, { c, user, i, of: parts.map(({ id }) => ({ s, id })), op: op() });
  }
  if (note !== undefined) await putNote.run(tx, { c, user, i: toShelfId(tx.ids.uuid()), x: note, op: op() });
  if (replies.length === 0) return;
  const { thread } = await startThread.run(tx, { c, userId: user, s, op: op() });
  for (const [index, reply] of replies.entries())
    await write({ ...tx, now: tx.now + index * replyMs }, thread.c, users[reply.sender] as UserId, reply.text);
}

async function write(tx: Tx, c: ChatId, userId: UserId, x: string): Promise<void> {
  const item = { i: toCid(tx.ids.uuid()), k: messageKind.text, b: { x } };
  const { answers } = await appendMessages.run(tx, { c, requests: [{ userId, items: [item] }] });
  invariant(answers[0]?.[0] && 's' in answers[0][0], 'a member may answer');
}
