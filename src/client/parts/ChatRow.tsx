import { BellOff, CircleAlert, Clock, Pin } from 'lucide-react';
import type { FocusEventHandler, KeyboardEventHandler, MouseEventHandler, Ref } from 'react';
import { Face } from './Face.tsx';
import { Badge } from '#client/ui/Badge.tsx';
import { cx } from '#client/ui/cx.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { MentionBadge } from '#client/ui/MentionBadge.tsx';
import { useLongPress } from '#client/ui/useLongPress.ts';
import type { ShownTime } from './MessageState.ts';
import { textLang } from './textLang.ts';

/** The one line below the title. `author` comes before the text ("You", "Bram"); `word` is "Draft:". */
export type ChatPreview =
  | { kind: 'message'; text: string; author?: string; state?: 'waiting' | 'failed' }
  | { kind: 'draft'; word: string; text: string }
  | { kind: 'typing'; text: string }
  | { kind: 'quiet'; text: string };

export type ChatRowProps = {
  /** the chat's id, or the other person's in a 1:1 chat: gives the colour */
  avatarId: string;
  title: string;
  src?: string;
  shape?: 'person' | 'place';
  isOnline?: boolean;
  isVerified?: boolean;
  /** "14"; groups only */
  memberCount?: string;
  isPinned?: boolean;
  isMuted?: boolean;
  time?: ShownTime;
  preview: ChatPreview;
  unread?: number;
  hasMention?: boolean;
  /** the open chat; not shown on phones, where the list and the chat are never both there */
  isChosen?: boolean;
  /** the composed label that a screen reader says instead of the parts; it begins with the title */
  label: string;
  /** BCP 47 */
  readerLang: string;
  href: string;
  onClick?: MouseEventHandler<HTMLAnchorElement>;
  /** long press, right click, menu key */
  onActions?: () => void;
  onKeyDown?: KeyboardEventHandler<HTMLAnchorElement>;
  onFocus?: FocusEventHandler<HTMLAnchorElement>;
  tabIndex?: 0 | -1;
  ref?: Ref<HTMLAnchorElement>;
};

/** One chat in the list, 72 px high at text size 100 %. */
export function ChatRow(props: ChatRowProps) {
  const {
    avatarId,
    title,
    src,
    shape,
    isOnline,
    isVerified,
    memberCount,
    isPinned,
    isMuted,
    time,
    preview,
    unread = 0,
    hasMention,
    isChosen,
    readerLang,
  } = props;
  const longPress = useLongPress(props.onActions);
  return (
    <a
      ref={props.ref}
      href={props.href}
      onClick={props.onClick}
      onKeyDown={props.onKeyDown}
      onFocus={props.onFocus}
      tabIndex={props.tabIndex}
      aria-current={isChosen ? 'page' : undefined}
      {...longPress}
      className={cx(
        'flex min-h-[72px] items-center gap-3 rounded-card p-2 -outline-offset-2 [-webkit-touch-callout:none] active:bg-press pointer-coarse:select-none',
        isChosen ? 'tablet:bg-brand-soft tablet:[--plane:var(--brand-soft)]' : 'hover:bg-hover',
      )}
    >
      {/* Not `aria-label`: voice control must find the words that can be seen, and the rest is hidden as a whole. */}
      <span className="sr-only">{props.label}</span>
      <span aria-hidden className="contents">
        <Face face={avatarId} name={title} src={src} shape={shape} isOnline={isOnline} isVerified={isVerified} />
        <span className="grid min-w-0 flex-1 grid-cols-1 gap-[3px]">
          <span className="flex min-w-0 items-center gap-1.5">
            <span lang={textLang(title, readerLang)} dir="auto" className="truncate font-semibold">
              {title}
            </span>
            {memberCount && <span className="flex-none text-12 text-ink-faint tabular-nums">{memberCount}</span>}
            {isPinned && <Icon icon={Pin} size={14} className="text-ink-faint" />}
            {isMuted && <Icon icon={BellOff} size={14} className="text-ink-faint" />}
            {time && (
              <time dateTime={time.dateTime} className="ms-auto flex-none ps-1 text-12 text-ink-faint">
                {time.text}
              </time>
            )}
          </span>
          <span className="flex min-h-5 items-center gap-1.5">
            <Preview preview={preview} readerLang={readerLang} isFresh={unread > 0} />
            {hasMention && <MentionBadge />}
            <Badge count={unread} tone={isMuted ? 'muted' : 'unread'} />
          </span>
        </span>
      </span>
    </a>
  );
}

function Preview({ preview, readerLang, isFresh }: { preview: ChatPreview; readerLang: string; isFresh: boolean }) {
  const state = preview.kind === 'message' ? preview.state : undefined;
  return (
    <>
      {state === 'waiting' && <Icon icon={Clock} size={14} className="text-warn" />}
      {state === 'failed' && <Icon icon={CircleAlert} size={14} className="text-danger" />}
      <span
        lang={textLang(preview.text, readerLang)}
        dir="auto"
        className={cx(
          'min-w-0 flex-1 truncate [text-align:-webkit-match-parent] [text-align:match-parent] text-13 leading-[calc(1.25rem*var(--text-scale))]',
          preview.kind === 'typing' ? 'text-brand-text' : isFresh ? 'text-ink' : 'text-ink-soft',
        )}
      >
        {preview.kind === 'draft' && (
          <span lang={readerLang} className="font-semibold text-unread-text">
            {preview.word}{' '}
          </span>
        )}
        {preview.kind === 'message' && preview.author && (
          <span className={isFresh ? 'text-ink-soft' : undefined}>{preview.author}: </span>
        )}
        {preview.text}
      </span>
    </>
  );
}
