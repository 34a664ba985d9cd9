import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useServices } from '#client/context.ts';
import { problemText } from '#client/parts/problemText.ts';
import { SettingsGroup } from '#client/ui/SettingsGroup.tsx';
import { PasswordForm, type PasswordChange, type PasswordFormProps } from './PasswordForm.tsx';

/** The change of the password, with its request. */
export function PasswordSettings() {
  const { t } = useTranslation();
  const services = useServices();
  const handle = useStore(services.stores.session, ({ account }) => account?.handle ?? '');
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<PasswordFormProps['failure']>();
  const [done, setDone] = useState({ count: 0, revoked: undefined as number | undefined });
  const change = async (values: PasswordChange) => {
    setBusy(true);
    setFailure(undefined);
    const answer = await services.rpc('account.password', { ...values, op: services.newOp() });
    setBusy(false);
    if (answer.ok) setDone(({ count }) => ({ count: count + 1, revoked: answer.data.revoked }));
    else setFailure({ code: answer.code, text: problemText(t, answer) });
  };
  return (
    <SettingsGroup title={t('settings.password.title')} text={t('settings.password.text')}>
      {/* A new key empties both fields after a change that worked. */}
      <PasswordForm
        key={done.count}
        handle={handle}
        isBusy={isBusy}
        failure={failure}
        revoked={done.revoked}
        onSubmit={(values) => void change(values)}
      />
    </SettingsGroup>
  );
}
