import { useTranslation } from 'react-i18next';
import { communityLimits, joinWays } from '#domain/communityRules.ts';
import { RadioGroup } from '#client/ui/RadioGroup.tsx';
import { SettingsGroup } from '#client/ui/SettingsGroup.tsx';
import { SettingsRow } from '#client/ui/SettingsRow.tsx';
import { Switch } from '#client/ui/Switch.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import { fieldError } from './fieldError.ts';
import type { PlaceFieldsProps } from './PlaceFieldsProps.ts';

/** How people come in, and who finds it. */
export function JoinFields({ form, set, errors }: PlaceFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <RadioGroup
        label={t('founding.join')}
        value={form.join}
        onChange={set('join')}
        options={joinWays.map((value) => ({
          value,
          label: t(`discover.way.${value}`),
          detail: t(`community.join.${value}`),
        }))}
      />
      {form.join === 'code' && (
        <TextField
          label={t('discover.code')}
          hint={t('founding.codeHint', { least: communityLimits.codeMin, most: communityLimits.codeMax })}
          value={form.code}
          onChange={set('code')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          {...fieldError(t, errors.code, errors.code === 'short' ? communityLimits.codeMin : communityLimits.codeMax)}
        />
      )}
      {form.join === 'approval' && (
        <TextField
          label={t('founding.question')}
          hint={t('founding.questionHint')}
          value={form.question}
          onChange={set('question')}
          autoComplete="off"
          {...fieldError(t, errors.question, communityLimits.ask)}
        />
      )}
      <SettingsGroup>
        <SettingsRow
          title={t('founding.listed')}
          detail={t('founding.listedDetail')}
          control={<Switch isOn={form.isListed} onChange={set('isListed')} />}
        />
        <SettingsRow
          title={t('founding.readable')}
          detail={t('founding.readableDetail')}
          control={<Switch isOn={form.isReadable} onChange={set('isReadable')} />}
        />
      </SettingsGroup>
    </>
  );
}
