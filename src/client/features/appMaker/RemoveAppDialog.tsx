import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { TextField } from '#client/ui/TextField.tsx';

export type RemoveAppDialogProps = {
  id: string;
  /** how many people have opened it */
  people: number;
  isBusy: boolean;
  problem: string | undefined;
  onRemove: () => void;
  onClose: () => void;
};

/** The last question before an app is gone for good. Its id must be typed: a press too many removes nothing. */
export function RemoveAppDialog({ id, people, isBusy, problem, onRemove, onClose }: RemoveAppDialogProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const isSame = text.trim() === id;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('makers.remove.ask', { id })}
      closeLabel={t('common.close')}
      actions={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button kind="danger" isDisabled={!isSame} isBusy={isBusy} onClick={onRemove}>
            {t('makers.remove.confirm')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <p className="text-ink-soft">
          {t('makers.remove.text')} {people > 0 && t('makers.remove.people', { count: people })}
        </p>
        <TextField
          label={t('makers.remove.type', { id })}
          value={text}
          onChange={setText}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          hasAutoFocus
        />
        {problem !== undefined && (
          <Banner tone="danger" role="alert">
            {problem}
          </Banner>
        )}
      </div>
    </Dialog>
  );
}
