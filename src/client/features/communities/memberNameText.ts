import { communityLimits, type checkMemberName } from '#domain/communityRules.ts';
import type { Translate } from '#client/parts/systemText.ts';

/** What is wrong with a name inside a community, in words. */
export function memberNameText(
  t: Translate,
  problem: ReturnType<typeof checkMemberName>['problem'],
): string | undefined {
  if (problem === undefined) return undefined;
  return t(`community.name.problem.${problem}`, { count: communityLimits.name });
}
