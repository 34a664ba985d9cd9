import type { SeededBug } from './seededBugTypes.ts';

/** Mistakes that only show where people send files, write for later, keep, hide, and call everybody: worlds of seeds from `richFrom` on. */
export const richBugs: readonly SeededBug[] = [
  {
    name: 'late-keep-answer',
    what: 'the late answer to a note stands over what another device did meanwhile',
    seed: 50_152,
    edits: [
      {
        file: 'src/sync/outbox/sendKeep.ts',
        find: 'if (stored > kept.urev ||',
        replace: 'if (kept.urev < 0 && stored > kept.urev ||',
      },
      {
        file: 'src/sync/outbox/sendKeep.ts',
        find: '(stored !== kept.urev && (await readUrev(tx)) >= kept.urev)) return',
        replace: '(kept.urev < 0 && (await readUrev(tx)) >= kept.urev)) return',
      },
      {
        file: 'src/sync/keptRows.ts',
        find: 'return kept.urev > known ? kept.urev >= here : kept.urev === here;',
        replace: 'return kept.urev >= here || known < 0;',
      },
    ],
  },
  {
    name: 'page-brings-back-kept',
    what: 'a page that was read before something kept went brings it back',
    seed: 51_011,
    edits: [
      {
        file: 'src/sync/keptRows.ts',
        find: 'return kept.urev > known ? kept.urev >= here : kept.urev === here;',
        replace: 'return kept.urev >= here || known < 0;',
      },
    ],
  },
  {
    name: 'all-uncounted',
    what: 'whoever does not look at a community does not hear that everybody was called',
    seed: 50_197,
    edits: [
      {
        file: 'src/sync/merge/countChat.ts',
        find: ' + countAllNamed(state, after);',
        replace: ' + 0 * countAllNamed(state, after);',
      },
    ],
  },
  {
    name: 'text-overtakes-files',
    what: 'a text does not wait for the files before it',
    seed: 50_000,
    edits: [
      {
        file: 'src/sync/outbox/holdBack.ts',
        find: 'const left = isStuck ? 0 : holdMs - book.waited(entry.i);',
        replace: 'const left = isStuck ? 0 : Math.min(0, holdMs - book.waited(entry.i));',
      },
    ],
  },
  {
    name: 'files-out-of-turn',
    what: 'a message with files that let others go first keeps its old number',
    seed: 50_000,
    edits: [
      {
        file: 'src/sync/outbox/pickWork.ts',
        find: 'if (behind.length === 0) return ready;',
        replace: 'if (behind.length >= 0) return ready;',
      },
    ],
  },
  {
    name: 'scheduled-under-another-id',
    what: 'a scheduled message that is taken up again is another message',
    seed: 50_000,
    edits: [
      {
        file: 'src/server/services/scheduled/sendScheduled.ts',
        find: 'items: [{ i, k, b, re, fw }]',
        replace: 'items: [{ i: crypto.randomUUID() as typeof i, k, b, re, fw }]',
      },
    ],
  },
  {
    name: 'scheduled-done-when-taken',
    what: 'a scheduled message counts as sent as soon as a process has taken it',
    seed: 50_000,
    edits: [
      {
        file: 'src/server/storage/units/scheduled/claimDue.ts',
        find: 'UPDATE scheduled_messages SET is_going = 1, next_at = ?, tries = tries + 1 WHERE ${isDue}',
        replace: 'UPDATE scheduled_messages SET is_going = 1, state = 1, next_at = ?, tries = tries + 1 WHERE ${isDue}',
      },
    ],
  },
  {
    name: 'sent-before-its-files',
    what: 'a message goes out although its files are not all up',
    seed: 50_000,
    edits: [
      {
        file: 'src/sync/outbox/holdBack.ts',
        find: "return row && row.state !== 'up' ? [row] : [];",
        replace: "return row && row.state === 'failed' ? [row] : [];",
      },
    ],
  },
];
