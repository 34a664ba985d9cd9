import { useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { checkPassword, fieldLimits } from '#domain/accountRules.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { PasswordField } from '#client/ui/PasswordField.tsx';
import type { Translate } from '#client/parts/systemText.ts';

export type PasswordChange = { current: string; next: string };

export type PasswordFormProps = {
  /** for password managers: whose password this is */
  handle: string;
  isBusy: boolean;
  /** why it was refused; WRONG_LOGIN and WEAK_PASSWORD stand at their field */
  failure: { code: ErrorCode; text: string } | undefined;
  /** how many other devices were logged out by the last change */
  revoked: number | undefined;
  onSubmit: (change: PasswordChange) => void;
};

/** Changes the password. Both fields are empty again when it worked. */
export function PasswordForm({ handle, isBusy, failure, revoked, onSubmit }: PasswordFormProps) {
  const { t } = useTranslation();
  const [values, setValues] = useState<PasswordChange>({ current: '', next: '' });
  const [sent, setSent] = useState<PasswordChange>();
  const [isAsked, setAsked] = useState(false);
  const currentRef = useRef<HTMLInputElement>(null);
  const nextRef = useRef<HTMLInputElement>(null);
  const problems = problemsOf(values, t);
  const isFieldFailure = failure?.code === 'WRONG_LOGIN' || failure?.code === 'WEAK_PASSWORD';
  const wrong = failure?.code === 'WRONG_LOGIN' && sent?.current === values.current && t('settings.password.wrong');
  const weak = failure?.code === 'WEAK_PASSWORD' && sent?.next === values.next && t('auth.problem.weakPassword');
  const handleSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    setAsked(true);
    if (problems.current) currentRef.current?.focus();
    else if (problems.next) nextRef.current?.focus();
    else if (!isBusy) {
      setSent(values);
      onSubmit(values);
    }
  };
  const labels = { show: t('auth.showPassword'), hide: t('auth.hidePassword') };
  const errors = {
    current: (isAsked ? problems.current : undefined) ?? (wrong || undefined),
    next: (isAsked ? problems.next : undefined) ?? (weak || undefined),
  };
  const change = (key: keyof PasswordChange) => (value: string) => setValues({ ...values, [key]: value });
  return (
    <form noValidate onSubmit={handleSubmit} className="grid gap-4 p-4">
      <input type="text" name="username" autoComplete="username" value={handle} readOnly hidden />
      <PasswordField
        ref={currentRef}
        label={t('settings.password.current')}
        value={values.current}
        onChange={change('current')}
        autoComplete="current-password"
        labels={labels}
        {...(errors.current ? { error: errors.current } : {})}
      />
      <PasswordField
        ref={nextRef}
        label={t('settings.password.next')}
        hint={t('auth.passwordHint', { count: fieldLimits.passwordMin })}
        value={values.next}
        onChange={change('next')}
        autoComplete="new-password"
        labels={labels}
        {...(errors.next ? { error: errors.next } : {})}
      />
      {failure && !isFieldFailure && <Banner role="alert">{failure.text}</Banner>}
      {revoked !== undefined && (
        <Banner tone="ok" role="status">
          {t('settings.password.changed', { count: revoked })}
        </Banner>
      )}
      <div>
        <Button type="submit" isBusy={isBusy}>
          {t('settings.password.change')}
        </Button>
      </div>
    </form>
  );
}

function problemsOf({ current, next }: PasswordChange, t: Translate) {
  const { problem } = checkPassword(next);
  const words = {
    missing: t('auth.problem.missingPassword'),
    short: t('auth.problem.shortPassword', { count: fieldLimits.passwordMin - next.length }),
    long: t('auth.problem.longPassword', { count: fieldLimits.passwordMax }),
    characters: t('auth.problem.weakPassword'),
  };
  return {
    current: current === '' ? t('auth.problem.missingPassword') : undefined,
    next: problem ? words[problem] : current === next ? t('settings.password.same') : undefined,
  };
}
