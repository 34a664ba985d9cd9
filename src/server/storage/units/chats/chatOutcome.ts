import type { UserId } from '#protocol/ids.ts';
import type { ChatChange } from './chatChange.ts';

/** What a command about a chat did. */
export interface ChatOutcome<Result> {
  /** The answer of the request, the same for every repeat. */
  result: Result;
  /** For the rooms; absent for a repeat and when nothing changed. */
  change?: ChatChange;
  /** People whose own rows changed. */
  people: UserId[];
}
