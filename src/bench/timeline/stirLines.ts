import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright';
import { seededRandom } from '#base/seededRandom.ts';
import { messageKind } from '#protocol/entities/messageKind.ts';
import type { ChatId } from '#protocol/ids.ts';
import { openSqliteLocal } from '#server/storage/drivers/openSqliteLocal.ts';
import { readUnit } from '#server/storage/unit.ts';
import type { BenchScope } from '#bench/shared/runBench.ts';

/** How long a linked page takes, ms: its card comes while somebody looks at the message. */
const pageMs = 250;
/** Lines that are changed at one rest. */
const atOnce = 4;
const random = seededRandom(5);

/** Serves pages of this machine that have a title and a picture. Answers where. */
export async function servePages(scope: BenchScope, picture: Buffer): Promise<string> {
  const server = createServer(({ url = '' }, response) => {
    if (url.endsWith('.webp')) return void response.writeHead(200, { 'content-type': 'image/webp' }).end(picture);
    const head = `<!doctype html><title>Page ${url}</title><meta name="description" content="Found while you read"><meta property="og:image" content="/hill.webp">`;
    setTimeout(() => response.writeHead(200, { 'content-type': 'text/html' }).end(head), pageMs);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  scope.defer(() => server.close());
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Messages of a chat that another person may change: kind by seq. The server is down. */
export async function readKinds(database: string, c: ChatId, sender: number): Promise<ReadonlyMap<number, number>> {
  const storage = await openSqliteLocal(database);
  const rows = await storage.runUnit(
    readUnit(async (tx) =>
      tx.sql<{ seq: number; kind: number }>('SELECT seq, kind FROM messages WHERE chat_id = ? AND sender_mid = ?', [
        c,
        sender,
      ]),
    ),
    undefined,
  );
  await storage.close();
  return new Map(rows.map(({ seq, kind }) => [seq, kind]));
}

/** How often each was done. */
export interface Stirred {
  votes: number;
  edits: number;
}

/**
 * Changes lines that are drawn now, in sight and just above and below it: a poll gets a vote, a text becomes longer and has a link, whose card comes a moment later.
 * `ask`: a request of their sender; false: refused, because it is too old.
 */
export async function stirLines(
  page: Page,
  { c, kinds, pages, done }: { c: ChatId; kinds: ReadonlyMap<number, number>; pages: string; done: Stirred },
  ask: (name: string, input: object) => Promise<boolean>,
): Promise<void> {
  const keys = await page.evaluate(() =>
    [...document.querySelectorAll('[role="feed"] [data-key]')].map((line) => line.getAttribute('data-key') ?? ''),
  );
  const seqs = keys.filter((key) => /^s\d+$/.test(key)).map((key) => Number(key.slice(1)));
  const known = random.shuffle(seqs.filter((s) => kinds.has(s)));
  const polls = known.filter((s) => kinds.get(s) === messageKind.poll).slice(0, atOnce / 2);
  const texts = known.filter((s) => kinds.get(s) === messageKind.text).slice(0, atOnce - polls.length);
  for (const s of polls) {
    const vote = ask('message.vote', { c, s, o: [random.below(2)], op: randomUUID() });
    void vote.then((isDone) => void (done.votes += isDone ? 1 : 0));
  }
  for (const s of texts) {
    const x = `Changed while somebody reads, and longer than it was before: http://${pages}/live-${s}-${random.below(1e6)}`;
    const edit = ask('message.edit', { c, s, b: { x }, op: randomUUID() });
    void edit.then((isDone) => void (done.edits += isDone ? 1 : 0));
  }
}
