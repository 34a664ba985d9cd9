import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Delta } from '#protocol/entities/chat.ts';
import { toChatId, toMemberId } from '#protocol/casts.ts';
import { fakeClock } from '#testing/fakeClock.ts';
import { buildRow } from '#testing/builders/chatBuilders.ts';
import { Coalescer } from './coalescer.ts';

const c = toChatId(5);
const delta = (b: number, parts: Partial<Delta> = {}): Delta => ({
  c,
  a: b - 1,
  b,
  rows: [buildRow(b, { u: toMemberId(1) })],
  head: { c, rev: b, n: b, b, cnt: 2, mr: 0, ls: b },
  ...parts,
});

function scene() {
  const clock = fakeClock();
  const packets: { at: number; deltas: Delta[] }[] = [];
  const coalescer = new Coalescer({ clock, emit: (_c, deltas) => packets.push({ at: clock.now(), deltas }) });
  return { clock, packets, coalescer };
}

describe('coalescing', () => {
  it('lets a calm chat wait for nothing', async () => {
    const { clock, packets, coalescer } = scene();
    for (let b = 1; b <= 10; b += 1) {
      coalescer.push(c, delta(b));
      await clock.advance(250);
    }
    expect(packets).toHaveLength(10);
  });

  it('sends a hot chat at most one packet each 200 ms, as one change where there are only new messages', async () => {
    const { clock, packets, coalescer } = scene();
    for (let b = 1; b <= 100; b += 1) {
      coalescer.push(c, delta(b));
      await clock.advance(20);
    }
    await clock.advance(200);
    expect(packets.length).toBeLessThan(5 + 12);
    expect(packets.at(-1)?.deltas).toHaveLength(1);
    expect(packets.at(-1)?.deltas[0]?.rows?.length).toBeGreaterThanOrEqual(5);
  });

  it('keeps every change, in order, without holes, and each row once, whatever comes when', async () => {
    const parts = fc.constantFrom<Partial<Delta>>({}, { rx: [[1, 9, {}, []]] }, { touch: [[1, 9]] }, { rows: [] });
    const step = fc.record({ parts, wait: fc.integer({ min: 0, max: 400 }), flush: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 80 }), async (steps) => {
        const { clock, packets, coalescer } = scene();
        const sent: Delta[] = [];
        for (const [index, { parts: own, wait, flush }] of steps.entries()) {
          const next = delta(index + 1, own);
          sent.push(next);
          coalescer.push(c, next);
          if (flush) coalescer.flush(c);
          await clock.advance(wait);
        }
        await clock.advance(200);
        const told = packets.flatMap(({ deltas }) => deltas);
        let rev = 0;
        for (const { a, b, head } of told) {
          expect(a).toBe(rev);
          expect(head.rev).toBe(b);
          rev = b;
        }
        expect(rev).toBe(steps.length);
        const all = (deltas: Delta[], kind: 'rows' | 'rx' | 'touch') =>
          deltas.flatMap((one): unknown[] => one[kind] ?? []);
        for (const kind of ['rows', 'rx', 'touch'] as const) expect(all(told, kind)).toEqual(all(sent, kind));
      }),
    );
  });
});
