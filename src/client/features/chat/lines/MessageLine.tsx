import { Copy, Reply } from 'lucide-react';
import { useMemo } from 'react';
import type { KeyboardEvent } from 'react';
import { everybody } from '#domain/namesAll.ts';
import { contentText } from '#client/parts/contentText.ts';
import { MessageBubble } from '#client/parts/MessageBubble.tsx';
import type { MessageState } from '#client/parts/MessageState.ts';
import { MessageToolbar } from '#client/parts/MessageToolbar.tsx';
import type { MessageMention } from '#client/parts/splitText.ts';
import { clockTime, dayName, isoTime } from '#client/parts/timeTexts.ts';
import type { FeedItem } from '../model/FeedItem.ts';
import { canRetry } from '../model/canRetry.ts';
import { failReason } from '../model/failReason.ts';
import { isFresh } from '../model/isFresh.ts';
import { isSilent } from '../model/isSilent.ts';
import { toDelivery } from '../model/toDelivery.ts';
import { deliveryText, reactionText, toLabel } from '../model/toLabel.ts';
import { toReactions } from '../model/toReactions.ts';
import type { FeedLineProps } from './FeedLineProps.ts';
import type { LineLook } from './LineLook.ts';
import { AboveSlot } from '../above/AboveSlot.tsx';
import { ConfirmSlot } from '../confirm/ConfirmSlot.tsx';
import { CardSlot } from './CardSlot.tsx';
import { ContentSlot } from './ContentSlot.tsx';
import { LinkSlot } from '../links/LinkSlot.tsx';
import { mayBeUseful, UsefulSlot } from '../useful/UsefulSlot.tsx';
import { threadOf } from '../threads/threadOf.ts';
import { ThreadSlot } from '../threads/ThreadSlot.tsx';
import { contentViews } from './contentViews.ts';
import { moveByKey } from './moveByKey.ts';

/** One-press reactions of the toolbar. */
const QUICK = ['❤️', '😂'] as const;

/** One message of the conversation, with everything that can be done to it. */
export function MessageLine({ item, look, place, total, isActive, isFound }: FeedLineProps) {
  const { t, language, on } = look;
  const name = look.nameOf(item.sender);
  const silent = isSilent(item) ? t('kinds.silent') : undefined;
  const time = { text: clockTime(item.at, language), dateTime: isoTime(item.at), silent };
  const delivery = toDelivery(item, look, look.isDm);
  const reason = failReason(t, delivery, item.content?.k);
  const reactions = toReactions(item);
  const mentions = useMemo(() => toMentions(item, look.me), [item, look.me]);
  const canReact = item.row !== undefined && look.canWrite && !item.isUnsent;
  const { card, content, link } = item;
  const view = content && contentViews[content.k];
  const thread = threadOf(item, look.threads);
  const id = `line-${item.key}`;
  const openActions = () => on.openActions(item, document.getElementById(id) ?? document.body);
  return (
    <MessageBubble
      id={id}
      side={item.isOwn ? 'own' : 'other'}
      position={item.position}
      // A kind that has no view here is told in words.
      text={content && !view ? (contentText(t, content) ?? '') : item.text}
      label={toLabel(t, {
        item,
        name,
        time: silent === undefined ? time.text : `${time.text}, ${silent}`,
        day: item.isFirstOfDay ? dayName(item.day, look.today, language) : undefined,
        delivery,
        reason,
        reactions,
        quoted: quotedIn(item, look),
      })}
      card={
        card
          ? (tabIndex) => <CardSlot {...{ card, item, look, tabIndex }} />
          : content && view && ((tabIndex) => <ContentSlot {...{ view, content, item, look, tabIndex }} />)
      }
      above={
        item.forwarded || item.replyTo !== undefined
          ? (tabIndex) => <AboveSlot {...{ item, look, tabIndex }} />
          : undefined
      }
      cardFrame={view?.frame}
      foot={link && look.showsLinks ? (tabIndex) => <LinkSlot {...{ link, look, tabIndex }} /> : undefined}
      below={
        item.isAsking || thread
          ? (tabIndex) => (
              <>
                {item.isAsking && <ConfirmSlot {...{ item, look, tabIndex }} />}
                {thread && <ThreadSlot {...{ item, thread, look, tabIndex }} />}
              </>
            )
          : undefined
      }
      labels={{
        edited: t('chat.edited'),
        unsent: item.isOwn ? t('chat.unsentOwn') : t('chat.unsent'),
        retry: t('chat.retry'),
        discard: t('chat.discard'),
        showAll: (count) => (count > 0 ? t('chat.showAll', { count }) : t('chat.showRest')),
      }}
      readerLang={language}
      sender={item.isOwn ? undefined : senderOf(item, look)}
      time={time}
      // Who is asked to confirm is counted below, with the readers.
      state={item.isAsking && delivery.kind === 'read' ? { kind: 'sent' } : toState(look, item)}
      isEdited={item.isEdited}
      isUnsent={item.isUnsent}
      mentions={mentions}
      plain={
        mayBeUseful(item.text) ? (text, tabIndex) => <UsefulSlot {...{ text, item, look, tabIndex }} /> : undefined
      }
      reactions={reactions.map((reaction) => ({ ...reaction, label: reactionText(t, reaction) }))}
      onReact={canReact ? (emoji) => on.react(item, emoji) : undefined}
      isFound={isFound}
      isEntering={isFresh(item)}
      toolbar={
        item.isUnsent
          ? undefined
          : (tabIndex) => <LineToolbar item={item} look={look} canReact={canReact} tabIndex={tabIndex} />
      }
      onSwipe={canReact ? () => on.act(item, 'reply') : undefined}
      onActions={item.isUnsent ? undefined : openActions}
      tabIndex={isActive ? 0 : -1}
      onKeyDown={(event) => {
        if (!item.isUnsent && isMenuKey(event)) {
          event.preventDefault();
          openActions();
        } else if (canReact && isReplyKey(event)) {
          event.preventDefault();
          on.act(item, 'reply');
        } else moveByKey(event, item.key, look);
      }}
      onFocus={() => on.focus(item.key)}
      aria-posinset={place}
      aria-setsize={total}
    />
  );
}

