import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toJoinWay } from '#domain/communityRules.ts';
import type { CommunityPeek } from '#protocol/entities/community.ts';
import { useServices } from '#client/context.ts';
import { problemText } from '#client/parts/problemText.ts';
import { useRequest } from '../useRequest.ts';
import { JoinForm, type JoinInput } from './JoinForm.tsx';

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
  const [tried, setTried] = useState<JoinInput>();
  // One id for every try of the same words: an answer that got lost must not join twice.
  const attempt = useRef<{ key: string; op: ReturnType<typeof newOp> }>(undefined);
  const { card, rules } = peek;
  const needsCode = toJoinWay(card.join) === 'code';
  const { problem } = request;
  const isTaken = problem?.code === 'NAME_TAKEN';
  const isWrongCode = needsCode && problem?.code === 'NOT_FOUND';
  const isOver = problem?.code === 'BANNED' || problem?.code === 'FULL' || problem?.code === 'FORBIDDEN';
  const join = (input: JoinInput) => {
    const key = JSON.stringify(input);
    if (attempt.current?.key !== key) attempt.current = { key, op: newOp() };
    const { op } = attempt.current;
    const { name, code } = input;
    setTried(input);
    const ask = () => rpc('community.join', { c: card.c, nn: name, op, ...(code === undefined ? {} : { code }) });
    void request.run(ask, onJoined);
  };
  return (
    <JoinForm
      title={card.title}
      needsCode={needsCode}
      rules={rules}
      isBusy={request.isBusy}
      taken={isTaken ? tried?.name : undefined}
      wrongCode={isWrongCode ? tried?.code : undefined}
      problem={problem && !isTaken && !isWrongCode ? problemText(t, problem) : undefined}
      onJoin={join}
      onClose={isOver ? onChanged : onClose}
    />
  );
}
