import type { SentMessage } from '#protocol/entities/bodies/sentMessage.ts';
import { messageKind } from '#protocol/entities/messageKind.ts';
import type { OutboxAction } from '../changes.ts';

/** The message as a request names it. `ct`: when it was written, device clock, ms. */
export function toItem(
  { cid, k, b, re, fw }: Extract<OutboxAction, { t: 'send' | 'schedule' }>,
  ct?: number,
): SentMessage {
  const item = { i: cid, k: k ?? messageKind.text, b, ...(ct === undefined ? {} : { ct }) };
  // A row has the body of its kind: both were stored together.
  return { ...item, ...(re === undefined ? {} : { re }), ...(fw ? { fw } : {}) } as SentMessage;
}