/** What stands above it, in words: what it replies to as far as that is on the device, or whom it is forwarded from. */
function quotedIn({ forwarded, replyTo }: FeedItem, { t, me, nameOf, originals }: LineLook): string | undefined {
  if (replyTo !== undefined) {
    const original = originals?.get(replyTo);
    const text = original && original.del === undefined && contentText(t, original);
    if (!text) return t('quotes.toEarlier');
    return t('quotes.to', { name: original.u === me ? t('chat.you') : nameOf(original.u), text });
  }
  return (
    forwarded && (forwarded.n === undefined ? t('kinds.forwarded') : t('kinds.forwardedFrom', { name: forwarded.n }))
  );
}

/** Who wrote it. A mini-app has its name in the head of the chat. */
const senderOf = ({ sender }: FeedItem, look: LineLook) => ({
  id: look.faceOf(sender),
  name: look.nameOf(sender),
  isNameShown: !look.isDm && look.isOfficial !== true,
  shape: look.isOfficial === true ? ('place' as const) : ('person' as const),
});

/** The context menu by keyboard, pressed on the message itself. */
const isMenuKey = ({ key, shiftKey, target, currentTarget }: KeyboardEvent<HTMLElement>): boolean =>
  target === currentTarget && (key === 'ContextMenu' || (key === 'F10' && shiftKey));

/** R, pressed on the message itself. */
const isReplyKey = (event: KeyboardEvent<HTMLElement>): boolean =>
  event.target === event.currentTarget &&
  event.key.toLowerCase() === 'r' &&
  !(event.ctrlKey || event.metaKey || event.altKey);

type LineToolbarProps = { item: FeedItem; look: LineLook; canReact: boolean; tabIndex: 0 | -1 };

function LineToolbar({ item, look, canReact, tabIndex }: LineToolbarProps) {
  const { t, on } = look;
  return (
    <MessageToolbar
      label={t('chat.actions.label')}
      tabIndex={tabIndex}
      quick={canReact ? QUICK.map((emoji) => ({ emoji, label: t('chat.reactions.with', { emoji }) })) : []}
      onReact={(emoji) => on.react(item, emoji)}
      reactLabel={t('chat.actions.react')}
      onOpenReactions={canReact ? (anchor) => on.openReactions(item, anchor) : undefined}
      actions={
        canReact
          ? [
              {
                id: 'reply',
                icon: Reply,
                isMirrored: true,
                label: t('quotes.reply'),
                onClick: () => on.act(item, 'reply'),
              },
            ]
          : [{ id: 'copy', icon: Copy, label: t('chat.actions.copy'), onClick: () => on.act(item, 'copy') }]
      }
      moreLabel={t('chat.actions.more')}
      onMore={(anchor) => on.openActions(item, anchor)}
    />
  );
}

function toState(look: LineLook, item: FeedItem): MessageState {
  const { t, on } = look;
  const delivery = toDelivery(item, look, look.isDm);
  const reason = failReason(t, delivery, item.content?.k);
  switch (delivery.kind) {
    case 'waiting':
      return { kind: 'waiting', label: t('chat.state.waiting') };
    case 'held':
      return { kind: 'held', label: t('order.heldState') };
    case 'sent':
      return { kind: 'sent' };
    case 'read':
      return { kind: 'read', label: deliveryText(t, delivery, undefined) };
    default:
      return {
        kind: 'failed',
        reason: t('chat.state.failed', { reason: reason ?? '' }),
        ...(canRetry(delivery, item.content?.k) ? { onRetry: () => on.act(item, 'retry') } : {}),
        onDiscard: () => on.act(item, 'discard'),
      };
  }
}

/** People named in the text, by the words that stand there. */
function toMentions(item: FeedItem, me: number): MessageMention[] {
  return item.mentions.map(([start, length, mid]) => ({
    name: item.text.slice(start, start + length).replace(/^@/, ''),
    isMe: mid === me || mid === everybody,
  }));
}
