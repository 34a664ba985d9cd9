import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { RadioGroup } from '#client/ui/RadioGroup.tsx';

/** How long an announcement stands: days, or until somebody takes it away. */
export type PinTime = 'forever' | 'day' | 'week' | 'month';

export type AnnounceDialogProps = {
  /** the message */
  text: string;
  isBusy: boolean;
  /** why it did not work */
  problem: string | undefined;
  onAnnounce: (time: PinTime) => void;
  onClose: () => void;
};

const times = ['forever', 'day', 'week', 'month'] as const satisfies readonly PinTime[];

/** Asks for how long a message is announced. */
export function AnnounceDialog({ text, isBusy, problem, onAnnounce, onClose }: AnnounceDialogProps) {
  const { t } = useTranslation();
  const [time, setTime] = useState<PinTime>('forever');
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('guard.pins.askTitle')}
      closeLabel={t('common.close')}
      actions={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button isBusy={isBusy} onClick={() => onAnnounce(time)}>
            {t('guard.pins.announce')}
          </Button>
        </>
      }
    >
      <blockquote dir="auto" className="line-clamp-4 border-s-2 border-brand ps-3 [overflow-wrap:anywhere]">
        {text}
      </blockquote>
      <p className="mt-3 mb-4 text-13 text-ink-soft">{t('guard.pins.askText')}</p>
      <RadioGroup<PinTime>
        label={t('guard.pins.askFor')}
        options={times.map((value) => ({ value, label: t(`guard.pins.${value}`) }))}
        value={time}
        onChange={setTime}
      />
      <p role="alert" className="mt-2 text-13 text-danger empty:hidden">
        {problem}
      </p>
    </Dialog>
  );
}
