import { lazyPart } from '#client/ui/lazyPart.tsx';
import type { ThreadLineProps } from './ThreadLine.tsx';

/** Few messages have a thread: the code comes with the first one. */
export const LazyThreadLine = lazyPart<ThreadLineProps>(() => import('./ThreadLine.tsx').then((m) => m.ThreadLine));

/** The place below a message with a thread: it has its room before it is drawn. */
export function ThreadSlot(props: ThreadLineProps) {
  return (
    <div className="min-h-11">
      <LazyThreadLine {...props} />
    </div>
  );
}
