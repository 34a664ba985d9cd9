import { useEffect, useReducer, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useIsLive, useServices } from '#client/context.ts';
import { problemText } from '#client/parts/problemText.ts';
import { weekdayTimeFull } from '#client/parts/timeTexts.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import type { RequestOutput } from '#protocol/requests.ts';
import type { JoinView } from './JoinView.ts';

/** How often a page that waits looks again, ms: only for the rare answer that did not get here by itself. */
const LOOK_MS = 60_000;

/** Refusals that say something about the link or me: then the page shows that instead of an error. */
const telling: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['GONE', 'FULL', 'BANNED', 'RATE']);

/** What is said on the way in: the answer to a question, and in a community the name there. */
export interface JoinWords {
  note?: string | undefined;
  name?: string | undefined;
}

/** What an invite link leads to, kept up to date while it is on screen, and what can be done with it. `onIn`: I am in the chat. */
export function useInviteLink(code: string, onIn: (c: number) => void) {
  const { t } = useTranslation();
  const services = useServices();
  const { view, look } = useLinkView(code);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [taken, setTaken] = useState<string>();
  // One id for every try of the same words: an answer that got lost must not use the link twice.
  const attempt = useRef({ key: '', op: services.newOp() });
  const run = async (work: () => Promise<void>): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    setProblem(undefined);
    setTaken(undefined);
    await work();
    setBusy(false);
  };
  const join = ({ note = '', name }: JoinWords): void =>
    void run(async () => {
      const key = JSON.stringify([note, name]);
      if (attempt.current.key !== key) attempt.current = { key, op: services.newOp() };
      const answer = await services.rpc('link.use', {
        code,
        op: attempt.current.op,
        ...(note.trim() === '' ? {} : { note: note.trim() }),
        ...(name === undefined ? {} : { nn: name }),
      });
      if (answer.ok || telling.has(answer.code)) attempt.current = { key: '', op: services.newOp() };
      if (answer.ok && answer.data.state === 'in') return onIn(answer.data.c);
      if (!answer.ok && answer.code === 'NAME_TAKEN') return setTaken(name);
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
  return { view, isBusy, problem, taken, join, withdraw, look };
}

/** What the link leads to as the server last said; asked again when the line is back, when a request of mine was declined, and by `look`. */
function useLinkView(code: string): { view: JoinView; look: () => void } {
  const { t, i18n } = useTranslation();
  const { rpc, stores } = useServices();
  const { language } = i18n;
  const isLive = useIsLive();
  const [view, setView] = useState<JoinView>({ kind: 'loading' });
  const [round, look] = useReducer((count: number) => count + 1, 0);
  const c = view.kind === 'chat' ? view.c : undefined;
  const declined = useStore(stores.chatList, (state) => state.declined.get(c as never) ?? 0);
  useEffect(() => {
    let isGone = false;
    void rpc('link.peek', { code }).then((answer) => {
      if (isGone) return;
      if (answer.ok) setView(toView(answer.data, language));
      else if (answer.code === 'GONE') setView({ kind: 'gone' });
      // What is shown already stays: a dead network says nothing about the link.
      else setView((now) => (now.kind === 'chat' ? now : { kind: 'failed', problem: problemText(t, answer) }));
    });
    return () => {
      isGone = true;
    };
  }, [rpc, code, language, t, isLive, round, declined]);
  const me = view.kind === 'chat' ? view.me : undefined;
  useEffect(() => {
    if (me !== 'waiting') return undefined;
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [me]);
  return { view, look };
}

function toView(link: RequestOutput<'link.peek'>, language: string): JoinView {
  return {
    kind: 'chat',
    c: link.c,
    chatKind: link.kind,
    title: link.title,
    avatar: link.avatar,
    about: link.about,
    rules: link.rules,
    name: link.nn,
    count: link.cnt,
    isFull: link.full === 1,
    asks: link.asks === 1,
    question: link.ask,
    me: link.me,
    again: link.again === undefined ? undefined : weekdayTimeFull(link.again, language),
  };
}
