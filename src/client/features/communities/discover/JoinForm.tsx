import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { EnterForm, type EnterInput } from '../EnterForm.tsx';

export type JoinFormProps = {
  title: string;
  needsCode: boolean;
  /** somebody there has to let people in, and asks them this first */
  asks: boolean;
  question: string | undefined;
  rules: string | undefined;
  isBusy: boolean;
  /** the name that somebody there has already, or one that looks like it */
  taken: string | undefined;
  /** the code that did not open it */
  wrongCode: string | undefined;
  /** why it did not work, in words */
  problem: string | undefined;
  onJoin: (input: EnterInput) => void;
  onClose: () => void;
};

/** The dialog with which somebody comes into a community, or asks to. */
export function JoinForm({ title, isBusy, problem, onJoin, onClose, ...enter }: JoinFormProps) {
  const { t } = useTranslation();
  const form = useId();
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t(enter.asks ? 'discover.askTitle' : 'discover.joinTitle', { title })}
      closeLabel={t('common.close')}
      actions={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" form={form} isBusy={isBusy}>
            {t(enter.asks ? 'discover.ask' : 'discover.join')}
          </Button>
        </>
      }
    >
      <EnterForm
        id={form}
        hasAutoFocus
        {...enter}
        onEnter={(input) => {
          if (!isBusy) onJoin(input);
        }}
      />
      {problem && (
        <div className="mt-4">
          <Banner role="alert">{problem}</Banner>
        </div>
      )}
    </Dialog>
  );
}
