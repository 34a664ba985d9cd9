import type { ModerationConfig } from '#protocol/entities/moderation.ts';
import { compilePhrases, type PhraseMatcher } from './compilePhrases.ts';

/** A configuration made ready for many messages. */
export interface Filter {
  config: ModerationConfig;
  phrases: PhraseMatcher;
  allow: PhraseMatcher;
}

/** Makes a configuration ready; worth keeping, the phrases become one automaton. */
export const compileFilter = (config: ModerationConfig): Filter => ({
  config,
  phrases: compilePhrases(config.phrases),
  allow: compilePhrases(config.allow.map((x) => ({ x, m: 'contains' }))),
});
