import { useTranslation } from 'react-i18next';
import { communityLimits } from '#domain/communityRules.ts';
import { TextField } from '#client/ui/TextField.tsx';
import type { PlaceFieldsProps } from './PlaceFieldsProps.ts';

/** How much history new members see, and how many there can be; each for those who may change it. */
export function BoundFields({
  form,
  set,
  errors,
  hasDays = true,
  hasCap = true,
}: PlaceFieldsProps & { hasDays?: boolean; hasCap?: boolean }) {
  const { t } = useTranslation();
  const { capMin, capMax, histMax } = communityLimits;
  const days = t('founding.daysHint', { most: histMax });
  const cap = t('founding.capHint', { least: capMin, most: capMax });
  return (
    <div className="grid grid-cols-1 gap-5 min-[440px]:grid-cols-2">
      {hasDays && (
        <TextField
          label={t('founding.days')}
          hint={days}
          value={form.days}
          onChange={set('days')}
          autoComplete="off"
          {...(errors.days ? { error: days } : {})}
        />
      )}
      {hasCap && (
        <TextField
          label={t('founding.cap')}
          hint={cap}
          value={form.cap}
          onChange={set('cap')}
          autoComplete="off"
          {...(errors.cap ? { error: cap } : {})}
        />
      )}
    </div>
  );
}
