import { reactionTo, type ErrorCode } from '#protocol/errors.ts';

/** Whether the same request may go through the next time. */
export const canRepeat = (code: ErrorCode): boolean => reactionTo(code) === 'retry';
