import { spokenText } from '#client/parts/spokenText.ts';
import type { Translate } from '#client/parts/systemText.ts';
import type { Delivery } from './toDelivery.ts';
import type { FeedItem } from './FeedItem.ts';
import type { ReactionTotal } from './toReactions.ts';

export interface LabelInput {
  item: FeedItem;
  name: string;
  /** as the bubble shows it */
  time: string;
  /** the day in words, for the first message of a day */
  day: string | undefined;
  delivery: Delivery;
  /** why it was not sent, in words */
  reason: string | undefined;
  reactions: readonly ReactionTotal[];
  /** what it replies to, or whom it is forwarded from, in words */
  quoted?: string | undefined;
}

/** The one sentence a screen reader says for a message: what is above it, who, what, when, its state and its reactions. */
export function toLabel(
  t: Translate,
  { item, name, time, day, delivery, reason, reactions, quoted }: LabelInput,
): string {
  const who = item.isOwn ? t('chat.you') : name;
  const said = item.content ? (spokenText(t, item.content) ?? '') : item.text;
  const unsent = item.isOwn ? t('chat.unsentOwn') : `${who}: ${t('chat.unsent')}`;
  const parts = [
    day,
    item.isFirstUnread ? t('chat.unreadFrom') : undefined,
    item.isUnsent ? unsent : `${who}: ${said}`,
    quoted,
    item.isEdited ? t('chat.edited') : undefined,
    time,
    item.isOwn && !item.isUnsent ? deliveryText(t, delivery, reason) : undefined,
    ...reactions.map((reaction) => reactionText(t, reaction)),
  ];
  return parts.filter(Boolean).join(', ');
}

/** Where an own message is, in words. */
export function deliveryText(t: Translate, delivery: Delivery, reason: string | undefined): string {
  switch (delivery.kind) {
    case 'waiting':
      return t('chat.state.waiting');
    case 'held':
      return t('order.heldState');
    case 'sent':
      return t('chat.state.sent');
    case 'read':
      return delivery.count === undefined ? t('chat.state.read') : t('chat.state.readBy', { count: delivery.count });
    default:
      return t('chat.state.failed', { reason: reason ?? t('chat.failed.other') });
  }
}

/** "❤️ from 3 people, you too". */
export function reactionText(t: Translate, { emoji, count, isMine }: ReactionTotal): string {
  return isMine ? t('chat.reactions.mine', { emoji, count }) : t('chat.reactions.count', { emoji, count });
}
