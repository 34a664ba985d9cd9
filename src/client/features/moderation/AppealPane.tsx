import { useState } from 'react';
import type { ChatId } from '#protocol/ids.ts';
import { useServices } from '#client/context.ts';
import { AppealDialog } from './AppealDialog.tsx';
import { useAct } from './useAct.ts';

export type AppealPaneProps = { c: ChatId; onClose: () => void };

/** The appeal with the request behind it. */
export function AppealPane({ c, onClose }: AppealPaneProps) {
  const services = useServices();
  const act = useAct();
  const [isSent, setSent] = useState(false);
  return (
    <AppealDialog
      isBusy={act.busyKey !== undefined}
      isSent={isSent}
      problem={act.problem}
      onSend={(text) =>
        void act.run(
          'appeal',
          () => services.rpc('appeal.create', { c, text, op: services.newOp() }),
          () => setSent(true),
        )
      }
      onClose={onClose}
    />
  );
}
