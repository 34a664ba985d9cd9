import type { UserId } from '#protocol/ids.ts';
import type { Clock, LocalStore, Log, Random, TabLine } from '#sync/ports.ts';

/** What a window needs from around it. */
export interface ChatWindowDeps {
  store: LocalStore;
  line: TabLine;
  clock: Clock;
  random: Random;
  log: Log;
  /** whether the engine has a live connection: only then is it worth waiting for history before the first picture */
  isLive(): boolean;
  /** people whose names the window will show */
  wantUsers(ids: UserId[]): void;
}
