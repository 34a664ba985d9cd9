import { lazyPart } from '#client/ui/lazyPart.tsx';
import type { ConfirmPaneProps } from './ConfirmPane.tsx';

/** Few messages ask for a confirmation: the code comes with the first one. */
export const LazyConfirmPane = lazyPart<ConfirmPaneProps>(() => import('./ConfirmPane.tsx').then((m) => m.ConfirmPane));

/** The place below a message that asks for a confirmation: it has its room before it is drawn. */
export function ConfirmSlot(props: ConfirmPaneProps) {
  return (
    <div className="min-h-11">
      <LazyConfirmPane {...props} />
    </div>
  );
}
