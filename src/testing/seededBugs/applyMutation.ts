import type { Mutation } from './seededBugTypes.ts';

/** The source with the mistake in it. Throws when the text is not there exactly once: the product has changed, and the bug must be written anew. */
export function applyMutation(source: string, { file, find, replace }: Mutation): string {
  const parts = source.split(find);
  if (parts.length !== 2)
    throw new Error(`a seeded bug looks in ${file} for a text that is there ${parts.length - 1} times:\n${find}`);
  return parts.join(replace);
}
