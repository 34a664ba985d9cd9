import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppId } from '#protocol/ids.ts';
import { useServices } from '#client/context.ts';
import { problemText } from '#client/parts/problemText.ts';
import { AppReportDialog, type AppReportDialogProps } from './AppReportDialog.tsx';

export type AppReportPaneProps = {
  app: AppId;
  /** as it is shown */
  name: string;
  onClose: () => void;
};

/** The report dialog with the request behind it. */
export function AppReportPane({ app, name, onClose }: AppReportPaneProps) {
  const { t } = useTranslation();
  const services = useServices();
  const [state, setState] = useState<Pick<AppReportDialogProps, 'isBusy' | 'isSent' | 'problem'>>({
    isBusy: false,
    isSent: false,
    problem: undefined,
  });
  const send = async ({ reason, note }: Parameters<AppReportDialogProps['onSend']>[0]) => {
    setState({ isBusy: true, isSent: false, problem: undefined });
    const input = { app, reason, ...(note === '' ? {} : { note }), op: services.newOp() };
    const answer = await services.rpc('app.report', input);
    const problem = answer.ok ? undefined : problemText(t, answer);
    setState({ isBusy: false, isSent: answer.ok, problem });
  };
  return <AppReportDialog {...state} name={name} onSend={(report) => void send(report)} onClose={onClose} />;
}
