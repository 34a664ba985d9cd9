import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices } from '#client/context.ts';
import { problemText } from '#client/parts/problemText.ts';
import { Button } from '#client/ui/Button.tsx';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import type { RequestOutput } from '#protocol/requests.ts';
import type { GroupChat } from './GroupChat.ts';

export type ConnectQuestionProps = {
  chat: GroupChat;
  member: { id: number; name: string };
  onClose: () => void;
};

/** Asks a member of a community whether we want to know each other outside of it, and says what became of it. */
export function ConnectQuestion({ chat, member: { id, name }, onClose }: ConnectQuestionProps) {
  const { t } = useTranslation();
  const { rpc, newOp } = useServices();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [state, setState] = useState<RequestOutput<'connect.ask'>['state']>();
  // One id for every try: an answer that got lost must not ask twice.
  const op = useRef(newOp());
  const ask = async () => {
    setBusy(true);
    setProblem(undefined);
    const answer = await rpc('connect.ask', { c: chat.c, member: id as never, op: op.current });
    setBusy(false);
    if (answer.ok) setState(answer.data.state);
    else setProblem(answer.code === 'FULL' ? t('guard.connect.full') : problemText(t, answer));
  };
  if (state) {
    return (
      <Dialog
        isOpen
        onClose={onClose}
        title={t(`guard.connect.${state}.title`, { name })}
        closeLabel={t('common.close')}
        actions={<Button onClick={onClose}>{t('common.close')}</Button>}
      >
        {t(`guard.connect.${state}.text`, { name })}
      </Dialog>
    );
  }
  return (
    <ConfirmDialog
      isOpen
      tone="brand"
      title={t('guard.connect.title', { name })}
      text={t('guard.connect.text', { name })}
      confirmLabel={t('guard.connect.confirm')}
      cancelLabel={t('common.cancel')}
      isBusy={isBusy}
      {...(problem === undefined ? {} : { error: problem })}
      onConfirm={() => {
        if (!isBusy) void ask();
      }}
      onCancel={onClose}
    />
  );
}
