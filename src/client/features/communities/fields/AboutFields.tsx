import { useTranslation } from 'react-i18next';
import { communityLimits, topics, type Founding } from '#domain/communityRules.ts';
import { Select } from '#client/ui/Select.tsx';
import { TextArea } from '#client/ui/TextArea.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import { fieldError } from './fieldError.ts';
import type { PlaceFieldsProps } from './PlaceFieldsProps.ts';

/** Name, description, topic and rules. `hasSwitches`: topic and rules are there too, for those who may change the settings. */
export function AboutFields({
  form,
  set,
  errors,
  hasNames = true,
  hasSwitches = true,
  hasAutoFocus = false,
}: PlaceFieldsProps & { hasNames?: boolean; hasSwitches?: boolean; hasAutoFocus?: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      {hasNames && (
        <>
          <TextField
            label={t('founding.name')}
            hint={t('founding.nameHint', { count: communityLimits.title })}
            value={form.title}
            onChange={set('title')}
            autoComplete="off"
            hasAutoFocus={hasAutoFocus}
            {...fieldError(t, errors.title, communityLimits.title)}
          />
          <TextArea
            label={t('founding.about')}
            hint={t('founding.left', { used: form.about.trim().length, most: communityLimits.about })}
            value={form.about}
            onChange={set('about')}
            {...fieldError(t, errors.about, communityLimits.about)}
          />
        </>
      )}
      {hasSwitches && (
        <>
          <Select<Founding['topic']>
            label={t('founding.topic')}
            value={form.topic}
            onChange={set('topic')}
            options={[
              { value: '', label: t('founding.noTopic') },
              ...topics.map((value) => ({ value, label: t(`community.topic.${value}`) })),
            ]}
          />
          <TextArea
            label={t('community.rules')}
            hint={t('founding.rulesHint')}
            value={form.rules}
            onChange={set('rules')}
            {...fieldError(t, errors.rules, communityLimits.rules)}
          />
        </>
      )}
    </>
  );
}
