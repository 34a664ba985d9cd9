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

/** Makes the model: nobody, no trouble. */
export function createAppModel(): StoreApi<AppModel> {
  return createStore<AppModel>(() => ({ person: undefined, trouble: undefined }));
}
