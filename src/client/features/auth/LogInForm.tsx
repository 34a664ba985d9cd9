import { useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#client/ui/Button.tsx';
import { PasswordField } from '#client/ui/PasswordField.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import type { FormFailure } from './FormFailure.ts';
import { FormNotice } from './FormNotice.tsx';

export type LogInFormProps = {
  /** the ID of who was logged in here before */
  handle?: string;
  isBusy: boolean;
  failure: FormFailure | undefined;
  /** seconds until the next try makes sense */
  seconds: number;
  onSubmit: (input: { handle: string; password: string }) => void;
};

/** ID and password. A refusal does not say which of the two was wrong. */
export function LogInForm({ handle: known = '', isBusy, failure, seconds, onSubmit }: LogInFormProps) {
  const { t } = useTranslation();
  const [handle, setHandle] = useState(known);
  const [password, setPassword] = useState('');
  const [isAsked, setAsked] = useState(false);
  const handleRef = useRef<HTMLInputElement>(null);
  const passwordRef = useRef<HTMLInputElement>(null);
  const missingHandle = handle.trim() === '' ? t('auth.problem.missingHandle') : undefined;
  const missingPassword = password === '' ? t('auth.problem.missingPassword') : undefined;
  const refused = failure?.code === 'WRONG_LOGIN' ? t('auth.problem.wrongLogin') : undefined;

  const handleSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    setAsked(true);
    if (missingHandle) handleRef.current?.focus();
    else if (missingPassword) passwordRef.current?.focus();
    else if (!isBusy && seconds === 0) onSubmit({ handle: handle.trim(), password });
  };

  return (
    <form noValidate onSubmit={handleSubmit} className="grid gap-4">
      <TextField
        ref={handleRef}
        label={t('auth.handle')}
        name="username"
        value={handle}
        onChange={setHandle}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        hasAutoFocus={known === ''}
        error={isAsked ? missingHandle : undefined}
      />
      <PasswordField
        ref={passwordRef}
        label={t('auth.password')}
        name="password"
        value={password}
        onChange={setPassword}
        labels={{ show: t('auth.showPassword'), hide: t('auth.hidePassword') }}
        autoComplete="current-password"
        hasAutoFocus={known !== ''}
        error={(isAsked ? missingPassword : undefined) ?? refused}
      />
      <FormNotice failure={failure} seconds={seconds} />
      <Button type="submit" size="large" isWide isBusy={isBusy} isDisabled={seconds > 0}>
        {seconds > 0 ? t('auth.wait', { count: seconds }) : t('auth.logIn')}
      </Button>
    </form>
  );
}
