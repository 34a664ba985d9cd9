import { useState } from 'react';
import type { Translate } from '#client/parts/systemText.ts';
import { FormDialog } from '#client/parts/FormDialog.tsx';
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
  const [answer, setAnswer] = useState('');
  return (
    <FormDialog
      title={t('polls.addTitle')}
      submitLabel={t('polls.addDo')}
      canSubmit={answer.trim() !== ''}
      isBusy={isBusy}
      onSubmit={() => onAdd(answer)}
      onClose={onClose}
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
    </FormDialog>
  );
}
