import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { checkDisplayName, fieldLimits } from '#domain/accountRules.ts';
import { pictureOf } from '#domain/faceId.ts';
import type { Account } from '#protocol/entities/user.ts';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import { ColourChoice } from './ColourChoice.tsx';

/** What a person changes of their profile; null takes a value away, what is absent stays. */
export type ProfileChange = { name: string; status: string | null; av?: string | null };

export type ProfileFormProps = {
  account: Account;
  isBusy: boolean;
  isSaved: boolean;
  /** why it did not work */
  problem: string | undefined;
  onSave: (change: ProfileChange) => void;
};

/** Name, status, and the colour of a face without a picture. The handle stands elsewhere: it cannot be changed. */
export function ProfileForm({ account, isBusy, isSaved, problem, onSave }: ProfileFormProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(account.name);
  const [status, setStatus] = useState(account.status ?? '');
  const hasPicture = pictureOf(account.av) !== undefined;
  const [colour, setColour] = useState(account.av);
  // A picture is changed elsewhere, at once.
  const isColourSame = hasPicture || colour === account.av;
  const checked = checkDisplayName(name);
  const nameProblem = {
    missing: t('auth.problem.missingName'),
    short: t('auth.problem.missingName'),
    long: t('auth.problem.longName', { count: fieldLimits.nameMax }),
    characters: t('auth.problem.badName'),
  };
  const isStatusLong = status.trim().length > fieldLimits.statusMax;
  const isSame = checked.value === account.name && status.trim() === (account.status ?? '') && isColourSame;
  const handleSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (checked.problem || isStatusLong || isBusy || isSame) return;
    const change = { name: checked.value, status: status.trim() || null };
    onSave(isColourSame ? change : { ...change, av: colour ?? null });
  };
  return (
    <form noValidate onSubmit={handleSubmit} className="grid gap-5 p-4">
      <TextField
        label={t('settings.profile.name')}
        value={name}
        onChange={setName}
        autoComplete="name"
        {...(checked.problem ? { error: nameProblem[checked.problem] } : {})}
      />
      <TextField
        label={t('settings.profile.status')}
        hint={t('settings.profile.statusHint')}
        value={status}
        onChange={setStatus}
        autoComplete="off"
        {...(isStatusLong ? { error: t('settings.profile.statusLong', { count: fieldLimits.statusMax }) } : {})}
      />
      {!hasPicture && <ColourChoice name={name} ownId={String(account.id)} value={colour} onChange={setColour} />}
      {problem && <Banner role="alert">{problem}</Banner>}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" isBusy={isBusy} isDisabled={isSame}>
          {t('settings.profile.save')}
        </Button>
        <span role="status" className="text-13 text-ok">
          {isSaved && isSame && t('settings.profile.saved')}
        </span>
      </div>
    </form>
  );
}
