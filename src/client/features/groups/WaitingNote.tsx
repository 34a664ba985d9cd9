import { useTranslation } from 'react-i18next';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';

/** Says that a removal is not done yet: so many people at once take a second admin, or a day. `count`: how many wait. */
export function WaitingNote({ count, onClose }: { count: number; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('guard.waitingNote.title')}
      closeLabel={t('common.close')}
      actions={<Button onClick={onClose}>{t('common.close')}</Button>}
    >
      {t('guard.waitingNote.text', { count })}
    </Dialog>
  );
}
