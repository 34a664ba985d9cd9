import { toRoomSettings } from '#domain/toRoomSettings.ts';
import type { ChatMeta } from '#protocol/entities/chat.ts';
import type { LocalChat } from './changes.ts';

/** The message a thread hangs on, and who wrote in it last. */
export type ThreadRoot = NonNullable<ChatMeta['root']>;

/** Whether the message of a thread lies below my floor in its chat. */
export const isRootHidden = ({ c, me }: LocalChat, root: ThreadRoot): boolean => root.c === c && root.s < me.fl;

/** The slow part of a thread: name and rules of the chat it hangs in, of a room those of the room. */
export function threadMeta({ c, kind, meta }: LocalChat, root: ThreadRoot): ChatMeta {
  const room = meta.rooms?.find((one) => one.c === root.c);
  const set = room ? toRoomSettings(meta.set, room.ro === undefined ? {} : { ro: room.ro }) : meta.set;
  const title = room?.title ?? meta.title;
  return {
    kind,
    ...(title === undefined ? {} : { title }),
    parent: c,
    root,
    cap: meta.cap,
    receipts: 0,
    ...(set === undefined ? {} : { set }),
    created: meta.created,
    r: 0,
  };
}
