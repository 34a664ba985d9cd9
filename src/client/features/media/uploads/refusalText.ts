import type { Translate } from '#client/parts/systemText.ts';

/** Refusals of files with words of their own. */
const named = ['TOO_LARGE', 'NOT_A_PICTURE', 'WRONG_TYPE', 'QUOTA', 'NOT_FOUND', 'BAD'] as const;
/** What a file is refused for and stays refused for. */
const lasting = new Set<string | undefined>(['TOO_LARGE', 'NOT_A_PICTURE', 'WRONG_TYPE', 'BAD']);

/** Why a file was not taken, in words. */
export function refusalText(t: Translate, code: string | undefined): string {
  const known = named.find((name) => name === code);
  return known ? t(`kinds.failed.${known}`) : t('chat.failed.other');
}

/** Whether a file that was refused may be taken another time. */
export const canSucceed = (code: string | undefined): boolean => !lasting.has(code);
