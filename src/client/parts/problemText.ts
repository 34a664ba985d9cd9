import type { WireError } from '#protocol/errors.ts';
import type { Translate } from './systemText.ts';

/** Why a request did not work, in words: waiting times in seconds, a dead network as such, everything else by its code. */
export function problemText(t: Translate, { code, retry }: Pick<WireError, 'code' | 'retry'>): string {
  if (code === 'RATE' && retry !== undefined)
    return t('common.rateFor', { count: Math.max(1, Math.ceil(retry / 1000)) });
  if (code === 'UNAVAILABLE' || code === 'TIMEOUT') return t('common.offline');
  return t(`error.${code}`);
}
