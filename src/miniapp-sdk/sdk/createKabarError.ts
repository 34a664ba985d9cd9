import type { KabarError, KabarErrorCode } from './sdkTypes.ts';

/** Makes a {@link KabarError}. */
export function createKabarError(code: KabarErrorCode, message: string, reason?: string): KabarError {
  return Object.assign(new Error(message), { name: 'KabarError', code, reason });
}
