import { applyKeeps, createKeepsStore, projectKeeps } from '#client/stores/keepsStore.ts';
import type { Services } from '#client/context.ts';
import type { Kept } from '#protocol/entities/kept.ts';
import { toKeepId } from '#protocol/casts.ts';
import type { Commands } from '#sync/commands.ts';
import { sampleNow } from './samplePeople.ts';

type Keeps = Services['stores']['keeps'];

/** A store that has been read and holds these rows. */
export function seededKeeps(rows: readonly Kept[]): Keeps {
  const keeps = createKeepsStore();
  keeps.setState(projectKeeps(rows), true);
  return keeps;
}

/** Commands about what is kept, which change the store at once. */
export function fakeKeepCommands(
  keeps: Keeps,
  note: (name: string, input: unknown) => void,
): Pick<Commands, 'keepMessage' | 'writeKeepNote' | 'dropKeep'> {
  const change = (put: Kept[], del: Kept['i'][]): void =>
    keeps.setState((state) => applyKeeps(state, { num: 1, tables: { keeps: { put, del } } }), true);
  return {
    async keepMessage(input) {
      note('keepMessage', input);
      return 'kept';
    },
    async writeKeepNote({ i = toKeepId('00000000-0000-4000-8000-00000000ee01'), x }) {
      note('writeKeepNote', { i, x });
      const { x: _before, ...kept } = keeps.getState().rows.get(i) ?? { i, urev: 0, at: sampleNow };
      change([x === '' ? kept : { ...kept, x }], []);
      return i;
    },
    async dropKeep({ i }) {
      note('dropKeep', { i });
      change([], [i]);
    },
  };
}

/** What the device kept of shelves, by page. */
export type FakeKept = Readonly<Record<string, unknown>>;

/** The device's copy of shelves, in memory. */
function fakeKeptShelf(kept: FakeKept): Services['keptShelf'] {
  const pages = new Map(Object.entries(kept));
  return { read: async (_c, page) => pages.get(page), keep: (_c, page, data) => void pages.set(page, data) };
}

/** What few people use: reading what is kept, and asking the device where it is (absent: it cannot find out). */
export const fakeLateThings = (
  located: Awaited<ReturnType<Services['locate']>> | undefined,
  note: (name: string, input: unknown) => void,
  kept: FakeKept = {},
): Pick<Services, 'keptShelf' | 'loadKeeps' | 'locate'> => ({
  keptShelf: fakeKeptShelf(kept),
  loadKeeps: async () => note('loadKeeps', undefined),
  async locate() {
    note('locate', undefined);
    return located ?? { problem: 'unknown' };
  },
});
