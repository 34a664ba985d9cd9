import { publishOutcome } from '#server/services/chats/publishOutcome.ts';
import type { Handlers } from '#server/services/serviceContext.ts';

/** Requests about the notes and albums of chats. */
export type ShelfRequest =
  | 'note.list'
  | 'note.put'
  | 'note.delete'
  | 'album.list'
  | 'album.get'
  | 'album.put'
  | 'album.add'
  | 'album.remove'
  | 'album.move'
  | 'album.delete';

/** Handlers of {@link ShelfRequest}. Others learn of what is new by a line in the chat, and of the rest when they look. */
export const shelfHandlers: Handlers<ShelfRequest> = {
  'note.list': ({ storage }, { userId: user }, input) => storage.run('listNotes', { ...input, user }),
  'note.put': async ({ storage, live }, { userId: user }, input) =>
    publishOutcome(live, await storage.run('putNote', { ...input, user })),
  'note.delete': ({ storage }, { userId: user }, input) => storage.run('dropNote', { ...input, user }),
  'album.list': ({ storage }, { userId: user }, input) => storage.run('listAlbums', { ...input, user }),
  'album.get': ({ storage }, { userId: user }, input) => storage.run('getAlbum', { ...input, user }),
  'album.put': async ({ storage, live }, { userId: user }, input) =>
    publishOutcome(live, await storage.run('putAlbum', { ...input, user })),
  'album.add': ({ storage }, { userId: user }, input) => storage.run('addPhotos', { ...input, user }),
  'album.remove': ({ storage }, { userId: user }, input) => storage.run('removePhotos', { ...input, user }),
  'album.move': ({ storage }, { userId: user }, input) => storage.run('movePhotos', { ...input, user }),
  'album.delete': ({ storage }, { userId: user }, input) => storage.run('dropAlbum', { ...input, user }),
};
