import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createProjection } from './createProjection.ts';

/** What happens: a commit is made (its batch comes later), a read begins, a read ends, the oldest waiting batch arrives. */
const happenings = fc.array(fc.constantFrom('commit', 'load', 'answer', 'deliver'), { maxLength: 60 });

it('shows the sum of all commits, whenever reads and batches come', async () => {
  await fc.assert(
    fc.asyncProperty(happenings, async (events) => {
      let stored: number[] = [];
      let shown: number[] = [];
      const onTheWay: number[] = [];
      const reads: (() => void)[] = [];
      const projection = createProjection<number[]>({
        read: () => {
          // A read sees the rows of the moment it begins, and answers later.
          const rows = [...stored];
          return new Promise((resolve) => reads.push(() => resolve({ num: rows.length, rows })));
        },
        show: (rows) => (shown = rows),
        apply: ({ num }) => {
          expect(num).toBe(shown.length + 1);
          shown = [...shown, num];
        },
      });
      const settle = async (): Promise<void> => {
        for (let i = 0; i < 5; i += 1) await Promise.resolve();
      };
      const act: Record<string, () => void> = {
        commit: () => {
          stored = [...stored, stored.length + 1];
          onTheWay.push(stored.length);
        },
        load: () => void projection.load(),
        answer: () => reads.shift()?.(),
        deliver: () => {
          const num = onTheWay.shift();
          if (num !== undefined) projection.take({ num, tables: {} });
        },
      };
      for (const event of ['load', ...events]) {
        act[event]?.();
        await settle();
      }
      while (reads.length > 0 || onTheWay.length > 0) {
        act['answer']?.();
        await settle();
        act['deliver']?.();
      }
      expect(shown).toEqual(stored);
    }),
  );
});
