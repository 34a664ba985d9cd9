import { useEffect, useReducer, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useServices } from '#client/context.ts';
import { problemText } from '#client/parts/problemText.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import type { RequestOutput } from '#protocol/requests.ts';
import type { JoinView } from './JoinView.ts';

/** How often a page that waits looks whether the request was declined, ms. Being let in needs no look: the chat itself arrives. */
const LOOK_MS = 20_000;

/** Refusals that say something about the link or me: then the page shows that instead of an error. */
const telling: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['GONE', 'FULL', 'BANNED', 'RATE']);

/** What an invite link leads to, kept up to date while it is on screen, and what can be done with it. `onIn`: I am in the chat. */
export function useInviteLink(code: string, onIn: (c: number) => void) {
  const { t, i18n } = useTranslation();
  const services = useServices();
  const isLive = useStore(services.stores.health, ({ status }) => status.phase === 'live');
  const [view, setView] = useState<JoinView>({ kind: 'loading' });
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  // One id for every try of the same wish: an answer that got lost must not use the link twice.
  const op = useRef(services.newOp());
  const { language } = i18n;
  const [round, look] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    let isGone = false;
    void services.rpc('link.peek', { code }).then((answer) => {
      if (isGone) return;
      if (answer.ok) setView(toView(answer.data, language));
      else if (answer.code === 'GONE') setView({ kind: 'gone' });
      // What is shown already stays: a dead network says nothing about the link.
      else setView((now) => (now.kind === 'chat' ? now : { kind: 'failed', problem: problemText(t, answer) }));
    });
    return () => {
      isGone = true;
    };
  }, [services, code, language, t, isLive, round]);
  const me = view.kind === 'chat' ? view.me : undefined;
  useEffect(() => {
    if (me !== 'waiting') return undefined;
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [me]);
  const run = async (work: () => Promise<void>): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    setProblem(undefined);
    await work();
    setBusy(false);
  };
  const join = (note: string): void =>
    void run(async () => {
      const answer = await services.rpc('link.use', {
        code,
        op: op.current,
        ...(note.trim() === '' ? {} : { note: note.trim() }),
      });
      if (answer.ok || telling.has(answer.code)) op.current = services.newOp();
      if (answer.ok && answer.data.state === 'in') return onIn(answer.data.c);
      if (!answer.ok && answer.code !== 'GONE' && answer.code !== 'BANNED') setProblem(problemText(t, answer));
      if (answer.ok || telling.has(answer.code)) look();
    });
  const withdraw = (): void =>
    void run(async () => {
      if (view.kind !== 'chat') return;
      const answer = await services.rpc('request.withdraw', { c: view.c as never, op: services.newOp() });
      if (answer.ok || answer.code === 'NOT_FOUND') look();
      else setProblem(problemText(t, answer));
    });
  return { view, isBusy, problem, join, withdraw, look };
}

function toView(link: RequestOutput<'link.peek'>, language: string): JoinView {
  const time = new Intl.DateTimeFormat(language, { weekday: 'long', hour: 'numeric', minute: '2-digit' });
  return {
    kind: 'chat',
    c: link.c,
    chatKind: link.kind,
    title: link.title,
    avatar: link.avatar,
    about: link.about,
    count: link.cnt,
    isFull: link.full === 1,
    asks: link.asks === 1,
    question: link.ask,
    me: link.me,
    again: link.again === undefined ? undefined : time.format(link.again),
  };
}
