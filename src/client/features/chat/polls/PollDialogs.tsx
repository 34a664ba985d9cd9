import { useState } from 'react';
import { useServices } from '#client/context.ts';
import { problemText } from '#client/parts/problemText.ts';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';
import type { LineLook } from '../lines/LineLook.ts';
import { AddAnswerDialog } from './AddAnswerDialog.tsx';
import type { PollTally } from './pollTally.ts';
import { VotersPane } from './VotersPane.tsx';

export type PollDialogsProps = {
  kind: 'add' | 'voters' | 'close';
  seq: number;
  tally: PollTally;
  look: LineLook;
  onEnd: () => void;
};

/** What can be asked about a poll, one at a time. Loaded on the first press. */
export function PollDialogs({ kind, seq, tally, look, onEnd }: PollDialogsProps) {
  const { t, c, on } = look;
  const services = useServices();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  if (kind === 'voters') return <VotersPane {...{ seq, tally, look }} onClose={onEnd} />;
  if (kind === 'close') {
    const close = async (): Promise<void> => {
      onEnd();
      const answer = await services.rpc('poll.close', { c, s: seq, op: services.newOp() });
      if (answer.ok) on.say(t('polls.closedNow'));
      else on.say(problemText(t, answer), true);
    };
    return (
      <ConfirmDialog
        isOpen
        title={t('polls.closeAsk.title')}
        text={t('polls.closeAsk.text')}
        confirmLabel={t('polls.closeAsk.confirm')}
        cancelLabel={t('common.cancel')}
        onConfirm={() => void close()}
        onCancel={onEnd}
      />
    );
  }
  const add = async (x: string): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    const answer = await services.rpc('poll.add', { c, s: seq, x, op: services.newOp() });
    setBusy(false);
    if (answer.ok) onEnd();
    else if (answer.code === 'WINDOW') setProblem(t('polls.over'));
    else setProblem(answer.code === 'FULL' ? t('polls.full') : problemText(t, answer));
  };
  return <AddAnswerDialog {...{ t, isBusy, problem }} onAdd={(x) => void add(x)} onClose={onEnd} />;
}
