import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChatId } from '#protocol/ids.ts';
import { useServices } from '#client/context.ts';
import { problemText } from '#client/parts/problemText.ts';
import { AnnounceDialog, type PinTime } from './AnnounceDialog.tsx';

export type AnnounceQuestionProps = {
  c: ChatId;
  message: { seq: number; text: string };
  onDone: () => void;
  onClose: () => void;
};

const days = { forever: undefined, day: 1, week: 7, month: 30 } as const satisfies Record<PinTime, number | undefined>;

/** Asks about an announcement and makes it. */
export function AnnounceQuestion({ c, message, onDone, onClose }: AnnounceQuestionProps) {
  const { t } = useTranslation();
  const services = useServices();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const announce = async (time: PinTime): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    const length = days[time];
    const answer = await services.rpc('chat.pin', {
      c,
      s: message.seq,
      on: true,
      op: services.newOp(),
      ...(length === undefined ? {} : { days: length }),
    });
    setBusy(false);
    if (answer.ok) onDone();
    else setProblem(problemText(t, answer));
  };
  return (
    <AnnounceDialog
      text={message.text}
      isBusy={isBusy}
      problem={problem}
      onAnnounce={(time) => void announce(time)}
      onClose={onClose}
    />
  );
}
