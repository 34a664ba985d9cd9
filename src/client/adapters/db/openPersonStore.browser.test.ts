import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { toChatId, toUserId, type UserId } from '#protocol/ids.ts';
import type { LocalStore, NewRow } from '#sync/ports.ts';
import { deletePersonDatabase } from './deletePersonDatabase.ts';
import { openPersonStore } from './openPersonStore.ts';
import { personDatabaseName } from './personDatabase.ts';

let next = Math.floor(performance.timeOrigin) + 500_000;
const newUid = (): UserId => toUserId(next++);
const log = { debug: () => undefined, warn: () => undefined };
const entry = { i: 'a', lane: 'u', action: { t: 'prefSet', key: 'k', val: '1', op: 'o' }, state: 'queued', tried: 0, tries: 0, nextAt: 0, at: 0 } as unknown as NewRow<'outbox'>;

async function open(uid: UserId, gone: string[] = []): Promise<LocalStore> {
  const opened = await openPersonStore(uid, log, (why) => gone.push(why));
  if ('failed' in opened) throw new Error(opened.failed);
  return opened.store;
}

describe('openPersonStore', () => {
  it('makes a damaged database anew and carries over what was waiting to be sent', async () => {
    const uid = newUid();
    // A database of the right version without most of its tables: it opens, but it cannot be read.
    const broken = new Dexie(personDatabaseName(uid));
    broken.version(1).stores({ outbox: '++id, i, lane, [lane+id]', drafts: 'c' });
    await broken.table('outbox').add(entry);
    await broken.table('drafts').put({ c: 5, text: 'half a thought', updated: 1 });
    broken.close();
    const store = await open(uid);
    const rows = await store.read(['outbox', 'drafts'], async (tx) => ({
      outbox: await tx.range('outbox', { index: ':primary' }),
      draft: await tx.get('drafts', toChatId(5)),
    }));
    expect(rows.outbox.map(({ i }) => i)).toEqual(['a']);
    expect(rows.draft?.text).toBe('half a thought');
    store.close();
  });

  it('does not touch a database of a newer version of the app', async () => {
    const uid = newUid();
    const newer = new Dexie(personDatabaseName(uid));
    newer.version(9).stores({ future: 'id' });
    await newer.table('future').put({ id: 1 });
    newer.close();
    expect(await openPersonStore(uid, log, () => undefined)).toEqual({ failed: 'upgraded' });
    expect(await newer.open().then((db) => db.table('future').count())).toBe(1);
    newer.close();
  });

  it('lets go when another tab deletes the database, and does not make an empty one in its place', async () => {
    const uid = newUid();
    const gone: string[] = [];
    const store = await open(uid, gone);
    await deletePersonDatabase(uid);
    expect(gone).toEqual(['deleted']);
    await expect(store.read(['meta'], (tx) => tx.get('meta', 'changes'))).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(await Dexie.exists(personDatabaseName(uid))).toBe(false);
  });

  it('counts commits of two tabs in one row of numbers', async () => {
    const uid = newUid();
    const [one, two] = [await open(uid), await open(uid)];
    const write = (store: LocalStore, key: string): Promise<number> =>
      store.commit((tx) => tx.put('meta', [{ key, val: 1 }])).then(({ batch }) => batch.num);
    const nums = await Promise.all(Array.from({ length: 20 }, (_, index) => write(index % 2 ? one : two, `k${index}`)));
    expect(nums.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    one.close();
    two.close();
  });
});
