import { phraseRule } from '#domain/moderation/phraseRule.ts';
import { phraseSize } from '#domain/moderation/phraseSize.ts';
import type { ModerationConfig } from '#protocol/entities/moderation.ts';
import { AppError } from '#protocol/errors.ts';
import { limits } from '#protocol/limits.ts';

/** Refuses rules that cannot mean what they say: phrases too short or too long after folding, the same one twice. Throws BAD. */
export function checkConfig(config: ModerationConfig): void {
  const seen = new Set<string>();
  for (const { x, m } of config.phrases) {
    const size = phraseSize(x);
    if (size < limits.phraseMin || size > limits.phraseMax) throw new AppError('BAD', { message: `phrase of ${size}` });
    const key = `${m}:${phraseRule(x)}`;
    if (seen.has(key)) throw new AppError('BAD', { message: 'phrase twice' });
    seen.add(key);
  }
  for (const x of config.allow) {
    if (phraseSize(x) === 0) throw new AppError('BAD', { message: 'nothing to allow' });
  }
}
