import type { StoreApi } from 'zustand/vanilla';
import type { ChatWindowState, SeqSpan } from '#client/stores/chatWindowStore.ts';
import { askHistory, historyWaitMs, type HistoryWish } from './askHistory.ts';
import type { ChatWindowDeps } from './ChatWindowDeps.ts';

/** After an answer that brought nothing, the next one is asked for after this long, ms. */
const restMs = 5_000;
/** So often in a row; a change of the holes or a new connection begins anew. */
const restsMost = 5;

/** Fills the holes of a window by itself, page by page. */
export interface HoleFiller {
  /** The seq the reader is at. */
  see(seq: number): void;
  /** Something about the holes or the connection has changed. */
  poke(): void;
}

/** Makes the filler of a window. One page is on its way at a time; the one nearest to the reader comes first, whatever changed meanwhile. */
export function createHoleFiller(deps: ChatWindowDeps, store: StoreApi<ChatWindowState>): HoleFiller {
  let sight: number | undefined;
  let isBusy = false;
  let rests = 0;
  const ask = (): void => {
    const { c, holes } = store.getState();
    const wish = nextWish(holes, sight);
    if (!wish || isBusy) return;
    isBusy = true;
    void askHistory(deps, c, wish, historyWaitMs).then(() => {
      isBusy = false;
      if (store.getState().holes !== holes) {
        rests = 0;
        ask();
      } else if (rests < restsMost) {
        rests += 1;
        deps.clock.after(restMs, () => {
          if (deps.isLive()) ask();
        });
      }
    });
  };
  return {
    see: (seq) => void (sight = seq),
    poke() {
      rests = 0;
      ask();
    },
  };
}

/** The page to fetch next: of the hole nearest to the reader, from the end that is nearer. Without a reader it is the newest one's upper end. */
function nextWish(holes: readonly SeqSpan[], sight: number | undefined): HistoryWish | undefined {
  const at = sight ?? Number.POSITIVE_INFINITY;
  const distance = ({ from, to }: SeqSpan): number => Math.max(from - at, at - to);
  const nearest = holes.reduce<SeqSpan | undefined>(
    (best, hole) => (best && distance(best) < distance(hole) ? best : hole),
    undefined,
  );
  if (!nearest) return undefined;
  return at < nearest.from ? { after: nearest.from - 1 } : { before: nearest.to + 1 };
}
