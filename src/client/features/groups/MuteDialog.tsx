import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moderationLimits } from '#domain/moderation/moderationChoices.ts';
import { FormDialog } from '#client/parts/FormDialog.tsx';
import { Select } from '#client/ui/Select.tsx';
import { TextField } from '#client/ui/TextField.tsx';

export type MuteDialogProps = {
  name: string;
  /** BCP 47: how lengths are written */
  language: string;
  isBusy: boolean;
  problem: string | undefined;
  onMute: (mute: { minutes: number; why: string }) => void;
  onClose: () => void;
};

/** Lengths that are offered: a number and its unit. */
const lengths = [
  [10, 'minute'],
  [1, 'hour'],
  [6, 'hour'],
  [1, 'day'],
  [3, 'day'],
  [7, 'day'],
  [28, 'day'],
] as const;
const minutesIn = { minute: 1, hour: 60, day: 1_440 } as const;

/** Takes the word from a member for a time, with a reason for the log. */
export function MuteDialog({ name, language, isBusy, problem, onMute, onClose }: MuteDialogProps) {
  const { t } = useTranslation();
  const [minutes, setMinutes] = useState('60');
  const [why, setWhy] = useState('');
  return (
    <FormDialog
      title={t('guard.mute.title', { name })}
      submitLabel={t('guard.mute.confirm')}
      submitKind="danger"
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => onMute({ minutes: Number(minutes), why: why.trim() })}
      onClose={onClose}
    >
      <p className="text-ink-soft">{t('guard.mute.text')}</p>
      <Select
        label={t('guard.mute.length')}
        value={minutes}
        onChange={setMinutes}
        options={lengths.map(([count, unit]) => ({
          value: String(count * minutesIn[unit]),
          label: new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count),
        }))}
      />
      <TextField
        label={t('guard.mute.why')}
        hint={t('guard.mute.whyHint')}
        value={why}
        onChange={setWhy}
        maxLength={moderationLimits.note}
        autoComplete="off"
      />
    </FormDialog>
  );
}
