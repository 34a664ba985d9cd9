import { useCallback, useState } from 'react';
import { LineError } from './createServerLine.ts';
import { refusalWords, type KitWords } from './pageWords.ts';

/** A line that tells how something went. */
export interface Said {
  readonly text: string;
  readonly isBad: boolean;
}

/** One thing at a time that a person does. `isBusy`: it is under way. */
export interface Act {
  readonly isBusy: boolean;
  readonly said: Said | undefined;
  /** Does it and says what went wrong, or what `work` answers. */
  run(work: () => Promise<string | undefined>): void;
}

/** Makes an {@link Act}. */
export function useAct(kit: KitWords): Act {
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState<Said>();
  const run = useCallback(
    (work: () => Promise<string | undefined>) => {
      const go = async () => {
        setBusy(true);
        setSaid(undefined);
        try {
          const text = await work();
          setSaid(text === undefined ? undefined : { text, isBad: false });
        } catch (cause) {
          setSaid({ text: refusalWords(kit, cause instanceof LineError ? cause.code : 'BAD'), isBad: true });
        } finally {
          setBusy(false);
        }
      };
      void go();
    },
    [kit],
  );
  return { isBusy, said, run };
}
