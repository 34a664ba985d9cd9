import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createDraftSaver } from './createDraftSaver.ts';

it('every draft is stored within 300 ms of the last key or at the flush, and nothing after it was dropped', () => {
  const step = fc.oneof(
    fc.integer({ min: 0, max: 400 }).map((wait) => ({ do: 'wait' as const, wait })),
    fc.constantFrom({ do: 'type' as const }, { do: 'flush' as const }, { do: 'drop' as const }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let time = 0;
      let timer: { at: number; work: () => void } | undefined;
      const saved: number[] = [];
      let typed = 0;
      let typedAt = 0;
      let isOwed = false;
      const saver = createDraftSaver<number>(
        (draft) => {
          saved.push(draft);
          isOwed = false;
        },
        (ms, work) => {
          const mine = { at: time + ms, work };
          timer = mine;
          return () => {
            if (timer === mine) timer = undefined;
          };
        },
      );
      const pass = (ms: number): void => {
        const end = time + ms;
        if (timer && timer.at <= end) {
          const due = timer;
          timer = undefined;
          time = due.at;
          due.work();
        }
        time = end;
        if (isOwed) expect(time - typedAt).toBeLessThan(300);
      };
      for (const one of steps) {
        if (one.do === 'wait') pass(one.wait);
        else if (one.do === 'type') {
          saver.change((typed += 1));
          typedAt = time;
          isOwed = true;
        } else if (one.do === 'flush') {
          saver.flush();
          expect(isOwed).toBe(false);
        } else {
          saver.drop();
          isOwed = false;
          const count = saved.length;
          pass(1000);
          expect(saved.length).toBe(count);
        }
      }
      saver.flush();
      expect(saved).toEqual(saved.toSorted((a, b) => a - b));
      expect(new Set(saved).size).toBe(saved.length);
    }),
  );
});
