import type { ChatId } from '#protocol/ids.ts';
import { shelfActions } from './actions/shelfActions.ts';
import { threadActions } from './actions/threadActions.ts';
import { furtherActs } from './furtherActs.ts';

/** In a world with threads: what happens in threads, in a room, at the shelf of a chat. */
export const actPlaces = furtherActs({
  actions: { ...threadActions, ...shelfActions },
  weights: {
    ...{ openThread: 16, writeInThread: 16, writeMuchInThread: 3, writeAlso: 4, replyInThread: 5, editInThread: 6 },
    ...{ unsendInThread: 4, reactInThread: 6, readThread: 9, showThread: 9, hideThread: 3, scrollInThread: 4 },
    ...{ changeUnderThread: 3, sendFilesInThread: 3, keepOfThread: 1, evictThread: 2, follow: 7, muteThread: 3 },
    ...{ draftInThread: 2, endThreads: 2, sleepLong: 1, writeInRoom: 5, showRoom: 3 },
    ...{ putNote: 6, dropNote: 2, putAlbum: 5, dropAlbum: 1, addPhotos: 6, removePhoto: 2, movePhoto: 2 },
  },
  share: 0.6,
  salt: [9_576_891, 0xc2b2ae35],
  // More often than steps are, they are about a group or the community: threads hang there.
  place: ({ c, world }, pick) => pick<ChatId>([c, c, ...world.chats]) as ChatId,
});
