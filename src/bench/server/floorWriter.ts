import { parentPort, workerData } from 'node:worker_threads';
import { DatabaseSync } from 'node:sqlite';
import type { FloorJob } from './FloorJob.ts';

/*
 * The least that can be called durable: prepared statements in a worker, all that waits in one commit. Writes the rows of one message as Kabar's schema has
 * them (message, head, sender), with no rights, no duplicates, no mentions.
 */
const db = new DatabaseSync((workerData as { path: string }).path);
db.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=10000; PRAGMA cache_size=-65536;');
const takeRev = db.prepare(
  'UPDATE chat_heads SET rev = rev + 1, n = n + 1, last_seq = rev + 1, bump_at = ?, last_at = ?, last_msg = ? WHERE chat_id = ? RETURNING rev, n',
);
const insert = db.prepare(
  `INSERT INTO messages (chat_id, seq, rev, n, sender_mid, pver, cid, kind, flags, body, body_hash, reply_to, mention_ids, mention_all, hidden_for, created_at, client_at)
   VALUES (?, ?, ?, ?, ?, 1, ?, 1, 0, ?, ?, NULL, NULL, 0, NULL, ?, NULL)`,
);
const sender = db.prepare(
  'UPDATE members SET last_own_seq = ?, own_after = own_after + 1 WHERE chat_id = ? AND user_id = ?',
);
const hash = new Uint8Array(32);

parentPort?.on('message', (jobs: FloorJob[]) => {
  db.exec('BEGIN IMMEDIATE');
  const answers = jobs.map((job) => {
    const preview = JSON.stringify({ k: 1, u: job.u, x: job.text });
    const head = takeRev.get(job.at, job.at, preview, job.c) as { rev: number; n: number };
    insert.run(job.c, head.rev, head.rev, head.n, job.u, job.cid, JSON.stringify({ x: job.text }), hash, job.at);
    sender.run(head.rev, job.c, job.u);
    return head;
  });
  db.exec('COMMIT');
  parentPort?.postMessage(answers);
});
