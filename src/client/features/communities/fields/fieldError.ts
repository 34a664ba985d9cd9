import type { FoundingProblems } from '#domain/communityRules.ts';
import type { Translate } from '#client/parts/systemText.ts';

/** What a field says of what is wrong with it; `count`: the bound that is not kept. Numbers out of range say so by their own hint. */
export function fieldError(
  t: Translate,
  problem: FoundingProblems[keyof FoundingProblems],
  count: number,
): { error: string } | object {
  return problem === undefined || problem === 'range' ? {} : { error: t(`founding.problem.${problem}`, { count }) };
}
