import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Mem } from '#protocol/entities/members.ts';
import type { Ack, WireError } from '#protocol/errors.ts';

/** A list that changes is asked for again at most this often, ms. */
const againMs = 3_000;

/** Members as far as they were fetched. */
export interface MemberPagesState {
  /** undefined until the first answer */
  total: number | undefined;
  /** by place in the list */
  rows: ReadonlyMap<number, Mem>;
  /** why the last window could not be fetched */
  problem: Pick<WireError, 'code' | 'retry'> | undefined;
}

export interface MemberPagesDeps {
  /** members per window */
  size: number;
  ask: (range: [number, number]) => Promise<Ack<{ mr: number; total: number; items: Mem[] }>>;
  /** runs work later; answers how to call it off */
  after: (ms: number, work: () => void) => () => void;
  /** a clock that never jumps, ms */
  now: () => number;
}

/** The member list of a community, a window at a time: only what is looked at is fetched. */
export interface MemberPages {
  readonly store: StoreApi<MemberPagesState>;
  /** Says which places are in sight; both ends included. */
  look(from: number, to: number): void;
  /** The membership changed: what is in sight is fetched again soon, the rest when it comes into sight. */
  changed(mr: number): void;
  retry(): void;
  close(): void;
}

/**
 * Makes the windows of one list. `mr`: the rev of the last membership change that is known. Windows of an older one stay on screen until the newer answer
 * is there.
 *
 *   missing ──look──▶ asked ──answer──▶ here ──changed──▶ stale ──look, at most every 3 s──▶ asked
 */
export function createMemberPages({ size, ask, after, now }: MemberPagesDeps, first: number): MemberPages {
  const store = createStore<MemberPagesState>(() => ({ total: undefined, rows: new Map(), problem: undefined }));
  /** `mr` of each window that is here */
  const pages = new Map<number, number>();
  const asked = new Set<number>();
  let mr = first;
  let sight: [number, number] = [0, 0];
  let isOpen = true;
  let lastAgain = -Infinity;
  let stopTimer: (() => void) | undefined;

  const fetchPage = async (page: number): Promise<void> => {
    asked.add(page);
    const answer = await ask([page * size, (page + 1) * size]);
    asked.delete(page);
    if (!isOpen) return;
    if (!answer.ok) return store.setState({ problem: answer });
    pages.set(page, Math.max(answer.data.mr, pages.get(page) ?? 0));
    store.setState(({ rows }) => withPage(rows, page * size, size, answer.data), true);
    want();
  };
  const inSight = (): number[] => pagesOf(sight, store.getState().total ?? size, size);
  const want = (): void => {
    if (store.getState().problem) return;
    for (const page of inSight()) {
      if (asked.has(page)) continue;
      if (!pages.has(page)) void fetchPage(page);
      else if ((pages.get(page) ?? 0) < mr) again();
    }
  };
  const again = (): void => {
    stopTimer ??= after(Math.max(0, lastAgain + againMs - now()), () => {
      stopTimer = undefined;
      lastAgain = now();
      for (const page of inSight()) if ((pages.get(page) ?? mr) < mr) void fetchPage(page);
    });
  };
  return {
    store,
    look(from, to) {
      sight = [from, to];
      want();
    },
    changed(next) {
      if (next <= mr) return;
      mr = next;
      want();
    },
    retry() {
      store.setState({ problem: undefined });
      want();
    },
    close() {
      isOpen = false;
      stopTimer?.();
    },
  };
}

/** The windows between two places, both included; places behind the end of the list count as its end. */
function pagesOf([from, to]: readonly [number, number], total: number, size: number): number[] {
  const last = Math.max(0, total - 1);
  const first = Math.floor(Math.min(from, last) / size);
  return Array.from({ length: Math.floor(Math.min(to, last) / size) - first + 1 }, (_, index) => first + index);
}

/** Rows with one window replaced; what lies behind the end of the list is gone. */
function withPage(
  rows: ReadonlyMap<number, Mem>,
  from: number,
  size: number,
  { items, total }: { items: readonly Mem[]; total: number },
): MemberPagesState {
  const next = new Map([...rows].filter(([index]) => index < total && (index < from || index >= from + size)));
  for (const [offset, member] of items.entries()) next.set(from + offset, member);
  return { total, rows: next, problem: undefined };
}
