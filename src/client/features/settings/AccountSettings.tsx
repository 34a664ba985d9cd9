import { AtSign } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { faceId, pictureOf } from '#domain/faceId.ts';
import { useServices } from '#client/context.ts';
import { Handle } from '#client/parts/Handle.tsx';
import { PicturePicker } from '#client/parts/picture/PicturePicker.tsx';
import { problemText } from '#client/parts/problemText.ts';
import { SettingsGroup } from '#client/ui/SettingsGroup.tsx';
import { SettingsRow } from '#client/ui/SettingsRow.tsx';
import { ProfileForm, type ProfileChange } from './ProfileForm.tsx';

/** My profile, with its request. */
export function AccountSettings() {
  const { t } = useTranslation();
  const services = useServices();
  const account = useStore(services.stores.session, (session) => session.account);
  const [state, setState] = useState<{ isBusy?: boolean; isSaved?: boolean; problem?: string }>({});
  if (!account) return null;
  const save = async (change: ProfileChange) => {
    setState({ isBusy: true });
    const answer = await services.rpc('account.update', { ...change, op: services.newOp() });
    if (answer.ok) {
      services.setAccount(answer.data.account);
      setState({ isSaved: true });
    } else setState({ problem: problemText(t, answer) });
  };
  const savePicture = async (av: string | null) => {
    const answer = await services.rpc('account.update', { av, op: services.newOp() });
    if (answer.ok) services.setAccount(answer.data.account);
    return answer;
  };
  return (
    <>
      <SettingsGroup title={t('picture.label')}>
        <div className="p-4">
          <PicturePicker
            face={faceId(account.id, account)}
            name={account.name}
            hasPicture={pictureOf(account.av) !== undefined}
            hint={t('picture.hint')}
            removeText={t('picture.askText')}
            upload={(picture, onProgress) => services.upload('avatar', picture, onProgress)}
            save={savePicture}
          />
        </div>
      </SettingsGroup>
      <SettingsGroup title={t('settings.profile.title')} text={t('settings.profile.text')}>
        <ProfileForm
          // Another device may have changed the profile: the form starts again from what is true. A new picture alone takes away nothing that is being typed.
          key={JSON.stringify([account.name, account.status, pictureOf(account.av) === undefined && account.av])}
          account={account}
          isBusy={state.isBusy ?? false}
          isSaved={state.isSaved ?? false}
          problem={state.problem}
          onSave={(change) => void save(change)}
        />
      </SettingsGroup>
      <SettingsGroup>
        <SettingsRow
          icon={AtSign}
          title={t('settings.profile.handle')}
          detail={t('settings.profile.handleHint')}
          value={<Handle handle={account.handle} className="select-all" />}
        />
      </SettingsGroup>
    </>
  );
}
