import { zoneTable, type Zone } from './zoneTable.ts';

/**
 * The `group` that the linter's `no-restricted-imports` needs for a zone, in the syntax of .gitignore: first
 * everything is forbidden, then the allowed places are taken out again. A later line wins over an earlier one.
 */
export function toLintPatterns(zone: Zone): string[] {
  // Brackets, because a bare # would begin a comment.
  const patterns = [zone.packages === '*' ? '[#]*/**' : '*', '!./**', '!../**'];
  if (zone.node) patterns.push('!node:*', '!node:*/**');
  const names = zone.zones === '*' ? [] : zone.zones;
  // One feature never imports another, and inside a feature the paths are relative: the alias stays forbidden.
  const own = zone.name === 'client/features' ? [] : [zone.name];
  for (const name of [...own, ...names]) patterns.push(...toAliases(name));
  if (zone.packages !== '*') for (const name of zone.packages) patterns.push(`!${name}`, `!${name}/**`);
  // Last, because a package name without a slash also matches at the end of a longer path.
  return [...patterns, '../../**'];
}

function toAliases(zoneName: string): string[] {
  const zone = zoneTable.find((candidate) => candidate.name === zoneName);
  return (zone?.paths ?? []).map((path) => path.replace(/^src\//, '!#').replace(/\/$/, '/**'));
}
