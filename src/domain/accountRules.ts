import { displayNameSchema, handleSchema, passwordSchema } from '#protocol/entities/user.ts';
import { groupTitleSchema } from '#protocol/entities/chatSnapshot.ts';
import { limits } from '#protocol/limits.ts';

/** What is wrong with a field, for forms that say it in words. */
export type FieldProblem = 'missing' | 'short' | 'long' | 'characters';

/** A field as the server will store it, and what is wrong with it, if anything. */
export interface CheckedField {
  value: string;
  problem?: FieldProblem;
}

/** The part of a schema of the wire that a form needs. */
interface FieldSchema {
  safeParse(
    text: string,
  ): { success: true; data: string } | { success: false; error: { issues: readonly { code: string }[] } };
}

const words: Record<string, FieldProblem> = { too_small: 'short', too_big: 'long', invalid_format: 'characters' };

/**
 * Runs the rule of the wire itself, so that a form and the server cannot disagree. A field with several faults names a wrong character first: making a text longer
 * does not mend it.
 */
function check(schema: FieldSchema, text: string, isEmpty = text.trim() === ''): CheckedField {
  if (isEmpty) return { value: '', problem: 'missing' };
  const parsed = schema.safeParse(text);
  if (parsed.success) return { value: parsed.data };
  const problems = parsed.error.issues.map((issue) => words[issue.code] ?? 'characters');
  return { value: text, problem: problems.includes('characters') ? 'characters' : (problems[0] ?? 'characters') };
}

export const checkHandle = (text: string): CheckedField => check(handleSchema, text);
export const checkDisplayName = (text: string): CheckedField => check(displayNameSchema, text);
/** Only the length: whether a password is among the common ones is known to the server alone (WEAK_PASSWORD). */
export const checkPassword = (text: string): CheckedField => check(passwordSchema, text, text === '');
export const checkGroupTitle = (text: string): CheckedField => check(groupTitleSchema, text);

/** Bounds that hints and fields name; lengths in UTF-16 units. */
export const fieldLimits = {
  handleMin: limits.handleMin,
  handleMax: limits.handleMax,
  nameMax: limits.nameMax,
  passwordMin: limits.passwordMin,
  passwordMax: limits.passwordMax,
  statusMax: limits.statusMax,
  aliasMax: limits.aliasMax,
  groupTitleMax: limits.groupTitleMax,
  aboutMax: limits.aboutMax,
  groupMax: limits.groupMax,
  /** people of one `chat.invite` */
  inviteMax: limits.idsMax,
} as const;
