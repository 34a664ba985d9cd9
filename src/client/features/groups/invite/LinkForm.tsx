import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#client/ui/Button.tsx';
import { Select } from '#client/ui/Select.tsx';

/** What a new link is to be. */
export interface LinkWish {
  days?: 1 | 7 | 30;
  uses?: number;
}

export type LinkFormProps = { isBusy: boolean; onMake: (wish: LinkWish) => void };

const days = { day: 1, week: 7, month: 30, never: undefined } as const;
const uses = { '1': 1, '10': 10, '100': 100, any: undefined } as const;

/** Choices for a new invite link: until when, and for how many. */
export function LinkForm({ isBusy, onMake }: LinkFormProps) {
  const { t } = useTranslation();
  const [time, setTime] = useState<keyof typeof days>('week');
  const [room, setRoom] = useState<keyof typeof uses>('any');
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (isBusy) return;
        const [until, most] = [days[time], uses[room]];
        onMake({ ...(until === undefined ? {} : { days: until }), ...(most === undefined ? {} : { uses: most }) });
      }}
    >
      <div className="grid gap-3 tablet:grid-cols-2">
        <Select<keyof typeof days>
          label={t('joining.form.time')}
          options={[
            { value: 'day', label: t('joining.form.day') },
            { value: 'week', label: t('joining.form.week') },
            { value: 'month', label: t('joining.form.month') },
            { value: 'never', label: t('joining.form.never') },
          ]}
          value={time}
          onChange={setTime}
        />
        <Select<keyof typeof uses>
          label={t('joining.form.uses')}
          options={[
            { value: 'any', label: t('joining.form.any') },
            ...(['1', '10', '100'] as const).map((value) => ({
              value,
              label: t('joining.form.people', { count: uses[value] }),
            })),
          ]}
          value={room}
          onChange={setRoom}
        />
      </div>
      <Button type="submit" kind="tonal" isWide isBusy={isBusy}>
        {t('joining.form.make')}
      </Button>
    </form>
  );
}
