import { useId, useState } from 'react';
import type { Translate } from '#client/parts/systemText.ts';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import { answerMax } from '#domain/pollRules.ts';

export type AddAnswerDialogProps = {
  t: Translate;
  isBusy: boolean;
  /** why it did not work */
  problem: string | undefined;
  onAdd: (answer: string) => void;
  onClose: () => void;
};

/** Asks for one more answer of a poll. */
export function AddAnswerDialog({ t, isBusy, problem, onAdd, onClose }: AddAnswerDialogProps) {
  const form = useId();
  const [answer, setAnswer] = useState('');
  const isBlank = answer.trim() === '';
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('polls.addTitle')}
      closeLabel={t('common.close')}
      actions={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" form={form} isBusy={isBusy} isDisabled={isBlank}>
            {t('polls.addDo')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBlank) onAdd(answer);
        }}
      >
        <TextField
          label={t('polls.addLabel')}
          value={answer}
          onChange={setAnswer}
          maxLength={answerMax}
          hint={t('polls.addHint')}
          {...(problem === undefined ? {} : { error: problem })}
          hasAutoFocus
        />
      </form>
    </Dialog>
  );
}
