import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toJoinWay } from '#domain/communityRules.ts';
import type { CommunityPeek } from '#protocol/entities/community.ts';
import { useServices } from '#client/context.ts';
import { problemText } from '#client/parts/problemText.ts';
import { useRequest } from '../useRequest.ts';
import type { EnterInput } from '../EnterForm.tsx';
import { JoinForm } from './JoinForm.tsx';

export type JoinDialogProps = {
  peek: CommunityPeek;
  onJoined: () => void;
  /** what is shown of the community is not true any more: look again */
  onChanged: () => void;
  onClose: () => void;
};

/** Asks the server to let me in. */
export function JoinDialog({ peek, onJoined, onChanged, onClose }: JoinDialogProps) {
  const { t } = useTranslation();
  const { rpc, newOp } = useServices();
  const request = useRequest();
  const [tried, setTried] = useState<EnterInput>();
  // One id for every try of the same words: an answer that got lost must not join twice.
  const attempt = useRef<{ key: string; op: ReturnType<typeof newOp> }>(undefined);
  const { card, rules, ask: question } = peek;
  const way = toJoinWay(card.join);
  const needsCode = way === 'code';
  const { problem } = request;
  const isTaken = problem?.code === 'NAME_TAKEN';
  const isWrongCode = needsCode && problem?.code === 'NOT_FOUND';
  // Closed, or hidden from strangers, since it was looked at.
  const isMissing = !needsCode && problem?.code === 'NOT_FOUND';
  const isOver = isMissing || ['BANNED', 'FULL', 'GONE', 'RATE'].includes(problem?.code ?? '');
  const words = isMissing ? t('discover.missing.title') : problem && problemText(t, problem);
  const join = (input: EnterInput) => {
    const key = JSON.stringify(input);
    if (attempt.current?.key !== key) attempt.current = { key, op: newOp() };
    const { op } = attempt.current;
    const { name, ...more } = input;
    setTried(input);
    void request.run(
      () => rpc('community.join', { c: card.c, nn: name, op, ...more }),
      ({ state }) => (state === 'in' ? onJoined() : onChanged()),
    );
  };
  return (
    <JoinForm
      title={card.title}
      needsCode={needsCode}
      asks={way === 'approval'}
      question={question}
      rules={rules}
      isBusy={request.isBusy}
      taken={isTaken ? tried?.name : undefined}
      wrongCode={isWrongCode ? tried?.code : undefined}
      problem={isTaken || isWrongCode ? undefined : words}
      onJoin={join}
      onClose={isOver ? onChanged : onClose}
    />
  );
}
