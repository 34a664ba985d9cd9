import type { Page } from 'playwright';
import type { ChatId, UserId } from '#protocol/ids.ts';
import { toChatId } from '#protocol/casts.ts';
import { openSqliteLocal } from '#server/storage/drivers/openSqliteLocal.ts';

/** Rows that travel to the page in one go. */
const chunkSize = 5_000;
const pageSize = 100;

/** Rows of one chat as the server gives them. `from`: the first seq of the chat, in its last piece only: the span is whole then. */
interface CachedChat {
  c: number;
  from?: number;
  rows: readonly { s: number; u: number }[];
}

/** Waits until the app has written this many chats of the person to the device. Run it in a page of the app. */
export async function waitForChats(page: Page, user: UserId, count: number): Promise<void> {
  // Not before the app has made its database: opening it earlier would make an empty one in its way.
  await page.locator('a[href^="/chats/"] time').first().waitFor();
  for (let found = 0; found < count;) {
    found = await page.evaluate(countChats, `m-${user}`);
    await page.waitForTimeout(200);
  }
}

/** Runs in the page. How many chats the device holds. */
function countChats(name: string): Promise<number> {
  return new Promise((resolve) => {
    const opening = indexedDB.open(name);
    opening.addEventListener('success', () => {
      const db = opening.result;
      const counting = db.transaction('chats').objectStore('chats').count();
      counting.addEventListener('success', () => {
        db.close();
        resolve(counting.result);
      });
    });
  });
}

/**
 * Puts the whole history of the person's chats on the device, in the rows that the app itself would have stored had the person scrolled through everything.
 * The messages come from the server's database (the server is down), the page is one of the same origin in which the app does not run. Answers how many
 * messages the device has then.
 */
export async function fillCache(
  page: Page,
  databasePath: string,
  user: UserId,
  chats: readonly ChatId[],
): Promise<number> {
  const storage = await openSqliteLocal(databasePath);
  let waiting: CachedChat[] = [];
  let size = 0;
  let stored = 0;
  const flush = async (): Promise<void> => {
    stored = await page.evaluate(putChats, { name: `m-${user}`, me: user, chats: waiting });
    waiting = [];
    size = 0;
  };
  for (const c of chats) {
    let before = Number.MAX_SAFE_INTEGER;
    for (let isMore = true; isMore;) {
      const answer = await storage.run('getHistory', { c: toChatId(c), user, before, limit: pageSize });
      before = answer.from;
      isMore = answer.edge.start !== 1 && answer.rows.length > 0;
      waiting.push({ c, rows: answer.rows, ...(isMore ? {} : { from: before }) });
      size += answer.rows.length;
      if (size >= chunkSize) await flush();
    }
  }
  await storage.close();
  await flush();
  return stored;
}

/** Runs in the page. Writes rows (mine with the mark that the engine gives them; nobody is named in them) and moves each chat's watermark of the cached span to its beginning. Answers the number of messages. */
function putChats({ name, me, chats }: { name: string; me: number; chats: CachedChat[] }): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.addEventListener('error', () => reject(opening.error as Error));
    opening.addEventListener('success', () => {
      const db = opening.result;
      const work = db.transaction(['chats', 'msgs'], 'readwrite');
      const [chatStore, messageStore] = [work.objectStore('chats'), work.objectStore('msgs')];
      for (const { c, from, rows } of chats) {
        for (const row of rows) messageStore.put({ ...row, c, ...(row.u === me ? { tell: row.s } : {}) });
        if (from === undefined) continue;
        const reading = chatStore.get(c);
        reading.addEventListener('success', () => {
          const chat = reading.result as { sync: object } | undefined;
          if (!chat) return reject(new Error(`chat ${c} is not on the device`));
          chatStore.put({ ...chat, sync: { ...chat.sync, tailFrom: from, startSeq: from, ranges: [] } });
        });
      }
      const counting = messageStore.count();
      work.addEventListener('error', () => reject(work.error as Error));
      work.addEventListener('complete', () => {
        db.close();
        resolve(counting.result);
      });
    });
  });
}
