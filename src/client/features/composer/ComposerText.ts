import type { MentionSpan } from './model/mentionSpans.ts';

/** A text with the people named in it. */
export interface ComposerText {
  text: string;
  spans: readonly MentionSpan[];
}
