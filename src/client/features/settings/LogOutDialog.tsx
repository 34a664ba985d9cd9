import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices } from '#client/context.ts';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';

export type LogOutDialogProps = { onClose: () => void };

/** Asks before this device forgets the person, and says what would be lost. */
export function LogOutDialog({ onClose }: LogOutDialogProps) {
  const { t } = useTranslation();
  const services = useServices();
  const [unsent, setUnsent] = useState<number>();
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    let isGone = false;
    void services.countUnsent().then((count) => {
      if (!isGone) setUnsent(count);
    });
    return () => {
      isGone = true;
    };
  }, [services]);
  const isLoss = unsent !== undefined && unsent > 0;
  return (
    <ConfirmDialog
      isOpen
      title={t('settings.leave.title')}
      text={
        <>
          {isLoss && <b className="mb-2 block text-danger">{t('settings.leave.unsent', { count: unsent })}</b>}
          {t('settings.leave.text')}
        </>
      }
      confirmLabel={t(isLoss ? 'settings.leave.confirmAnyway' : 'settings.leave.confirm')}
      cancelLabel={t('settings.leave.stay')}
      tone={isLoss ? 'danger' : 'brand'}
      isBusy={isBusy || unsent === undefined}
      onConfirm={() => {
        setBusy(true);
        void services.logOut();
      }}
      onCancel={onClose}
    />
  );
}
