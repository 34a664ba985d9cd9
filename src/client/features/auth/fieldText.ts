import { checkDisplayName, checkHandle, checkPassword, fieldLimits, type FieldProblem } from '#domain/accountRules.ts';
import type { Translate } from '#client/parts/systemText.ts';

/** Fields of a new account. */
export type AccountField = 'name' | 'handle' | 'password';

/** What is wrong with a field of a new account, in words; undefined when it may be used as it is. A short password says how much is missing. */
export function fieldText(t: Translate, field: AccountField, text: string): string | undefined {
  const { problem } = checks[field](text);
  return problem && words[field](t, problem, text);
}

const checks = { name: checkDisplayName, handle: checkHandle, password: checkPassword };

const words: Record<AccountField, (t: Translate, problem: FieldProblem, text: string) => string> = {
  name: (t, problem) => {
    if (problem === 'long') return t('auth.problem.longName', { count: fieldLimits.nameMax });
    return problem === 'characters' ? t('auth.problem.badName') : t('auth.problem.missingName');
  },
  handle: (t, problem) => {
    if (problem === 'missing') return t('auth.problem.missingHandle');
    if (problem === 'short') return t('auth.problem.shortHandle', { count: fieldLimits.handleMin });
    if (problem === 'long') return t('auth.problem.longHandle', { count: fieldLimits.handleMax });
    return t('auth.problem.badHandle');
  },
  password: (t, problem, text) => {
    if (problem === 'missing') return t('auth.problem.missingPassword');
    if (problem === 'short') return t('auth.problem.shortPassword', { count: fieldLimits.passwordMin - text.length });
    return t('auth.problem.longPassword', { count: fieldLimits.passwordMax });
  },
};
