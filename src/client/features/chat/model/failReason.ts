import type { Translate } from '#client/parts/systemText.ts';
import type { Delivery } from './toDelivery.ts';

/** Refusals that have words of their own: what can be done differs. */
const named = [
  'NOT_MEMBER',
  'FORBIDDEN',
  'BLOCKED',
  'MUTED',
  'FROZEN',
  'FILTERED',
  'TOO_LARGE',
  'CID_MISMATCH',
  'GONE',
] as const;

/** Why a message was not sent, as the end of a sentence. Undefined for one that did not fail. */
export function failReason(t: Translate, delivery: Delivery): string | undefined {
  if (delivery.kind !== 'failed') return undefined;
  if (delivery.isOld) return t('chat.failed.old');
  const code = named.find((name) => name === delivery.code);
  return code ? t(`chat.failed.${code}`) : t('chat.failed.other');
}
