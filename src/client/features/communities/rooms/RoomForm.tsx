import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { communityLimits } from '#domain/communityRules.ts';
import { FormDialog } from '#client/parts/FormDialog.tsx';
import { Button } from '#client/ui/Button.tsx';
import { SettingsGroup } from '#client/ui/SettingsGroup.tsx';
import { SettingsRow } from '#client/ui/SettingsRow.tsx';
import { Switch } from '#client/ui/Switch.tsx';
import { TextArea } from '#client/ui/TextArea.tsx';
import { TextField } from '#client/ui/TextField.tsx';

/** What a person can say of a room. */
export interface RoomWords {
  title: string;
  about: string;
  ro: boolean;
}

export type RoomFormProps = {
  /** the room as it is; undefined for a new one */
  room: RoomWords | undefined;
  isBusy: boolean;
  problem: string | undefined;
  onSave: (words: RoomWords) => void;
  onClose: () => void;
  /** moves the room one place; undefined at that end of the list */
  onUp?: (() => void) | undefined;
  onDown?: (() => void) | undefined;
  /** asks whether the room is to be closed */
  onEnd?: (() => void) | undefined;
};

/** Makes or changes a room. */
export function RoomForm({ room, isBusy, problem, onSave, onClose, onUp, onDown, onEnd }: RoomFormProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState<RoomWords>(room ?? { title: '', about: '', ro: false });
  const [isAsked, setAsked] = useState(false);
  const title = words.title.trim();
  const isTooLong = title.length > communityLimits.roomTitle;
  const error =
    isAsked && title === ''
      ? t('rooms.nameMissing')
      : isTooLong
        ? t('rooms.nameHint', { most: communityLimits.roomTitle })
        : undefined;
  return (
    <FormDialog
      title={t(room ? 'rooms.editTitle' : 'rooms.newTitle')}
      submitLabel={t(room ? 'common.save' : 'rooms.create')}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => {
        setAsked(true);
        if (title !== '' && !isTooLong) onSave({ ...words, title, about: words.about.trim() });
      }}
      onClose={onClose}
    >
      <TextField
        label={t('rooms.name')}
        hint={t('rooms.nameHint', { most: communityLimits.roomTitle })}
        value={words.title}
        onChange={(value) => setWords({ ...words, title: value })}
        autoComplete="off"
        hasAutoFocus
        {...(error === undefined ? {} : { error })}
      />
      <TextArea
        label={t('rooms.about')}
        value={words.about}
        onChange={(about) => setWords({ ...words, about })}
        maxLength={communityLimits.roomAbout}
      />
      <SettingsGroup>
        <SettingsRow
          title={t('rooms.ro')}
          detail={t('rooms.roHint')}
          control={<Switch isOn={words.ro} onChange={(ro) => setWords({ ...words, ro })} />}
        />
      </SettingsGroup>
      {(onUp || onDown || onEnd) && (
        <div className="flex flex-wrap gap-2">
          {onUp && (
            <Button kind="quiet" isDisabled={isBusy} onClick={onUp}>
              {t('rooms.up')}
            </Button>
          )}
          {onDown && (
            <Button kind="quiet" isDisabled={isBusy} onClick={onDown}>
              {t('rooms.down')}
            </Button>
          )}
          {onEnd && (
            <Button kind="quiet" isDisabled={isBusy} onClick={onEnd}>
              {t('rooms.close')}
            </Button>
          )}
        </div>
      )}
    </FormDialog>
  );
}
