import type { SeededBug } from './seededBugTypes.ts';

const units = 'src/server/storage/units';

/** Mistakes of the server. */
export const serverBugs: readonly SeededBug[] = [
  {
    name: 'no-dedupe',
    what: 'a repeated send is stored once more',
    edits: [
      {
        file: `${units}/messages/findDuplicates.ts`,
        find: 'if (keys.length === 0) return new Map();',
        replace: 'if (keys.length >= 0) return new Map();',
      },
      {
        file: 'src/server/storage/migrations/0001_initial.ts',
        find: "'UNIQUE INDEX messages_cid ON",
        replace: "'INDEX messages_cid ON",
      },
    ],
  },
  {
    name: 'rev-raised-by-read',
    what: 'a node takes a rev that somebody read for emitted',
    edits: [
      {
        file: 'src/server/live/tracker.ts',
        find: 'chat.known = Math.max(chat.known, rev);',
        replace: 'chat.lastRev = Math.max(chat.lastRev, rev);',
      },
    ],
  },
  {
    name: 'rooms-after-heads',
    what: 'a connection joins the rooms after its heads were read',
    edits: [
      {
        file: 'src/server/services/sync/openSync.ts',
        find: 'const entered = new Set<ChatId>();',
        replace: `const before = live.beginSync();
  const chats = await storage.run('listMyChats', { user: input.user });
  const entered = new Set<ChatId>(chats.map(({ c }) => c));`,
      },
      {
        file: 'src/server/services/sync/openSync.ts',
        find: 'isIn = false; !isIn',
        replace: 'isIn = true; !isIn',
      },
      {
        file: 'src/server/services/sync/openSync.ts',
        find: 'if (missing.length === 0 || look === looksMax) return { output, mark };',
        replace: `if (missing.length === 0 || look === looksMax) {
          for (let tries = 0; tries < 2; tries += 1) await enter(chats, before);
          return { output, mark };
        }`,
      },
    ],
  },
  {
    name: 'heal-without-head',
    what: 'a node heals with rows that are newer than the rest of what it read',
    edits: [
      {
        file: 'src/server/live/partPorts.ts',
        find: "loadChange: (c, since) => storage.run('loadChange', { c, since }),",
        replace: `loadChange: async (c, since) => {
          const first = await storage.run('loadChange', { c, since });
          const later = await storage.run('loadChange', { c, since });
          if (!first || !later) return first;
          const { mem: _mem, meta: _meta, rx: _rx, ...rows } = later.delta;
          const { mem, meta, rx } = first.delta;
          return { ...later, delta: { ...rows, ...(mem ? { mem } : {}), ...(meta ? { meta } : {}), ...(rx ? { rx } : {}) } };
        },`,
      },
    ],
    seed: 685,
  },
  {
    name: 'page-cut-by-seq',
    what: 'a page of changes ends at a place instead of a rev',
    edits: [
      {
        file: `${units}/sync/readDelta.ts`,
        find: 'm.rev > ? AND m.rev <= ? ORDER BY m.rev LIMIT ?',
        replace: 'm.rev > ? AND m.rev <= ? ORDER BY m.seq LIMIT ?',
      },
    ],
  },
  {
    name: 'no-floor-in-get',
    what: 'reads of messages do not stop at the reader’s floor',
    edits: [
      {
        file: `${units}/sync/visibleMessages.ts`,
        find: 'AND m.seq >= greatest(greatest(me.floor_seq, me.clear_seq + 1), h.min_seq)',
        replace: '',
      },
    ],
  },
  {
    name: 'edit-below-live-floor',
    what: 'a live edit is sent whole although somebody in the room may not see the message',
    edits: [
      {
        file: 'src/server/storage/rows/roomDelta.ts',
        find: 'row.s >= head.live_floor || row.del !== undefined',
        replace: 'row.s >= 0',
      },
    ],
  },
  {
    name: 'a2-ack-of-now',
    what: 'a repeat is answered with the rev that the message has now',
    edits: [
      {
        file: `${units}/messages/findDuplicates.ts`,
        find: "const columns = 't.sender_mid, t.cid, t.seq, t.n,",
        replace: "const columns = 't.rev, t.sender_mid, t.cid, t.seq, t.n,",
      },
      {
        file: `${units}/messages/appendMessages.ts`,
        find: 's: row.seq, r: row.seq, at:',
        replace: "s: row.seq, r: 'rev' in row ? row.rev : row.seq, at:",
      },
    ],
  },
  {
    name: 'a7-heal-below-live-floor',
    what: 'what a node heals with is told whole to everybody in the room',
    edits: [
      {
        file: `${units}/sync/readChange.ts`,
        find: 'return { ...roomDelta(head, a, {',
        replace: 'return { ...roomDelta({ ...head, live_floor: 0 }, a, {',
      },
    ],
  },
  {
    name: 'a16-tracking-drops',
    // Dropping alone does no harm where the heads are read afterwards; the two belong together.
    what: 'changes that arrive while a node begins to follow a chat are dropped, and a sync does not wait until it does',
    edits: [
      {
        file: 'src/server/live/partPorts.ts',
        find: 'await tracker.track(begun);\n  return begun;',
        replace: 'return [];',
      },
      {
        file: 'src/server/live/liveNode.ts',
        find: 'await this.#tracker.track(known.map(({ c }) => c));',
        replace: 'this.#tracker.track(known.map(({ c }) => c)).catch(() => undefined);',
      },
      {
        file: 'src/server/live/tracker.ts',
        find: 'if (!chat || (chat.lastRev < 0 && !chat.tracking)) return',
        replace: 'if (!chat || chat.lastRev < 0) return',
      },
    ],
  },
  {
    name: 'books-never-renewed',
    what: 'read counts are not read again while somebody looks at them',
    edits: [
      {
        file: 'src/server/live/receipts.ts',
        find: 'after(reloadMs, () => this.#renew(c, entry));',
        replace: 'after(1e12, () => this.#renew(c, entry));',
      },
      {
        file: 'src/server/live/receipts.ts',
        find: 'for (const [c, entry] of this.#chats) this.#renew(c, entry);',
        replace: '',
      },
    ],
  },
  {
    name: 'community-kick-keeps-sockets',
    what: 'who was removed from a community stays in its rooms until he is told himself',
    edits: [
      {
        file: 'src/server/live/outlet.ts',
        find: `if (delta.mem) rooms.applyMembers(delta.c, delta.mem);
    rooms.dropPeople(delta.c, left);`,
        replace: 'if (delta.mem) rooms.applyMembers(delta.c, delta.mem);',
      },
    ],
  },
  {
    name: 'digest-never-sent',
    what: 'who does not show a community does not hear of it',
    edits: [{ file: 'src/server/live/digests.ts', find: 'if (head) this.#ports.emit(head, to);', replace: '' }],
  },
  {
    name: 'digest-outlives-room',
    what: 'a head that was to be told to those who have gone reaches who comes next',
    seed: 16,
    edits: [
      {
        file: 'src/server/live/outlet.ts',
        find: 'else if (!this.#isHeard(delta.c)) this.#digests.forget(delta.c);',
        replace: '',
      },
    ],
  },
  {
    name: 'mentions-without-rev',
    what: 'a read state does not say as of which head its mentions were counted',
    edits: [
      {
        file: 'src/sync/merge/takeMe.ts',
        find: 'const later = laterCount(chat, { rs, um }, rev);',
        replace: 'const later = { um, umRev: Math.max(chat.head.rev, rev * 0, umRevOf(chat)) };',
      },
    ],
  },
  {
    name: 'community-whole-history',
    what: 'who joins a community sees everything, whatever its history window',
    edits: [
      {
        file: `${units}/chats/joinMembers.ts`,
        find: 'if (head.history_days === 0) return { floor: head.rev, day };',
        replace: 'if (head.history_days === 0) return { floor: 0, day };',
      },
    ],
  },
  {
    name: 'deaf-after-return',
    what: 'who was taken out while it was read that he is back enters no room, and nobody looks again',
    seed: 200_299,
    edits: [
      {
        file: 'src/server/live/partPorts.ts',
        find: 'isIn.every(Boolean);',
        replace: 'isIn.length >= 0;',
      },
    ],
  },
];
