import type { ErrorCode } from '#protocol/errors.ts';

/** Why a form was refused. `until`: not before this moment (ms of `performance.now`). */
export interface FormFailure {
  code: ErrorCode;
  until?: number;
}

/** Codes whose words stand at a field of the form, not above its button. */
const fieldCodes: readonly ErrorCode[] = ['HANDLE_TAKEN', 'WEAK_PASSWORD', 'WRONG_LOGIN'];

/** Whether a failure belongs to one field. */
export const isFieldFailure = (failure: FormFailure): boolean => fieldCodes.includes(failure.code);
