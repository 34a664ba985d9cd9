import type { ChatId, UserId } from '#protocol/ids.ts';
import type { DemoFiles } from './storeDemoFiles.ts';

/** What a story needs to know while it is told. */
export interface Telling {
  readonly c: ChatId;
  readonly members: readonly UserId[];
  readonly users: readonly UserId[];
  /** the account of a handle */
  readonly handles: ReadonlyMap<string, UserId>;
  readonly files: DemoFiles | undefined;
  /** where named lines stand, also those of chats before */
  readonly told: Map<string, { readonly c: ChatId; readonly s: number; readonly k: number }>;
  /** when the story ends, server clock, ms */
  readonly now: number;
}
