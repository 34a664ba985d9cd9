import { checkDisplayName, checkHandle, checkPassword, fieldLimits } from '#domain/accountRules.ts';
import type { Translate } from '#client/parts/systemText.ts';

/** What is wrong with a name, in words; undefined when it may be used. */
export function nameProblem(t: Translate, text: string): string | undefined {
  switch (checkDisplayName(text).problem) {
    case undefined:
      return undefined;
    case 'long':
      return t('auth.problem.longName', { count: fieldLimits.nameMax });
    case 'characters':
      return t('auth.problem.badName');
    default:
      return t('auth.problem.missingName');
  }
}

/** What is wrong with an ID, in words. */
export function handleProblem(t: Translate, text: string): string | undefined {
  switch (checkHandle(text).problem) {
    case undefined:
      return undefined;
    case 'missing':
      return t('auth.problem.missingHandle');
    case 'short':
      return t('auth.problem.shortHandle', { count: fieldLimits.handleMin });
    case 'long':
      return t('auth.problem.longHandle', { count: fieldLimits.handleMax });
    case 'characters':
      return t('auth.problem.badHandle');
  }
}

/** What is wrong with a new password, in words; a short one says how much is missing. */
export function passwordProblem(t: Translate, text: string): string | undefined {
  switch (checkPassword(text).problem) {
    case undefined:
      return undefined;
    case 'missing':
      return t('auth.problem.missingPassword');
    case 'short':
      return t('auth.problem.shortPassword', { count: fieldLimits.passwordMin - text.length });
    default:
      return t('auth.problem.longPassword', { count: fieldLimits.passwordMax });
  }
}
