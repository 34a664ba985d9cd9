import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkAppId } from '#domain/checkAppId.ts';
import type { AppId } from '#protocol/ids.ts';
import { Button } from '#client/ui/Button.tsx';
import { TextField } from '#client/ui/TextField.tsx';

export type CloseByIdProps = { isBusy: boolean; onAsk: (app: AppId) => void };

/** The way to close an app that nobody has reported yet. */
export function CloseById({ isBusy, onAsk }: CloseByIdProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [isWrong, setWrong] = useState(false);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const checked = checkAppId(text);
        setWrong(checked.problem !== undefined);
        if (checked.problem === undefined) onAsk(checked.id);
      }}
    >
      <TextField
        label={t('makers.review.byId')}
        hint={t('makers.review.byIdHint')}
        value={text}
        onChange={(next) => {
          setText(next);
          setWrong(false);
        }}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        end={
          <Button kind="ghost" size="small" type="submit" isDisabled={isBusy}>
            {t('makers.review.closeIt')}
          </Button>
        }
        {...(isWrong ? { error: t('makers.review.noId') } : {})}
      />
    </form>
  );
}
