import type { SeededBug } from './seededBugTypes.ts';

/** Mistakes that only show where people have threads, rooms, notes and albums: worlds of seeds from `threadsFrom` on. */
export const threadBugs: readonly SeededBug[] = [
  {
    name: 'thread-news-ignored',
    what: 'news of a thread that is known here are ignored',
    seed: 90_000,
    edits: [
      {
        file: 'src/sync/takeThreads.ts',
        find: 'const told = applyHead(before, toThreadHead(item));',
        replace: 'const told = before.chat.head.rev > 1 ? before : applyHead(before, toThreadHead(item));',
      },
    ],
  },
  {
    name: 'thread-kept-after-leaving',
    what: 'the threads of a chat stay on the device of who is out of it',
    seed: 90_012,
    edits: [
      {
        file: 'src/sync/purgeChat.ts',
        find: 'if (chat && chat.meta.root === undefined) for',
        replace: 'if (chat && chat.meta.root === undefined && chat.c < 0) for',
      },
    ],
  },
  {
    name: 'thread-counts-for-all',
    what: 'what is new in a thread counts for who does not follow it',
    seed: 90_000,
    edits: [
      {
        file: 'src/sync/merge/countChat.ts',
        find: 'meta.root !== undefined && me.fo !== 1;',
        replace: 'meta.root !== undefined && me.fo !== 1 && me.rs < 0;',
      },
    ],
  },
  {
    name: 'follow-not-sent',
    what: 'that somebody follows a thread stays on his device',
    seed: 90_000,
    edits: [
      {
        file: 'src/sync/outbox/sendAction.ts',
        find: "link.request('chat.set', { c: action.c, ...action.set, op: action.op });",
        replace: "link.request('chat.set', { c: action.c, ...action.set, follow: undefined, op: action.op });",
      },
    ],
  },
  {
    name: 'follower-begins-late',
    what: 'who writes in a thread for the first time has read his message already',
    seed: 90_000,
    edits: [
      {
        file: 'src/server/storage/units/messages/appendMessages.ts',
        find: 'const n = head.n - placed.filter(({ row }) => row.n !== null).length;',
        replace: 'const n = head.n;',
      },
    ],
  },
  {
    name: 'back-and-following',
    what: 'who went and came back still follows the threads of a community, from their beginning',
    seed: 90_015,
    edits: [
      {
        file: 'src/server/storage/units/chats/joinMembers.ts',
        find: 'last_own_seq = 0, follows = 0, mver',
        replace: 'last_own_seq = 0, mver',
      },
    ],
  },
  {
    name: 'numbers-of-an-earlier-stay',
    what: 'in rooms and threads numbers from before somebody went and came back stand above the new ones',
    seed: 90_202,
    edits: [
      {
        file: 'src/sync/unopenedSeat.ts',
        find: 'one.ja !== undefined && other.ja !== undefined && one.ja !== other.ja;',
        replace: 'one.ja !== undefined && other.ja !== undefined && one.ja > 9e15;',
      },
    ],
  },
  {
    name: 'thread-told-to-newcomers',
    what: 'who comes in hears where threads stand on messages that he may not see',
    seed: 90_124,
    edits: [
      { file: 'src/server/live/outlet.ts', find: 'if (head.mr <= a) return;', replace: 'if (head.mr >= 0) return;' },
    ],
  },
];
