import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useEntryServices } from '#client/context.ts';
import type { Ack } from '#protocol/errors.ts';
import { Banner } from '#client/ui/Banner.tsx';
import { AuthFrame } from './AuthFrame.tsx';
import { DemoPeople, type DemoPerson } from './DemoPeople.tsx';
import type { FormFailure } from './FormFailure.ts';
import { FormNotice } from './FormNotice.tsx';
import { LogInForm } from './LogInForm.tsx';
import { ModeLinks } from './ModeLinks.tsx';
import { SignUpForm, type SignUpInput } from './SignUpForm.tsx';
import { toTag } from './toTag.ts';
import { useCountdown } from './useCountdown.ts';

export type AuthPageProps = {
  mode: 'logIn' | 'signUp';
  /** they came by an invite link, which opens behind this page */
  isInvited?: boolean | undefined;
};

/** Log in or sign up. After an accepted answer the app itself moves on, so nothing happens here then. */
export function AuthPage({ mode, isInvited = false }: AuthPageProps) {
  const { t, i18n } = useTranslation();
  const entry = useEntryServices();
  const session = useStore(entry.session);
  const people = useDemoPeople();
  const attempt = useAttempt();
  const [refused, setRefused] = useState<SignUpInput>();
  const isEnded = session.state === 'ended';
  const known = isEnded || session.state === 'removed' ? session.account?.handle : undefined;
  const form = { isBusy: attempt.busy === 'form', failure: attempt.failureOf('form'), seconds: attempt.seconds };
  return (
    <AuthFrame language={toTag(i18n.language)} onLanguage={(language) => entry.setPrefs({ language })}>
      <h1 className="text-28 font-bold tracking-tight">{t('auth.hello')}</h1>
      <p className="mt-1 mb-5 text-ink-soft">{t('auth.lead')}</p>
      {isInvited && !isEnded && (
        <div className="mb-5">
          <Banner tone="info">{t('joining.logInFirst')}</Banner>
        </div>
      )}
      {isEnded && (
        <div className="mb-5">
          <Banner tone="info">{t('auth.again')}</Banner>
        </div>
      )}
      <ModeLinks mode={mode} />
      {mode === 'logIn' ? (
        <LogInForm {...form} handle={known} onSubmit={(input) => attempt.run('form', () => entry.logIn(input))} />
      ) : (
        <SignUpForm
          {...form}
          refused={refused}
          onSubmit={(input) => {
            setRefused(input);
            attempt.run('form', () => entry.signUp(input));
          }}
        />
      )}
      {people.length > 0 && (
        <>
          <DemoPeople
            people={people}
            busy={attempt.busy === 'form' ? undefined : attempt.busy}
            onEnter={(handle) => attempt.run(handle, () => entry.demoEnter(handle))}
          />
          <div className="mt-3">
            <FormNotice failure={attempt.failureOf('demo')} seconds={attempt.seconds} />
          </div>
        </>
      )}
    </AuthFrame>
  );
}

/** People of the demo world; none on any other server, whatever it answers. */
function useDemoPeople(): readonly DemoPerson[] {
  const entry = useEntryServices();
  const [people, setPeople] = useState<readonly DemoPerson[]>([]);
  useEffect(() => {
    let isGone = false;
    void entry.demoPeople().then((answer) => {
      if (!isGone && answer.ok) setPeople(answer.data);
    });
    return () => {
      isGone = true;
    };
  }, [entry]);
  return people;
}

/** One attempt to get in at a time; keeps why the last one was refused and how long to wait. */
function useAttempt() {
  const [busy, setBusy] = useState<string>();
  const [failure, setFailure] = useState<FormFailure & { from: string }>();
  const seconds = useCountdown(failure?.until);
  const run = (from: string, ask: () => Promise<Ack<null>>) => {
    if (busy !== undefined) return;
    setBusy(from);
    setFailure(undefined);
    void ask().then((answer) => {
      setBusy(undefined);
      if (answer.ok) return;
      const wait = answer.retry === undefined ? {} : { until: performance.now() + answer.retry };
      setFailure({ code: answer.code, from, ...(answer.code === 'RATE' ? wait : {}) });
    });
  };
  const failureOf = (from: 'form' | 'demo') => ((failure?.from === 'form') === (from === 'form') ? failure : undefined);
  return { busy, failureOf, seconds, run };
}
