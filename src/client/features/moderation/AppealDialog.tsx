import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moderationLimits } from '#domain/moderation/moderationChoices.ts';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { TextArea } from '#client/ui/TextArea.tsx';

export type AppealDialogProps = {
  isBusy: boolean;
  isSent: boolean;
  problem: string | undefined;
  onSend: (text: string) => void;
  onClose: () => void;
};

/** Asks the admins to take a mute back. */
export function AppealDialog({ isBusy, isSent, problem, onSend, onClose }: AppealDialogProps) {
  const { t } = useTranslation();
  const form = useId();
  const [text, setText] = useState('');
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('moderation.appeal.title')}
      closeLabel={t('common.close')}
      actions={
        isSent ? (
          <Button onClick={onClose}>{t('common.close')}</Button>
        ) : (
          <>
            <Button kind="quiet" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" form={form} isBusy={isBusy} isDisabled={text.trim() === ''}>
              {t('moderation.appeal.send')}
            </Button>
          </>
        )
      }
    >
      {isSent ? (
        <Banner tone="ok" role="status">
          {t('moderation.appeal.sent')}
        </Banner>
      ) : (
        <form
          id={form}
          onSubmit={(event) => {
            event.preventDefault();
            if (!isBusy && text.trim() !== '') onSend(text.trim());
          }}
        >
          <TextArea
            label={t('moderation.appeal.label')}
            hint={t('moderation.appeal.hint')}
            value={text}
            onChange={setText}
            maxLength={moderationLimits.note}
            {...(problem === undefined ? {} : { error: problem })}
          />
        </form>
      )}
    </Dialog>
  );
}
