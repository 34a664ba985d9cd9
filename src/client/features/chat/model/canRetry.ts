import { isMediaMessage } from '#domain/chatTraits.ts';
import type { Delivery } from './toDelivery.ts';

/** What a file is refused for and stays refused for. */
const lasting = new Set<string | undefined>(['TOO_LARGE', 'NOT_A_PICTURE', 'WRONG_TYPE', 'BAD']);

/** Whether a message that failed may go through another time. `kind`: of the message. */
export const canRetry = (delivery: Delivery, kind: number | undefined): boolean =>
  delivery.kind !== 'failed' || !(isMediaMessage(kind ?? 0) && lasting.has(delivery.code));
