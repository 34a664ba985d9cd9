import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardBody } from '#protocol/entities/appCards.ts';
import type { ErrorCode, WireError } from '#protocol/errors.ts';
import type { AppId, ChatId } from '#protocol/ids.ts';
import { readCard } from '#domain/readCard.ts';
import { useIsLive, useServices, type Services } from '#client/context.ts';
import { problemText } from '#client/parts/problemText.ts';
import type { ShareResult } from '../host/ShareResult.ts';
import type { ShareTarget } from '#domain/shareTargets.ts';

/** What is known of the card that is to be shared. */
export type SharedCard =
  | { kind: 'loading' | 'expired' | 'offline' }
  | { kind: 'ready'; body: CardBody }
  | { kind: 'problem'; text: string };

/** How sending went. `some`: chats that took it, of so many. */
export type ShareOutcome =
  | { kind: 'open' | 'sending' }
  | { kind: 'some'; sent: number; of: number }
  | { kind: 'problem'; text: string };

const isOffline = (code: ErrorCode): boolean => code === 'UNAVAILABLE' || code === 'TIMEOUT';
/** Neither time nor another try brings such a card back. */
const isGone = (code: ErrorCode): boolean => ['NOT_FOUND', 'GONE', 'FORBIDDEN', 'BAD'].includes(code);

/** The requests behind a share: the card, and its way into chats. `onDone`: everything that the page learns. */
export function useShare(app: AppId, card: string, onDone: (result: ShareResult) => void) {
  const { t } = useTranslation();
  const services = useServices();
  const { rpc } = services;
  const isLive = useIsLive();
  const [shared, setShared] = useState<SharedCard>({ kind: 'loading' });
  const [outcome, setOutcome] = useState<ShareOutcome>({ kind: 'open' });
  const attempt = useRef<{ of: string; op: ReturnType<Services['newOp']> }>(undefined);
  const load = useCallback(async () => {
    setShared({ kind: 'loading' });
    const answer = await rpc('app.card', { app, card });
    const body = answer.ok ? readCard(answer.data.body) : undefined;
    if (body) setShared({ kind: 'ready', body });
    else if (answer.ok || isGone(answer.code)) setShared({ kind: 'expired' });
    else if (isOffline(answer.code)) setShared({ kind: 'offline' });
    else setShared({ kind: 'problem', text: problemText(t, answer) });
  }, [rpc, app, card, t]);
  const isWaiting = shared.kind === 'loading' || shared.kind === 'offline';
  useEffect(() => {
    if (isWaiting) void load();
    // At first, and whenever the network is back while it is waited for.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [load, isLive]);

  const refused = (answer: Pick<WireError, 'code' | 'retry'>) => {
    if (answer.code === 'NOT_FOUND' || answer.code === 'GONE') setShared({ kind: 'expired' });
    const text = answer.code === 'FORBIDDEN' ? t('appCards.share.refused') : problemText(t, answer);
    setOutcome({ kind: 'problem', text });
  };
  const send = async (targets: readonly ShareTarget[], note: string) => {
    setOutcome({ kind: 'sending' });
    const opened = await openChats(services, targets);
    if (!opened.ok) return refused(opened);
    const text = note.trim();
    // The same share again is the same one for the server, which may have got the first: nothing stands twice in a chat.
    const of = [...opened.chats, text].join(' ');
    if (attempt.current?.of !== of) attempt.current = { of, op: services.newOp() };
    const { op } = attempt.current;
    const answer = await rpc('app.share', { app, card, chats: opened.chats, op, ...(text === '' ? {} : { text }) });
    if (!answer.ok) return refused(answer);
    const { sent } = answer.data;
    if (sent >= targets.length) return onDone('sent');
    if (sent === 0) return refused({ code: 'FORBIDDEN' });
    setOutcome({ kind: 'some', sent, of: targets.length });
  };
  const close = () => {
    if (outcome.kind === 'some') return onDone('sent');
    if (shared.kind === 'expired') return onDone('expired');
    onDone(outcome.kind === 'problem' || shared.kind === 'problem' ? 'failed' : 'declined');
  };
  return { shared, outcome, load, send, close };
}

type Opened = { ok: true; chats: ChatId[] } | ({ ok: false } & Pick<WireError, 'code' | 'retry'>);

/** The chats of all targets: with a friend to whom nothing was written yet, a new one. */
async function openChats({ rpc, newOp }: Services, targets: readonly ShareTarget[]): Promise<Opened> {
  const chats: ChatId[] = [];
  let refusal: Pick<WireError, 'code' | 'retry'> | undefined;
  for (const { to } of targets) {
    if ('c' in to) chats.push(to.c);
    else {
      // One after the other: each is a write of its own, and there are few.
      // oxlint-disable-next-line no-await-in-loop
      const answer = await rpc('chat.create', { i: newOp(), kind: 1, users: [to.user] });
      if (answer.ok) chats.push(answer.data.chat.h.c);
      else refusal = answer;
    }
  }
  if (chats.length > 0 && (refusal === undefined || !isOffline(refusal.code))) return { ok: true, chats };
  return { ok: false, ...(refusal ?? { code: 'FORBIDDEN' }) };
}
