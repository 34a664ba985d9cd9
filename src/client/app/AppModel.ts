import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EntryServices } from '#client/context.ts';
import type { Person } from './openPerson.ts';
import type { Trouble } from './TroublePage.tsx';

/** What the page as a whole shows. */
export interface AppModel {
  /** the logged-in person; undefined shows the log-in screens */
  person: Person | undefined;
  /** why nothing else can be shown */
  trouble: Trouble | undefined;
}

/** The page's model and what the log-in screens may use. */
export interface AppParts {
  model: StoreApi<AppModel>;
  entry: EntryServices;
  /** Remembers where a person is, for the next start at the bare address. */
  notePath(path: string): void;
}

/** What the page is made of. `onPainted`: the first screen can be seen; may be called more than once. */
export type AppProps = Pick<AppParts, 'model' | 'entry' | 'notePath'> & { onPainted: () => void };

/** Makes the model: nobody, no trouble. */
export function createAppModel(): StoreApi<AppModel> {
  return createStore<AppModel>(() => ({ person: undefined, trouble: undefined }));
}
