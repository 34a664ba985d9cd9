import type { SeededBug } from './seededBugTypes.ts';

/** Mistakes that only several writers at one time can show: SQLite has one. */
export const postgresBugs: readonly SeededBug[] = [
  {
    name: 'rev-from-sequence',
    what: 'revs are drawn from a sequence, without the lock of the head',
    edits: [
      {
        file: 'src/server/storage/migrations/0001_initial.ts',
        find: "'INDEX chats_parent ON",
        replace: "'SEQUENCE seeded_revs START 1000',\n  'INDEX chats_parent ON",
      },
      {
        file: 'src/server/storage/migrations/0001_initial.ts',
        find: "'UNIQUE INDEX messages_rev ON",
        replace: "'INDEX messages_rev ON",
      },
      {
        file: 'src/server/storage/rows/lockHead.ts',
        find: 'const [locked] = await tx.sql<HeadRow>(`SELECT * FROM chat_heads WHERE chat_id = ?${forUpdate(tx)}`, [c]);',
        replace: `void forUpdate;
  const [locked] = await tx.sql<HeadRow>('SELECT * FROM chat_heads WHERE chat_id = ?', [c]);
  const [next] = await tx.sql<{ rev: number }>("SELECT nextval('seeded_revs') AS rev", []);
  if (locked && next) locked.rev = Number(next.rev) - 1;`,
      },
    ],
  },
  {
    name: 'read-flush-in-one-statement',
    what: 'a read flush counts with what it saw before it waited for a send',
    edits: [
      {
        file: 'src/server/storage/units/messages/flushReads.ts',
        find: "if (tx.dialect === 'postgres') {",
        replace: "if (tx.dialect === 'postgres' && marks.length < 0) {",
      },
    ],
  },
];
