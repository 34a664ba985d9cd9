import { useCallback, useEffect, useRef, useState, type Dispatch, type SetStateAction } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ack } from '#protocol/errors.ts';
import type { ChatId } from '#protocol/ids.ts';
import { useIsLive, useServices } from '#client/context.ts';
import { problemText } from '#client/parts/problemText.ts';

/** A page of the shelf. `isOffline`: what is shown is what this device kept, because the server cannot be reached. */
export interface Kept<Data> {
  data: Data | undefined;
  /** why there is nothing newer, in words */
  problem: string | undefined;
  isOffline: boolean;
  /** there is no such thing (any more), or I may not see it */
  isGone: boolean;
  reload: () => void;
  /** Shows and keeps what a change made of it. */
  change: (turn: (data: Data) => Data) => void;
}

/** How a page is asked for. `show`: with what is there so far, where it comes in parts. */
export type Ask<Data> = (show: (part: Data) => void) => Promise<Ack<Data>>;

/** What is known of a page. */
type State<Data> = { data?: Data; problem?: string; isOffline?: boolean; isGone?: boolean };

/**
 * A page of the shelf: first what this device kept of it, then what the server says; asked again when the connection is back, when the window is looked at again, and when `news` changes. Nothing that the server said goes away
 * because it cannot be asked.
 */
export function useKept<Data>(place: { c: ChatId; page: string; news: number }, ask: Ask<Data>): Kept<Data> {
  const { keptShelf } = useServices();
  const { c, page } = place;
  const [state, setState] = useState<State<Data>>({});
  useEffect(() => {
    let isHere = true;
    void keptShelf.read(c, page).then((kept) => {
      if (isHere && kept !== undefined) setState((last) => withFirst(last, kept as Data));
    });
    return () => {
      isHere = false;
    };
  }, [keptShelf, c, page]);
  const reload = useAsked(place, ask, setState);
  const latest = useRef<Data>(undefined);
  useEffect(() => {
    latest.current = state.data;
  });
  const change = useCallback(
    (make: (data: Data) => Data) => {
      if (latest.current === undefined) return;
      const data = make(latest.current);
      latest.current = data;
      setState((last) => ({ ...last, data }));
      keptShelf.keep(c, page, data);
    },
    [keptShelf, c, page],
  );
  const { data, problem, isOffline = false, isGone = false } = state;
  return { data, problem, isOffline, isGone, reload, change };
}

/** What comes first stands there until there is something better. */
const withFirst = <Data>(last: State<Data>, data: Data): State<Data> =>
  last.data === undefined && last.isGone !== true ? { ...last, data } : last;

/** Asks the server whenever there may be something new; answers how to ask at once. */
function useAsked<Data>(
  { c, page, news }: { c: ChatId; page: string; news: number },
  ask: Ask<Data>,
  setState: Dispatch<SetStateAction<State<Data>>>,
): () => void {
  const { t } = useTranslation();
  const { keptShelf } = useServices();
  const isLive = useIsLive();
  const [turn, setTurn] = useState(0);
  const asking = useRef(ask);
  useEffect(() => {
    asking.current = ask;
  });
  useEffect(() => {
    let isHere = true;
    const show = (data: Data): void => {
      if (isHere) setState((last) => withFirst(last, data));
    };
    void asking.current(show).then((answer) => {
      if (!isHere) return;
      if (answer.ok) {
        setState({ data: answer.data });
        keptShelf.keep(c, page, answer.data);
        return;
      }
      const { code } = answer;
      const isGone = code === 'NOT_FOUND' || code === 'NOT_MEMBER';
      if (isGone) keptShelf.keep(c, page, undefined);
      const more = { problem: problemText(t, answer), isOffline: code === 'UNAVAILABLE' || code === 'TIMEOUT', isGone };
      setState((last) => ({ ...(isGone || last.data === undefined ? {} : { data: last.data }), ...more }));
    });
    return () => {
      isHere = false;
    };
  }, [keptShelf, setState, c, page, news, turn, isLive, t]);
  const reload = useCallback(() => setTurn((last) => last + 1), []);
  useEffect(() => {
    const look = (): void => {
      if (document.visibilityState === 'visible') reload();
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [reload]);
  return reload;
}
