import { memo } from 'react';
import type { KeyboardEvent } from 'react';
import { HoleNotice } from '#client/parts/HoleNotice.tsx';
import { SystemLine } from '#client/parts/SystemLine.tsx';
import { systemText } from '#client/parts/systemText.ts';
import { UnreadLine } from '#client/ui/UnreadLine.tsx';
import type { FeedLineProps } from './FeedLineProps.ts';
import { MessageLine } from './MessageLine.tsx';
import { moveByKey } from './moveByKey.ts';

/** One line of the conversation with what stands above it. */
export const FeedLine = memo(function FeedLine(props: FeedLineProps) {
  const { item, look } = props;
  return (
    <>
      {item.isFirstUnread && (
        // The label of the message below says it too: a feed may own articles only.
        <div aria-hidden>
          <UnreadLine text={look.t('chat.unreadFrom')} />
        </div>
      )}
      {item.kind === 'message' ? <MessageLine {...props} /> : <QuietLine {...props} />}
    </>
  );
});

/** What happened to the chat, a message of a newer version, or a gap. */
function QuietLine({ item, look, place, total, isActive }: FeedLineProps) {
  const text =
    item.kind === 'hole'
      ? look.t('chat.hole.title')
      : item.kind === 'system'
        ? systemText(look.t, { body: item.row?.b, me: look.me, nameOf: look.nameOf, language: look.language })
        : look.t('chat.unsupported');
  const focus = {
    tabIndex: isActive ? 0 : -1,
    onFocus: () => look.on.focus(item.key),
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => moveByKey(event, item.key, look),
  };
  return (
    <article aria-label={text} aria-posinset={place} aria-setsize={total} {...focus} className="rounded-control">
      {item.kind === 'hole' ? <HoleNotice title={text} text={look.t('chat.hole.text')} /> : <SystemLine text={text} />}
    </article>
  );
}
