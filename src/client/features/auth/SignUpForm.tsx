import { useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#client/ui/Button.tsx';
import { PasswordField } from '#client/ui/PasswordField.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import { checkDisplayName, checkHandle, fieldLimits } from '#domain/accountRules.ts';
import { fieldText } from './fieldText.ts';
import type { FormFailure } from './FormFailure.ts';
import { FormNotice } from './FormNotice.tsx';

export type SignUpInput = { name: string; handle: string; password: string };

export type SignUpFormProps = {
  isBusy: boolean;
  failure: FormFailure | undefined;
  /** what was sent when the failure came: the server's word counts only as long as the field is unchanged */
  refused: SignUpInput | undefined;
  /** seconds until the next try makes sense */
  seconds: number;
  onSubmit: (input: SignUpInput) => void;
};

/** Name, ID and password of a new account. A field speaks up when it was left or the form was sent, not while somebody begins to type. */
export function SignUpForm({ isBusy, failure, refused, seconds, onSubmit }: SignUpFormProps) {
  const { t } = useTranslation();
  const [values, setValues] = useState<SignUpInput>({ name: '', handle: '', password: '' });
  const [left, setLeft] = useState({ name: false, handle: false, password: false });
  const refs = {
    name: useRef<HTMLInputElement>(null),
    handle: useRef<HTMLInputElement>(null),
    password: useRef<HTMLInputElement>(null),
  };
  const sent = { ...values, name: checkDisplayName(values.name).value, handle: checkHandle(values.handle).value };
  const problems = {
    name: fieldText(t, 'name', values.name),
    handle: fieldText(t, 'handle', values.handle),
    password: fieldText(t, 'password', values.password),
  };
  const isTaken = failure?.code === 'HANDLE_TAKEN' && refused?.handle === sent.handle;
  const isWeak = failure?.code === 'WEAK_PASSWORD' && refused?.password === values.password;

  const field = (key: keyof SignUpInput) => ({
    ref: refs[key],
    value: values[key],
    onChange: (value: string) => setValues({ ...values, [key]: value }),
    error: left[key] ? problems[key] : undefined,
  });
  const leave = (key: keyof SignUpInput) => () => values[key] !== '' && setLeft({ ...left, [key]: true });
  const handleSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    setLeft({ name: true, handle: true, password: true });
    const wrong = (['name', 'handle', 'password'] as const).find((key) => problems[key]);
    if (wrong) refs[wrong].current?.focus();
    else if (!isBusy && seconds === 0) onSubmit(sent);
  };

  return (
    <form noValidate onSubmit={handleSubmit} className="grid gap-4">
      <TextField
        {...field('name')}
        label={t('auth.name')}
        name="name"
        hint={t('auth.nameHint')}
        autoComplete="name"
        autoCapitalize="words"
        hasAutoFocus
        onBlur={leave('name')}
      />
      <TextField
        {...field('handle')}
        label={t('auth.handle')}
        name="username"
        prefix="@"
        hint={t('auth.handleHint')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        onBlur={leave('handle')}
        error={field('handle').error ?? (isTaken ? t('auth.problem.takenHandle') : undefined)}
      />
      <PasswordField
        {...field('password')}
        label={t('auth.password')}
        name="new-password"
        hint={t('auth.passwordHint', { count: fieldLimits.passwordMin })}
        labels={{ show: t('auth.showPassword'), hide: t('auth.hidePassword') }}
        autoComplete="new-password"
        error={field('password').error ?? (isWeak ? t('auth.problem.weakPassword') : undefined)}
      />
      <FormNotice failure={failure} seconds={seconds} />
      <Button type="submit" kind="cta" size="large" isWide isBusy={isBusy} isDisabled={seconds > 0}>
        {seconds > 0 ? t('auth.wait', { count: seconds }) : t('auth.create')}
      </Button>
    </form>
  );
}
