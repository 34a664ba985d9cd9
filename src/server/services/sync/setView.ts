import { AppError } from '#protocol/errors.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import type { Handler, ServiceContext } from '#server/services/serviceContext.ts';
import type { OpenRoom } from '#server/storage/units/rooms/openRooms.ts';

/** Declares what the connection shows. */
export const setView: Handler<'view.set'> = async (context, { userId, connection }, { v, open, pres, vis }) => {
  if (connection === undefined) throw new AppError('BAD', { message: 'only on a socket' });
  const rooms = await openRooms(context, userId, context.live.strangeTo(connection, open));
  return { v, ...(await context.live.setView(connection, { v, open, watch: pres, vis, rooms })) };
};

/** Rooms of communities among these chats; the first look at one makes his place in it. Most views have none. */
async function openRooms({ storage, live }: ServiceContext, user: UserId, chats: ChatId[]): Promise<OpenRoom[]> {
  if (chats.length === 0) return [];
  const rooms = await storage.run('findRooms', { user, chats });
  const fresh = rooms.filter(({ isNew }) => isNew).map(({ c }) => c);
  if (fresh.length > 0) live.publishReads(await storage.run('enterRooms', { user, chats: fresh }));
  return rooms;
}
