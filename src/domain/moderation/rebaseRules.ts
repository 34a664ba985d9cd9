import type { ModerationConfig } from '#protocol/entities/moderation.ts';

const switches = ['links', 'invites', 'flood', 'score', 'mins', 'watch'] as const;

/**
 * What I changed of the rules (`base` → `mine`), on top of what somebody else made of them meanwhile (`theirs`): what I took out is out, what I added is there
 * once, and of each switch mine counts where I moved it.
 */
export function rebaseRules(
  base: ModerationConfig,
  mine: ModerationConfig,
  theirs: ModerationConfig,
): ModerationConfig {
  const result: ModerationConfig = {
    ...theirs,
    phrases: rebaseList(base.phrases, mine.phrases, theirs.phrases),
    allow: rebaseList(base.allow, mine.allow, theirs.allow),
  };
  for (const name of switches) {
    if (keyOf(base[name]) === keyOf(mine[name])) continue;
    if (mine[name] === undefined) delete result[name];
    else Object.assign(result, { [name]: mine[name] });
  }
  return result;
}

const keyOf = (value: unknown): string => JSON.stringify(value) ?? '';

function rebaseList<Item>(base: readonly Item[], mine: readonly Item[], theirs: readonly Item[]): Item[] {
  const [before, kept] = [new Set(base.map(keyOf)), new Set(mine.map(keyOf))];
  const left = theirs.filter((item) => !before.has(keyOf(item)) || kept.has(keyOf(item)));
  const known = new Set(left.map(keyOf));
  return [...left, ...mine.filter((item) => !before.has(keyOf(item)) && !known.has(keyOf(item)))];
}
