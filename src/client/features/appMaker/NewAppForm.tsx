import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkAppId } from '#domain/checkAppId.ts';
import { appOrigin } from '#domain/appRules.ts';
import type { AppId } from '#protocol/ids.ts';
import { Button } from '#client/ui/Button.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import { focusFirstWrong } from './focusFirstWrong.ts';

export type NewAppFormProps = {
  /** host name of apps with `{app}` for the id, where it is known */
  place: string | undefined;
  isBusy: boolean;
  /** the id that somebody has */
  taken: AppId | undefined;
  onCreate: (id: AppId) => void;
};

/** Takes an id for a new app. It cannot be changed later, so the address it makes is shown while it is typed. */
export function NewAppForm({ place, isBusy, taken, onCreate }: NewAppFormProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [isAsked, setAsked] = useState(false);
  const checked = checkAppId(text);
  const id = text.trim().toLowerCase();
  const isTooEarly = checked.problem === 'short' && !isAsked;
  const error =
    checked.problem === undefined
      ? checked.id === taken && t('makers.new.taken')
      : !isTooEarly && (text !== '' || isAsked) && t(`makers.new.problem.${checked.problem}`);
  const address = place === undefined ? `${id || 'cafe'}.…` : appOrigin(place, id || 'cafe');
  return (
    <form
      noValidate
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (checked.problem === undefined && checked.id !== taken && !isBusy) onCreate(checked.id);
        else focusFirstWrong(event.currentTarget);
      }}
    >
      <TextField
        label={t('makers.new.id')}
        hint={
          <>
            {t('makers.new.address')}{' '}
            <bdi dir="ltr" className="font-semibold [overflow-wrap:anywhere] text-ink-soft">
              {address}
            </bdi>
            <br />
            {t('makers.new.rules')}
          </>
        }
        value={text}
        onChange={(next) => {
          setText(next);
          setAsked(false);
        }}
        onBlur={() => setAsked(text !== '')}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={40}
        hasAutoFocus
        {...(error ? { error } : {})}
      />
      <div>
        <Button type="submit" isBusy={isBusy}>
          {t('makers.new.create')}
        </Button>
      </div>
    </form>
  );
}
