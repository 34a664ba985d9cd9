import { isMediaMessage } from '#domain/chatTraits.ts';
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
const told = ['phrase', 'link', 'invite', 'flood', 'repeat', 'newLinks', 'rejected', 'nameAll'] as const;

/** Refusals of files, likewise. */
const ofFiles = ['TOO_LARGE', 'NOT_A_PICTURE', 'WRONG_TYPE', 'QUOTA', 'NOT_FOUND', 'BAD'] as const;

/** Why a message was not sent, as the end of a sentence. Undefined for one that did not fail. `kind`: of the message. */
export function failReason(t: Translate, delivery: Delivery, kind?: number): string | undefined {
  if (delivery.kind !== 'failed') return undefined;
  if (delivery.isOld) return t('chat.failed.old');
  const { why } = delivery;
  const reason = told.find((name) => name === why?.r);
  if (reason) return t(`order.failed.${reason}`, { text: why?.x ?? '' });
  if (why) return t('order.failed.noise');
  const file = isMediaMessage(kind ?? 0) ? ofFiles.find((name) => name === delivery.code) : undefined;
  if (file) return t(`kinds.failed.${file}`);
  const code = named.find((name) => name === delivery.code);
  return code ? t(`chat.failed.${code}`) : t('chat.failed.other');
}
