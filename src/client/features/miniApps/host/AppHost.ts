import type { StoreApi } from 'zustand/vanilla';
import type { AppHostPorts } from './AppHostPorts.ts';
import type { AppDialog, AppState } from './AppState.ts';
import type { RelayState } from '#protocol/bridge.ts';
import type { AppScope } from '#protocol/entities/appScopes.ts';

/** What the calls of a page act on. */
export interface AppHost {
  readonly store: StoreApi<AppState>;
  readonly ports: AppHostPorts;
  set(change: Partial<AppState>): void;
  /** Shows a question over the page and waits for its answer; undefined if one is open already, or when the page is gone. `isAsked`: the person must have pressed something before. */
  ask(dialog: AppDialog, isAsked?: boolean): Promise<string | undefined>;
  /** Whether the page may have this: declared, and allowed before or now. */
  mayHave(scope: AppScope): Promise<boolean>;
  /** Says yes once more to what was allowed before: what is handed out once per yes can be fetched again. */
  renew(scope: AppScope): Promise<boolean>;
  /** The answer the person gave before; undefined: there is none. */
  answerOf(scope: AppScope): boolean | undefined;
  /** Writes down that the page gets something; false if that cannot be written, and then it gets nothing. */
  note(scope: AppScope): Promise<boolean>;
  /** Takes the question away that lies over the page, without an answer. */
  dismiss(): void;
  /** The frame around the page has said where it is. */
  relay(state: RelayState): void;
  /** Tells the page its size. */
  tellViewport(): void;
}
