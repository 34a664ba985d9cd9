import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ManifestProblems } from '#domain/checkManifest.ts';
import type { ManifestForm } from '#domain/manifestForms.ts';
import { Banner } from '#client/ui/Banner.tsx';
import { SettingsGroup } from '#client/ui/SettingsGroup.tsx';
import { SettingsRow } from '#client/ui/SettingsRow.tsx';
import { Switch } from '#client/ui/Switch.tsx';
import { HostsField } from './HostsField.tsx';

export type HostFieldsProps = {
  form: Pick<ManifestForm, 'isAnyHost' | 'connect' | 'links'>;
  problems: ManifestProblems;
  onChange: (change: Partial<ManifestForm>) => void;
};

/** Where the pages send data to, and where they lead people. */
export function HostFields({ form, problems, onChange }: HostFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      {!form.isAnyHost && (
        <HostsField
          label={t('makers.edit.connect')}
          hint={t('makers.edit.connectHint')}
          hosts={form.connect}
          isWrong={problems.connect !== undefined}
          onChange={(connect) => onChange({ connect })}
        />
      )}
      <div className="[&>section]:mb-0">
        <SettingsGroup>
          <SettingsRow
            title={t('makers.edit.anyHost')}
            detail={t('makers.edit.anyHostText')}
            control={<Switch isOn={form.isAnyHost} onChange={(isAnyHost) => onChange({ isAnyHost })} />}
          />
        </SettingsGroup>
      </div>
      {form.isAnyHost && (
        <Banner tone="warn" icon={TriangleAlert}>
          {t('makers.edit.anyHostWarning')}
        </Banner>
      )}
      <HostsField
        label={t('makers.edit.links')}
        hint={t('makers.edit.linksHint')}
        hosts={form.links}
        isWrong={problems.links !== undefined}
        onChange={(links) => onChange({ links })}
      />
    </>
  );
}
