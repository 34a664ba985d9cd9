import { useState } from 'react';
import type { ChatId, MemberId } from '#protocol/ids.ts';
import { useServices } from '#client/context.ts';
import { ReportDialog } from './ReportDialog.tsx';
import { useAct } from './useAct.ts';

/** What is reported: a message by its place, or a member. */
export type ReportTarget = { s: number } | { member: MemberId; name: string };
export type ReportPaneProps = { c: ChatId; target: ReportTarget; onClose: () => void };

/** The report dialog with the request behind it. */
export function ReportPane({ c, target, onClose }: ReportPaneProps) {
  const services = useServices();
  const act = useAct();
  const [isSent, setSent] = useState(false);
  const about = 's' in target ? { s: target.s } : { member: target.member };
  return (
    <ReportDialog
      name={'name' in target ? target.name : undefined}
      isBusy={act.busyKey !== undefined}
      isSent={isSent}
      problem={act.problem}
      onSend={({ reason, note }) =>
        void act.run(
          'report',
          () => services.rpc('report.create', { c, ...about, reason, ...(note ? { note } : {}), op: services.newOp() }),
          () => setSent(true),
        )
      }
      onClose={onClose}
    />
  );
}
