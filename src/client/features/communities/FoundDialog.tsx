import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChatId } from '#protocol/ids.ts';
import type { FoundingInput } from '#domain/communityRules.ts';
import { useServices } from '#client/context.ts';
import { problemText } from '#client/parts/problemText.ts';
import { FoundForm } from './FoundForm.tsx';
import { useRequest } from './useRequest.ts';

export type FoundDialogProps = { onFounded: (c: ChatId) => void; onClose: () => void };

/** Founds a community. It needs the network: a community is the server's. */
export function FoundDialog({ onFounded, onClose }: FoundDialogProps) {
  const { t } = useTranslation();
  const { rpc, newOp } = useServices();
  const request = useRequest();
  // One id for every try of the same words: an answer that got lost must not found a second one.
  const attempt = useRef<{ key: string; op: ReturnType<typeof newOp> }>(undefined);
  const found = (input: FoundingInput) => {
    const key = JSON.stringify(input);
    if (attempt.current?.key !== key) attempt.current = { key, op: newOp() };
    const { op } = attempt.current;
    void request.run(
      () => rpc('community.create', { ...input, op }),
      ({ chat }) => onFounded(chat.h.c),
    );
  };
  return (
    <FoundForm
      isBusy={request.isBusy}
      problem={request.problem && problemText(t, request.problem)}
      onFound={found}
      onClose={onClose}
    />
  );
}
