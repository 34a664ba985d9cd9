import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wrongTime } from '#domain/scheduleRules.ts';
import { clockTime } from '#client/parts/timeTexts.ts';
import { Button } from '#client/ui/Button.tsx';
import { Chip } from '#client/ui/Chip.tsx';
import { CONTROL_CLASS, fieldClass } from '#client/ui/fieldClass.ts';
import { Dialog } from '#client/ui/Dialog.tsx';
import { FieldFrame } from '#client/ui/FieldFrame.tsx';
import { SettingsGroup } from '#client/ui/SettingsGroup.tsx';
import { SettingsRow } from '#client/ui/SettingsRow.tsx';
import { Switch } from '#client/ui/Switch.tsx';
import { BellOff } from 'lucide-react';
import { fromField, quickTimes, toField } from './quickTimes.ts';

export type ScheduleDialogProps = {
  /** device clock, ms, by which times are offered */
  now: number;
  /** server clock − device clock, ms */
  offset: number;
  /** when it is to be sent so far, server clock, ms; absent: it is new */
  at?: number | undefined;
  /** absent: that is not asked here */
  isSilent?: boolean | undefined;
  /** what went wrong when it was to be stored */
  problem?: string | undefined;
  isBusy?: boolean | undefined;
  /** `at`: server clock, ms */
  onSave: (at: number, isSilent: boolean) => void;
  onClose: () => void;
};

const quickTexts = {
  evening: 'later.evening',
  tomorrow: 'later.tomorrow',
  monday: 'later.monday',
} as const;

/** When a message is to be sent: times that people often choose, and any other one. */
export function ScheduleDialog(props: ScheduleDialogProps) {
  const { now, offset, at, problem, isBusy = false, onSave, onClose } = props;
  const { t, i18n } = useTranslation();
  const id = useId();
  const [field, setField] = useState(() => toField(at === undefined ? (quickTimes(now)[0]?.at ?? now) : at - offset));
  const [isSilent, setSilent] = useState(props.isSilent === true);
  const [wrong, setWrong] = useState<ReturnType<typeof wrongTime>>();
  const chosen = fromField(field);
  const choose = (next: string) => {
    setField(next);
    setWrong(undefined);
  };
  const save = () => {
    const time = chosen + offset;
    const found = wrongTime(time, now + offset);
    setWrong(found);
    if (!found && !isBusy) onSave(time, isSilent);
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={at === undefined ? t('later.title') : t('later.change')}
      closeLabel={t('common.close')}
      actions={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" form={id} isBusy={isBusy}>
            {at === undefined ? t('later.confirm') : t('common.save')}
          </Button>
        </>
      }
    >
      <form
        id={id}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <fieldset className="flex min-w-0 flex-wrap gap-2 pb-4">
          <legend className="sr-only">{t('later.quick')}</legend>
          {quickTimes(now).map((time) => (
            <Chip key={time.id} isOn={time.at === chosen} onClick={() => choose(toField(time.at))}>
              {t(quickTexts[time.id], { time: clockTime(time.at, i18n.language) })}
            </Chip>
          ))}
        </fieldset>
        <FieldFrame
          id={`${id}-at`}
          label={t('later.when')}
          hint={t('later.zone', { zone: zoneName(i18n.language, chosen) })}
          {...(wrong ? { error: t(`later.wrong.${wrong}`) } : {})}
        >
          <div className={fieldClass({ isInvalid: wrong !== undefined })}>
            <input
              id={`${id}-at`}
              type="datetime-local"
              value={field}
              min={toField(now)}
              aria-invalid={wrong !== undefined || undefined}
              aria-describedby={wrong ? `${id}-at-error` : `${id}-at-hint`}
              onChange={(event) => choose(event.currentTarget.value)}
              className={CONTROL_CLASS}
            />
          </div>
        </FieldFrame>
        {props.isSilent !== undefined && (
          <div className="mt-4">
            <SettingsGroup>
              <SettingsRow
                icon={BellOff}
                title={t('later.silently')}
                detail={t('later.silentlyHint')}
                control={<Switch isOn={isSilent} onChange={setSilent} />}
              />
            </SettingsGroup>
          </div>
        )}
        <p role="alert" className="mt-2 text-13 text-danger empty:hidden">
          {problem}
        </p>
      </form>
    </Dialog>
  );
}

/** The time zone of the device at that time, in words: "Western Indonesia Time". */
function zoneName(language: string, at: number): string {
  const parts = new Intl.DateTimeFormat(language, { timeZoneName: 'long' }).formatToParts(Number.isNaN(at) ? 0 : at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}
