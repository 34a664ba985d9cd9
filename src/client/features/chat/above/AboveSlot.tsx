import { lazyPart } from '#client/ui/lazyPart.tsx';
import type { LineAboveProps } from './LineAbove.tsx';

/** Most conversations that are opened begin with none of this on screen. */
export const LazyLineAbove = lazyPart<LineAboveProps>(() => import('./LineAbove.tsx').then((m) => m.LineAbove));

/** The place above a message's text: it has its room before it is drawn. */
export function AboveSlot(props: LineAboveProps) {
  const { forwarded, replyTo } = props.item;
  const lines = (forwarded ? 18 : 0) + (replyTo === undefined ? 0 : 34);
  const edges = replyTo === undefined ? 0 : 20;
  return (
    <div
      className="empty:min-h-[calc(var(--above-l)*var(--text-scale)+var(--above-e))]"
      style={{ '--above-l': `${lines}px`, '--above-e': `${edges}px` } as object}
    >
      <LazyLineAbove {...props} />
    </div>
  );
}
