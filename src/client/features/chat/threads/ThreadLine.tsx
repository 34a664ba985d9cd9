import { FaceStack } from '#client/parts/FaceStack.tsx';
import { clockTime, momentText } from '#client/parts/timeTexts.ts';
import { Badge } from '#client/ui/Badge.tsx';
import type { FeedItem } from '../model/FeedItem.ts';
import type { LineLook } from '../lines/LineLook.ts';
import { dayOf } from '../model/dayOf.ts';
import type { ThreadSummary } from './ThreadSummary.ts';

export type ThreadLineProps = {
  item: FeedItem;
  thread: ThreadSummary;
  look: LineLook;
  tabIndex: 0 | -1;
};

/** Below a message with a thread: who wrote in it last, how many replies, what is new, and when. A press opens it. */
export function ThreadLine({ item, thread, look, tabIndex }: ThreadLineProps) {
  const { t, language, nameOf, faceOf, on } = look;
  const { replies, faces, unread, isMuted, last } = thread;
  const count = t('threads.replies', { count: replies, number: new Intl.NumberFormat(language).format(replies) });
  const words = replies === 0 ? t('threads.none') : count;
  const when = t('threads.last', {
    time: dayOf(last) === look.today ? clockTime(last, language) : momentText(last, language),
  });
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      onClick={() => on.act(item, 'thread')}
      className="flex min-h-11 max-w-full items-center gap-2 rounded-full px-1 text-start text-13 text-ink-soft outline-none hover:underline focus-visible:outline-2 focus-visible:outline-focus"
    >
      <span className="sr-only">{t('threads.open')},</span>
      {faces.length > 0 && <FaceStack people={faces.map((mid) => ({ id: faceOf(mid), name: nameOf(mid) }))} />}
      <b className="font-semibold text-brand-text">{words}</b>
      <Badge count={unread} tone={isMuted ? 'muted' : 'unread'} label={t('threads.new', { count: unread })} />
      {replies > 0 && <span className="truncate text-12 text-ink-faint">{when}</span>}
    </button>
  );
}
