import type { FilterAction, Reason } from '#protocol/entities/moderation.ts';
import type { Filter } from './compileFilter.ts';

/** A message on its way in. */
export interface ModeratedMessage {
  text: string;
  /** server clock, ms */
  at: number;
}
/** What is known beside the message. `recent`: the newest messages of its sender here, newest first. */
export interface ModerationContext {
  recent: readonly ModeratedMessage[];
}
/** What one classifier saw. `rule`: the rule of the configuration it counts for. */
export interface Finding {
  rule: string;
  action: FilterAction;
  reason: Reason;
  spans: [start: number, length: number][];
}
/** Decides about one message; must be pure, and its time must grow with the length of the text alone. */
export type Classifier = (message: ModeratedMessage, filter: Filter, context: ModerationContext) => Finding[];
