import { useState } from 'react';
import type { ChatId } from '#protocol/ids.ts';
import { useServices } from '#client/context.ts';
import { AppealDialog } from './AppealDialog.tsx';
import { useAct } from './useAct.ts';
import { useLoaded } from './useLoaded.ts';

export type AppealPaneProps = { c: ChatId; onClose: () => void };

/** The appeal with the requests behind it: what I asked before and what became of it, and a new text. */
export function AppealPane({ c, onClose }: AppealPaneProps) {
  const services = useServices();
  const act = useAct();
  const asked = useLoaded('appeal.get', { c });
  const [isSent, setSent] = useState(false);
  return (
    <AppealDialog
      earlier={asked.data?.mine}
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
