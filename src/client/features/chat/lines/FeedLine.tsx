import { memo } from 'react';
import type { KeyboardEvent } from 'react';
import { HoleNotice } from '#client/parts/HoleNotice.tsx';
import { SystemLine } from '#client/parts/SystemLine.tsx';
import { systemText } from '#client/parts/systemText.ts';
import { dayName } from '#client/parts/timeTexts.ts';
import { lazyPart } from '#client/ui/lazyPart.tsx';
import { UnreadLine } from '#client/ui/UnreadLine.tsx';
import type { FeedLineProps } from './FeedLineProps.ts';
import { MessageLine } from './MessageLine.tsx';
import { dayOf } from '../model/dayOf.ts';
import type { FeedItem } from '../model/FeedItem.ts';
import type { LineLook } from './LineLook.ts';
import type { ChoiceLineProps } from '../choosing/ChoiceLine.tsx';
import { moveByKey } from './moveByKey.ts';

/** Few people choose several messages. */
export const LazyChoiceLine = lazyPart<ChoiceLineProps>(() =>
  import('../choosing/ChoiceLine.tsx').then((m) => m.ChoiceLine),
);

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
      {item.kind === 'message' ? <ChosenOrNot {...props} /> : <QuietLine {...props} />}
    </>
  );
});

/** A message, or one among those that are being chosen; until the code for that is there it is only a message. */
function ChosenOrNot(props: FeedLineProps) {
  const { isChosen, item } = props;
  if (isChosen === undefined || item.row === undefined || item.isUnsent) return <MessageLine {...props} />;
  return <LazyChoiceLine {...props} isChosen={isChosen} Line={MessageLine} />;
}

/** What happened to the chat, a message of a newer version, or a gap. */
function QuietLine({ item, look, place, total, isActive }: FeedLineProps) {
  const text =
    item.kind === 'hole'
      ? holeTitle(look, item)
      : item.kind === 'system'
        ? systemText(look.t, {
            body: item.row?.b,
            me: look.me,
            nameOf: look.nameOf,
            language: look.language,
            isPlace: look.isPlace === true,
          })
        : look.t('chat.unsupported');
  const focus = {
    tabIndex: isActive ? 0 : -1,
    onFocus: () => look.on.focus(item.key),
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => moveByKey(event, item.key, look),
  };
  return (
    <article aria-label={text} aria-posinset={place} aria-setsize={total} {...focus} className="rounded-control">
      {item.kind === 'hole' ? <Hole item={item} look={look} title={text} /> : <SystemLine text={text} />}
    </article>
  );
}

const holeTitle = ({ t }: LineLook, { hole }: FeedItem): string =>
  hole?.missing === undefined ? t('chat.hole.title') : t('jump.hole.count', { count: hole.missing });

/** How many are missing, from when, and how far it has come. */
function Hole({ item, look, title }: { item: FeedItem; look: LineLook; title: string }) {
  const { t } = look;
  const { missing, atFirst, since } = item.hole ?? {};
  const filled = missing !== undefined && atFirst !== undefined && atFirst > missing ? atFirst - missing : 0;
  const day = since === undefined ? undefined : dayName(dayOf(since), look.today, look.language);
  const text = !look.isLive
    ? t('chat.hole.text')
    : day === undefined
      ? t('jump.hole.filling')
      : t('jump.hole.fillingFrom', { day });
  return (
    <HoleNotice
      title={title}
      text={filled > 0 ? `${text} ${t('jump.hole.soFar', { count: filled })}` : text}
      {...(filled > 0 && atFirst !== undefined
        ? { progress: { value: filled / atFirst, label: t('jump.hole.progress') } }
        : {})}
    />
  );
}
