import { describe, expect, it } from 'vitest';
import { toChatId, toMemberId } from '#protocol/casts.ts';
import type { ChangeBatch, LocalMember, LocalMessage, OutboxEntry } from '#sync/changes.ts';
import type { LocalStore, NewRow } from '#sync/ports.ts';

const chat = toChatId(7);
const other = toChatId(8);
const message = (c: typeof chat, s: number, more: object = {}): LocalMessage =>
  ({
    c,
    s,
    r: s,
    u: toMemberId(1),
    i: `cid-${c}-${s}`,
    k: 1,
    b: { x: `text ${s}` },
    at: s,
    pv: 1,
    ...more,
  }) as unknown as LocalMessage;
const entry = (lane: string): NewRow<'outbox'> =>
  ({
    i: `op-${lane}`,
    lane,
    action: { t: 'prefSet', key: 'k', val: 'v', op: 'op' },
    state: 'queued',
    tried: 0,
    tries: 0,
    nextAt: 0,
    at: 0,
  }) as unknown as NewRow<'outbox'>;
const seqs = (rows: { s: number }[]): number[] => rows.map((row) => row.s);

/** What every implementation of LocalStore keeps; `make` opens an empty one. */
export function localStoreContract(make: () => Promise<LocalStore>): void {
  describe('rows and ranges', () => readsAndRanges(make));
  describe('transactions and batches', () => transactions(make));
  describe('fencing', () => fencing(make));
}

function readsAndRanges(make: () => Promise<LocalStore>): void {
  it('gives back what was put, as a copy', async () => {
    const store = await make();
    const row = message(chat, 1);
    await store.commit((tx) => tx.put('msgs', [row]));
    (row.b as { x: string }).x = 'changed later';
    const found = await store.read(['msgs'], (tx) => tx.get('msgs', [chat, 1]));
    expect(found).toEqual(message(chat, 1));
    store.close();
  });

  it('answers many keys in the order they were asked for, with gaps', async () => {
    const store = await make();
    await store.commit((tx) => tx.put('msgs', [message(chat, 1), message(chat, 3)]));
    const rows = await store.read(['msgs'], (tx) =>
      tx.getMany('msgs', [
        [chat, 3],
        [chat, 2],
        [chat, 1],
      ]),
    );
    expect(rows.map((row) => row?.s)).toEqual([3, undefined, 1]);
    store.close();
  });

  it('ranges over the primary key, both ends included, either way, with a limit', async () => {
    const store = await make();
    const rows = [5, 1, 9, 3, 7].map((s) => message(chat, s));
    await store.commit((tx) => tx.put('msgs', [...rows, message(other, 4)]));
    const inside = { index: ':primary', from: [chat, 3], to: [chat, 7] } as const;
    const found = await store.read(['msgs'], async (tx) => ({
      up: await tx.range('msgs', inside),
      down: await tx.range('msgs', { ...inside, reverse: true, limit: 2 }),
      open: await tx.range('msgs', { index: ':primary', from: [chat, 8] }),
    }));
    expect(seqs(found.up)).toEqual([3, 5, 7]);
    expect(seqs(found.down)).toEqual([7, 5]);
    expect(found.open.map((row) => [row.c, row.s])).toEqual([
      [chat, 9],
      [other, 4],
    ]);
    store.close();
  });

  it('keeps only rows with the field in a secondary index', async () => {
    const store = await make();
    await store.commit((tx) =>
      tx.put('msgs', [message(chat, 1), message(chat, 2, { need: 9 }), message(other, 3, { need: 4 })]),
    );
    const found = await store.read(['msgs'], async (tx) => ({
      all: await tx.range('msgs', { index: 'need' }),
      one: await tx.range('msgs', { index: '[c+need]', from: [chat, 0], to: [chat, Number.MAX_SAFE_INTEGER] }),
    }));
    expect(seqs(found.all)).toEqual([3, 2]);
    expect(seqs(found.one)).toEqual([2]);
    store.close();
  });

  it('counts a span of one chat, both ends included', async () => {
    const store = await make();
    await store.commit((tx) => tx.put('msgs', [1, 3, 5, 7].map((s) => message(chat, s)).concat(message(other, 4))));
    const counts = await store.read(['msgs'], (tx) =>
      Promise.all([
        tx.count('msgs', { from: [chat, 3], to: [chat, 7] }),
        tx.count('msgs', { from: [chat, 0], to: [chat, Number.MAX_SAFE_INTEGER] }),
        tx.count('msgs', { from: [chat, 7], to: [chat, 6] }),
      ]),
    );
    expect(counts).toEqual([3, 4, 0]);
    store.close();
  });

  it('takes a row out of an index when it loses the field', async () => {
    const store = await make();
    await store.commit((tx) => tx.put('msgs', [message(chat, 2, { need: 9 })]));
    await store.commit((tx) => tx.put('msgs', [message(chat, 2)]));
    expect(await store.read(['msgs'], (tx) => tx.range('msgs', { index: 'need' }))).toEqual([]);
    store.close();
  });

  it('gives outbox rows ascending ids and finds them by lane in that order', async () => {
    const store = await make();
    await store.commit((tx) => tx.put('outbox', [entry('c:7'), entry('c:8'), entry('c:7')]));
    const lane = await store.read(['outbox'], (tx) =>
      tx.range('outbox', { index: '[lane+id]', from: ['c:7', 0], to: ['c:7', Number.MAX_SAFE_INTEGER] }),
    );
    expect(lane).toHaveLength(2);
    const [first, second] = lane as [OutboxEntry, OutboxEntry];
    expect(second.id).toBeGreaterThan(first.id + 1);
    store.close();
  });
}

