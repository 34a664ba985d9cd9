import { Clock, EyeOff, ListChecks, Plus, X } from 'lucide-react';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { answerMax, answersMax, questionMax } from '#domain/pollRules.ts';
import { FormDialog } from '#client/parts/FormDialog.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { Select } from '#client/ui/Select.tsx';
import { SettingsGroup } from '#client/ui/SettingsGroup.tsx';
import { SettingsRow } from '#client/ui/SettingsRow.tsx';
import { Switch } from '#client/ui/Switch.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import { CONTROL_CLASS, fieldClass } from '#client/ui/fieldClass.ts';
import { FieldFrame } from '#client/ui/FieldFrame.tsx';
import { pollEnds, withOption, withoutOption, type PollDraft, type PollEnd } from './pollDraft.ts';

export type PollEditorProps = {
  draft: PollDraft;
  /** what is wrong with it, once the person wanted to post it */
  wrong: 'question' | 'answers' | 'alike' | 'end' | undefined;
  /** it could not be kept on this device */
  problem?: string | undefined;
  onChange: (draft: PollDraft) => void;
  onPost: () => void;
  onClose: () => void;
};

const endTexts = {
  never: 'polls.endNever',
  hour: 'polls.endHour',
  day: 'polls.endDay',
  three: 'polls.endThree',
  week: 'polls.endWeek',
  at: 'polls.endAt',
} as const satisfies Record<PollEnd, string>;

/** Where a poll is written. Loaded when somebody wants one. */
export function PollEditor({ draft, wrong, problem, onChange, onPost, onClose }: PollEditorProps) {
  const { t } = useTranslation();
  const change = (part: Partial<PollDraft>) => onChange({ ...draft, ...part });
  return (
    <FormDialog
      title={t('polls.new')}
      submitLabel={t('polls.post')}
      problem={problem}
      onSubmit={onPost}
      onClose={onClose}
    >
      <div>
        <TextField
          label={t('polls.question')}
          value={draft.question}
          onChange={(question) => change({ question })}
          maxLength={questionMax}
          autoComplete="off"
          hint={<span className="tabular-nums">{`${draft.question.length} / ${questionMax}`}</span>}
          {...(wrong === 'question' ? { error: t('polls.wrong.question') } : {})}
          hasAutoFocus
        />
        <Options draft={draft} wrong={wrong} onChange={(options) => change({ options })} />
        <div className="mt-4">
          <SettingsGroup>
            <SettingsRow
              icon={ListChecks}
              title={t('polls.several')}
              control={<Switch isOn={draft.isMany} onChange={(isMany) => change({ isMany })} />}
            />
            <SettingsRow
              icon={EyeOff}
              title={t('polls.hide')}
              detail={t('polls.hideDetail')}
              control={<Switch isOn={draft.isHidden} onChange={(isHidden) => change({ isHidden })} />}
            />
            <SettingsRow
              icon={Plus}
              title={t('polls.othersAdd')}
              control={<Switch isOn={draft.canAdd} onChange={(canAdd) => change({ canAdd })} />}
            />
          </SettingsGroup>
        </div>
        <Select<PollEnd>
          label={t('polls.ends')}
          icon={Clock}
          value={draft.end}
          onChange={(end) => change({ end })}
          options={pollEnds.map((value) => ({ value, label: t(endTexts[value]) }))}
        />
        {draft.end === 'at' && (
          <EndField
            time={draft.time}
            error={wrong === 'end' ? t('polls.wrong.end') : undefined}
            onChange={(time) => change({ time })}
          />
        )}
      </div>
    </FormDialog>
  );
}

type OptionsProps = {
  draft: PollDraft;
  wrong: PollEditorProps['wrong'];
  onChange: (options: string[]) => void;
};

/** The options, one below the other; Enter goes to the next. */
function Options({ draft, wrong, onChange }: OptionsProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLFieldSetElement>(null);
  const { options } = draft;
  const given = options.filter((option) => option.trim() !== '').length;
  const error = wrong === 'answers' || wrong === 'alike' ? t(`polls.wrong.${wrong}`) : undefined;
  const focus = (index: number) => list.current?.querySelectorAll('input')[index]?.focus();
  return (
    <fieldset ref={list} className="mt-4 min-w-0">
      <legend className="mb-1.5 text-13 font-semibold">
        {t('polls.options')}{' '}
        <span className="font-normal text-ink-faint tabular-nums">
          {t('polls.optionsCount', { given, max: answersMax })}
        </span>
      </legend>
      <div className="grid gap-2">
        {options.map((option, index) => (
          <TextField
            // oxlint-disable-next-line react/no-array-index-key -- an option is its place in the list
            key={index}
            label={t('polls.option', { number: index + 1 })}
            isLabelHidden
            value={option}
            placeholder={index === options.length - 1 ? t('polls.optionAdd') : ''}
            maxLength={answerMax}
            autoComplete="off"
            onChange={(value) => onChange(withOption(options, index, value))}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.keyCode === 229) return;
              event.preventDefault();
              focus(index + 1);
            }}
            end={
              options.length > 2 && index < options.length - 1 ? (
                <IconButton
                  icon={X}
                  size="small"
                  label={t('polls.optionRemove', { number: index + 1 })}
                  onClick={() => {
                    onChange(withoutOption(options, index));
                    focus(Math.max(0, index - 1));
                  }}
                />
              ) : undefined
            }
          />
        ))}
      </div>
      <p role="alert" className="mt-1.5 text-13 text-danger empty:hidden">
        {error}
      </p>
    </fieldset>
  );
}

type EndFieldProps = { time: string; error: string | undefined; onChange: (time: string) => void };

/** The browser's own field for a day and a time: it is right on phones and in every language. */
function EndField({ time, error, onChange }: EndFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="mt-3">
      <FieldFrame id={id} label={t('polls.endTime')} {...(error === undefined ? {} : { error })}>
        <div className={fieldClass({ isInvalid: error !== undefined })}>
          <input
            id={id}
            type="datetime-local"
            value={time}
            aria-invalid={error !== undefined || undefined}
            aria-describedby={error === undefined ? undefined : `${id}-error`}
            onChange={(event) => onChange(event.currentTarget.value)}
            className={CONTROL_CLASS}
          />
        </div>
      </FieldFrame>
    </div>
  );
}
