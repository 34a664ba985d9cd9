import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { appText } from '#domain/appRules.ts';
import type { AppScope } from '#protocol/entities/appScopes.ts';
import type { WireError } from '#protocol/errors.ts';
import type { AppId } from '#protocol/ids.ts';
import { useComebacks, useServices } from '#client/context.ts';
import { problemText } from '#client/parts/problemText.ts';
import { saveText } from '#client/parts/saveText.ts';
import { withForgotten, withRenewed } from '#client/stores/openAppChanges.ts';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';
import { passportCopy, type Passport } from './passportCopy.ts';
import { PassportPage } from './PassportPage.tsx';

type Problem = Pick<WireError, 'code' | 'retry'>;

export type PassportPaneProps = {
  app: AppId;
  /** leaves the page; also after everything was taken back */
  onClose: () => void;
};

/** What one app knows about me, with the requests behind it. */
export function PassportPane({ app, onClose }: PassportPaneProps) {
  const { t } = useTranslation();
  const { serverNow } = useServices();
  const { passport, problem, busy, load, answer } = usePassport(app);
  const [isAsking, setAsking] = useState(false);
  const isMissing = problem?.code === 'NOT_FOUND';
  return (
    <>
      <PassportPage
        passport={passport}
        sendsAnywhere={passport?.any === 1}
        isMissing={isMissing}
        problem={problem && !isMissing ? problemText(t, problem) : undefined}
        busy={busy}
        now={serverNow()}
        onRetry={load}
        onAnswer={(scope, allow) => void answer(scope, allow)}
        onSave={() => passport && saveText({ ...passportCopy(passport, serverNow()), type: 'application/json' })}
        onForget={() => setAsking(true)}
        onClose={onClose}
      />
      {isAsking && passport && (
        <ForgetQuestion passport={passport} onDone={onClose} onCancel={() => setAsking(false)} />
      )}
    </>
  );
}

function usePassport(app: AppId) {
  const services = useServices();
  const { rpc } = services;
  const [passport, setPassport] = useState<Passport>();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState<AppScope>();
  const comebacks = useComebacks();
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let isHere = true;
    void rpc('app.passport', { app }).then((answer) => {
      if (!isHere) return;
      setProblem(answer.ok ? undefined : answer);
      if (answer.ok) setPassport(answer.data);
    });
    return () => {
      isHere = false;
    };
  }, [rpc, app, turn, comebacks]);
  const load = () => setTurn((last) => last + 1);
  return {
    passport,
    problem,
    busy,
    load,
    async answer(scope: AppScope, allow: boolean) {
      if (busy !== undefined) return;
      setBusy(scope);
      const answered = await rpc('app.answer', { app, scope, allow, op: services.newOp() });
      // The log has a new line as well: all of it is read again. What was answered is shown without waiting for that.
      if (answered.ok) {
        // A page that is open has what it had when it began.
        services.stores.openApps.setState((open) => withRenewed(open, app));
        setPassport((before) => before && withGrant(before, answered.data.grant));
        load();
      } else setProblem(answered);
      setBusy(undefined);
    },
  };
}

function withGrant(passport: Passport, grant: Passport['grants'][number]): Passport {
  return { ...passport, grants: [...passport.grants.filter(({ scope }) => scope !== grant.scope), grant] };
}

/** Asks before everything is taken back, and does it. */
function ForgetQuestion(props: { passport: Passport; onDone: () => void; onCancel: () => void }) {
  const { passport, onDone, onCancel } = props;
  const { t, i18n } = useTranslation();
  const services = useServices();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const name = appText(passport.app.names, i18n.language);
  const forget = async () => {
    setBusy(true);
    setError(undefined);
    const answer = await services.rpc('app.forget', { app: passport.app.id, op: services.newOp() });
    setBusy(false);
    if (answer.ok) {
      services.stores.openApps.setState((open) => withForgotten(open, passport.app.id));
      onDone();
    } else setError(problemText(t, answer));
  };
  return (
    <ConfirmDialog
      isOpen
      title={t('apps.forget.title', { name })}
      text={t('apps.forget.text')}
      cancelLabel={t('common.cancel')}
      confirmLabel={t('apps.passport.forget')}
      isBusy={isBusy}
      {...(error === undefined ? {} : { error })}
      onCancel={onCancel}
      onConfirm={() => void forget()}
    />
  );
}