function transactions(make: () => Promise<LocalStore>): void {
  it('answers exactly what the transaction left behind', async () => {
    const store = await make();
    await store.commit((tx) => tx.put('msgs', [message(chat, 1), message(chat, 2)]));
    const { batch, result } = await store.commit(async (tx) => {
      await tx.put('msgs', [message(chat, 3), message(chat, 4)]);
      await tx.put('msgs', [message(chat, 4, { r: 6 })]);
      await tx.del('msgs', [
        [chat, 1],
        [chat, 3],
      ]);
      return 'done';
    });
    expect(result).toBe('done');
    expect(batch.tables.msgs?.put).toEqual([message(chat, 4, { r: 6 })]);
    expect(batch.tables.msgs?.del.map(([, s]) => s).sort()).toContain(1);
    expect(Object.keys(batch.tables)).toEqual(['msgs']);
    store.close();
  });

  it('names the id of a new outbox row in the batch', async () => {
    const store = await make();
    const { batch } = await store.commit((tx) => tx.put('outbox', [entry('u')]));
    expect(batch.tables.outbox?.put[0]?.id).toBeGreaterThan(0);
    store.close();
  });

  it('numbers commits without holes and gives 0 to one that wrote nothing', async () => {
    const store = await make();
    const nums: number[] = [];
    const note = async (commit: Promise<{ batch: ChangeBatch }>): Promise<void> =>
      void nums.push((await commit).batch.num);
    await note(store.commit((tx) => tx.put('msgs', [message(chat, 1)])));
    await note(store.commit((tx) => tx.get('msgs', [chat, 1])));
    await expect(store.commit(() => Promise.reject(new Error('undo')))).rejects.toThrow('undo');
    await note(store.commit((tx) => tx.put('msgs', [message(chat, 2)])));
    const [first, none, second] = nums as [number, number, number];
    expect(none).toBe(0);
    expect(second).toBe(first + 1);
    store.close();
  });

  it('undoes everything when the work throws', async () => {
    const store = await make();
    await store.commit((tx) => tx.put('msgs', [message(chat, 1)]));
    const failing = store.commit(async (tx) => {
      await tx.put('msgs', [message(chat, 2)]);
      await tx.wipe(['msgs']);
      throw new Error('undo');
    });
    await expect(failing).rejects.toThrow('undo');
    expect(seqs(await store.read(['msgs'], (tx) => tx.range('msgs', { index: ':primary' })))).toEqual([1]);
    store.close();
  });

  it('deletes a span of one chat and says which rows went', async () => {
    const store = await make();
    await store.commit((tx) => tx.put('msgs', [1, 2, 3, 4].map((s) => message(chat, s)).concat(message(other, 2))));
    const { batch } = await store.commit((tx) => tx.delRange('msgs', [chat, 2], [chat, 3]));
    const left = await store.read(['msgs'], (tx) => tx.range('msgs', { index: ':primary' }));
    expect(left.map((row) => [row.c, row.s])).toEqual([
      [chat, 1],
      [chat, 4],
      [other, 2],
    ]);
    expect(batch.tables.msgs?.del.map(([, s]) => s).sort()).toEqual([2, 3]);
    store.close();
  });

  it('tells of wiped tables and of rows written after the wipe', async () => {
    const store = await make();
    const member = { c: chat, u: toMemberId(1), st: 1, ro: 0, pv: 1, r: 1, jr: 1 } as LocalMember;
    await store.commit(async (tx) => {
      await tx.put('members', [member]);
      await tx.put('msgs', [message(chat, 1)]);
    });
    const { batch } = await store.commit(async (tx) => {
      await tx.wipe(['msgs', 'members']);
      await tx.put('msgs', [message(chat, 9)]);
    });
    expect(batch.wiped?.slice().sort()).toEqual(['members', 'msgs']);
    expect(seqs(batch.tables.msgs?.put ?? [])).toEqual([9]);
    expect(await store.read(['members'], (tx) => tx.range('members', { index: ':primary' }))).toEqual([]);
    store.close();
  });

  it('runs transactions one after the other', async () => {
    const store = await make();
    const addOne = (): Promise<unknown> =>
      store.commit(async (tx) => {
        const row = await tx.get('meta', 'count');
        await tx.put('meta', [{ key: 'count', val: Number(row?.val ?? 0) + 1 }]);
      });
    await Promise.all(Array.from({ length: 20 }, addOne));
    expect((await store.read(['meta'], (tx) => tx.get('meta', 'count')))?.val).toBe(20);
    store.close();
  });
}

function fencing(make: () => Promise<LocalStore>): void {
  it('refuses a commit whose epoch is not the one of the lease, and writes nothing', async () => {
    const store = await make();
    await store.commit((tx) => tx.put('leases', [{ name: 'engine', epoch: 2, tab: 'b' }]));
    const late = store.commit((tx) => tx.put('msgs', [message(chat, 1)]), { epoch: 1 });
    await expect(late).rejects.toMatchObject({ code: 'FENCED' });
    expect(await store.read(['msgs'], (tx) => tx.range('msgs', { index: ':primary' }))).toEqual([]);
    await store.commit((tx) => tx.put('msgs', [message(chat, 1)]), { epoch: 2 });
    expect(await store.read(['msgs'], (tx) => tx.range('msgs', { index: ':primary' }))).toHaveLength(1);
    store.close();
  });

  it('refuses every epoch while there is no lease', async () => {
    const store = await make();
    const early = store.commit((tx) => tx.put('msgs', [message(chat, 1)]), { epoch: 1 });
    await expect(early).rejects.toMatchObject({ code: 'FENCED' });
    store.close();
  });
}
