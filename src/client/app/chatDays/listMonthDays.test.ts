import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MonthDays } from '#client/context.ts';
import { toChatId } from '#protocol/casts.ts';
import type { LocalChat, LocalMessage } from '#sync/changes.ts';
import type { Rpc } from '#sync/ports.ts';
import { memoryLocalStore } from '#testing/memoryLocalStore.ts';
import { listMonthDays } from './listMonthDays.ts';

const c = toChatId(9);
const zone = process.env['TZ'];
const message = (s: number, time: string): LocalMessage =>
  ({ c, s, r: s, n: s, u: 2, i: `m${s}`, k: 1, b: { x: 'x' }, at: Date.parse(time), pv: 1 }) as unknown as LocalMessage;

/** What the calendar is told, in order. */
async function list(answer: Awaited<ReturnType<Rpc['call']>>, rows: LocalMessage[] = []) {
  const store = memoryLocalStore();
  await store.commit(async (tx) => {
    await tx.put('msgs', rows);
    await tx.put('chats', [{ c, head: { rev: 900 } } as unknown as LocalChat]);
  });
  const asked: unknown[] = [];
  const rpc = {
    call: async (name: string, input: unknown) => {
      asked.push([name, input]);
      return answer;
    },
  } as unknown as Rpc;
  const shown: MonthDays[] = [];
  const log = { debug: () => undefined, warn: (event: string) => expect.fail(event) };
  await listMonthDays({ store, rpc, log }, { c, month: '2025-10' }, (days) => shown.push(days));
  return { shown, asked };
}

describe('days with messages', () => {
  beforeEach(() => {
    process.env['TZ'] = 'Asia/Tokyo';
  });
  afterEach(() => {
    process.env['TZ'] = zone;
  });

  it('are those of the device at once, by its own clock', async () => {
    const rows = [
      message(4, '2025-09-30T14:59:00Z'),
      message(5, '2025-09-30T15:01:00Z'),
      message(6, '2025-10-01T14:00:00Z'),
      message(9, '2025-10-01T15:00:00Z'),
    ];
    const { shown } = await list({ ok: false, code: 'UNAVAILABLE' }, rows);
    expect(shown).toEqual([
      {
        days: [
          { day: '2025-10-01', seq: 5, busy: 2 },
          { day: '2025-10-02', seq: 9, busy: 1 },
        ],
        isWhole: false,
      },
    ]);
  });

  it('are those of the server then, asked from local midnight, each as busy as what lies before the next', async () => {
    const days = [
      ['2025-10-02', 10],
      ['2025-10-30', 60],
      ['2025-11-01', 75],
    ];
    const { shown, asked } = await list({ ok: true, data: { days } } as never);
    expect(asked).toMatchObject([['history.days', { c, from: Date.parse('2025-10-01T00:00:00+09:00') }]]);
    // The server names a day by the UTC date on which it begins: the evening before.
    expect(shown.at(-1)).toEqual({
      days: [
        { day: '2025-10-03', seq: 10, busy: 50 },
        { day: '2025-10-31', seq: 60, busy: 15 },
      ],
      isWhole: true,
    });
  });
});
