import type { StoreApi } from 'zustand/vanilla';
import type { AppHostPorts } from './AppHostPorts.ts';
import type { AppDialog, AppState } from './AppState.ts';

/** The one question or window that can lie over a page. */
export interface Questions {
  /** Shows it and waits for the answer; undefined at once if there is one already. `mustPress`: it waits until the person has pressed something. */
  ask(dialog: AppDialog, mustPress?: boolean): Promise<string | undefined>;
  /** Ends it with this answer. */
  finish(choice: string | undefined): void;
}

export function createQuestions(store: StoreApi<AppState>, ports: Pick<AppHostPorts, 'hasPressed'>): Questions {
  let waiting: ((choice: string | undefined) => void) | undefined;
  return {
    ask(dialog, mustPress = true) {
      if (waiting) return Promise.resolve(undefined);
      return new Promise((done) => {
        waiting = done;
        store.setState({ dialog, isAsking: mustPress && !ports.hasPressed() });
      });
    },
    finish(choice) {
      const answer = waiting;
      waiting = undefined;
      store.setState({ dialog: undefined, isAsking: false });
      answer?.(choice);
    },
  };
}
