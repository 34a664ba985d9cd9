import { randomUUID } from 'node:crypto';
import { seededRandom } from '#base/seededRandom.ts';
import { invariant } from '#base/invariant.ts';
import { countUnread } from '#domain/unread.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import { toCid } from '#protocol/casts.ts';
import { openSqliteLocal } from '#server/storage/drivers/openSqliteLocal.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { appendMessages } from '#server/storage/units/messages/appendMessages.ts';
import type { ListTruth } from '#bench/browser/watchList.ts';
import { makeText } from '#bench/shared/seedWorld.ts';

/** A chat that goes on without me: who writes there. */
export interface BusyChat {
  c: ChatId;
  writers: readonly UserId[];
}

const dayMs = 86_400_000;
/** Rows of the list that are compared; as many are in sight. */
const shownRows = 9;
const lastText = (c: number): string => `The last word in ${c}.`;

/** Lets chats go on for the `days` before now, while a person is away; the server is down. Every chat gets `count` messages, the first of the list ends last. */
export async function missMessages(
  path: string,
  chats: readonly BusyChat[],
  { count, days }: { count: number; days: number },
): Promise<void> {
  const random = seededRandom(77);
  const end = Date.now();
  const storage = await openSqliteLocal(path);
  for (const [place, { c, writers }] of chats.entries()) {
    const unit = writeUnit(async (tx: Tx) => {
      for (let sent = 0; sent < count;) {
        const size = Math.min(count - sent, 1 + random.below(4));
        sent += size;
        const items = Array.from({ length: size }, (_, at) => ({
          i: toCid(randomUUID()),
          k: 1,
          b: { x: sent === count && at === size - 1 ? lastText(c) : makeText(random) },
        }));
        const now = Math.round(end - 60_000 * (place + 1) - (days * dayMs * (count - sent)) / count);
        const { answers } = await appendMessages.run(
          { ...tx, now },
          { c, requests: [{ userId: random.pick(writers), items }] },
        );
        invariant(
          answers[0]?.every((answer) => 's' in answer),
          'a member may write',
        );
      }
    });
    await storage.runUnit(unit, undefined);
  }
  await storage.close();
}

/** What a person's screen must show once it is up to date, from the server's own answer. `open` is on screen: its messages are being read. */
export async function readTruth(
  path: string,
  user: UserId,
  changed: readonly ChatId[],
  open: ChatId,
): Promise<ListTruth> {
  const storage = await openSqliteLocal(path);
  const heads = new Map<number, { rev: number; unread: number; bump: number; text: string }>();
  for (let page: number | undefined = 1; page !== undefined;) {
    const answer: Awaited<ReturnType<typeof storage.run<'openSync'>>> = await storage.run('openSync', {
      user,
      u: 0,
      have: [],
      open: [],
      page,
    });
    for (const { h, me } of answer.heads) {
      const unread = countUnread({ n: h.n, readN: me.rn, ownAfter: me.oa });
      heads.set(h.c, { rev: h.rev, unread, bump: h.b, text: h.l?.x ?? '' });
    }
    page = answer.next;
  }
  await storage.close();
  const rows = [...heads].sort(([, one], [, other]) => other.bump - one.bump).slice(0, shownRows);
  const of = (c: ChatId) => {
    const head = heads.get(c);
    invariant(head, 'the chat is mine');
    return head;
  };
  return {
    line: `kabar-${user}`,
    chats: changed.map((c) => ({ c, rev: of(c).rev, unread: c === open ? undefined : of(c).unread })),
    rows: rows.map(([c, { text }]) => ({ c, text })),
    open: { c: open, rev: of(open).rev, text: lastText(open) },
  };
}
