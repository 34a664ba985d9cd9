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

/** Reasons of the filter with words of their own; the others say that it looks like noise. */
const told = new Set<string>(['phrase', 'link', 'invite', 'flood', 'repeat', 'newLinks', 'rejected']);

/** Why a message was not sent, as the end of a sentence. Undefined for one that did not fail. */
export function failReason(t: Translate, delivery: Delivery): string | undefined {
  if (delivery.kind !== 'failed') return undefined;
  if (delivery.isOld) return t('chat.failed.old');
  const { why } = delivery;
  if (why && told.has(why.r)) return t(`order.failed.${why.r}`, { text: why.x ?? '' });
  if (why) return t('order.failed.noise');
  const code = named.find((name) => name === delivery.code);
  return code ? t(`chat.failed.${code}`) : t('chat.failed.other');
}
