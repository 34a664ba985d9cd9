import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { filterChoices, matchChoices, moderationLimits } from '#domain/moderation/moderationChoices.ts';
import type { FilterPhrase } from '#protocol/entities/moderation.ts';
import { Button } from '#client/ui/Button.tsx';
import { Chip } from '#client/ui/Chip.tsx';
import { ChipRow } from '#client/ui/ChipRow.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { SegmentedChoice } from '#client/ui/SegmentedChoice.tsx';
import { TextField } from '#client/ui/TextField.tsx';

export type PhraseFormProps = {
  phrase: FilterPhrase;
  allow: readonly string[];
  /** why the phrase cannot be used */
  wrong: string | undefined;
  isBusy: boolean;
  onPhrase: (phrase: FilterPhrase) => void;
  onAllow: (allow: string[]) => void;
  onTry: () => void;
};

/** A phrase being thought about: what, where it counts, what follows, what is allowed all the same. */
export function PhraseForm({ phrase, allow, wrong, isBusy, onPhrase, onAllow, onTry }: PhraseFormProps) {
  const { t } = useTranslation();
  const error = wrong === undefined ? {} : { error: wrong };
  return (
    <form
      className="grid content-start gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy && wrong === undefined && phrase.x.trim() !== '') onTry();
      }}
    >
      <h2 className="text-17 font-[650]">{t('moderation.filter.newPhrase')}</h2>
      <TextField
        label={t('moderation.filter.phrase')}
        hint={t('moderation.filter.phraseHint')}
        value={phrase.x}
        onChange={(x) => onPhrase({ ...phrase, x })}
        autoComplete="off"
        spellCheck={false}
        maxLength={moderationLimits.phraseRaw}
        {...error}
      />
      <SegmentedChoice
        label={t('moderation.filter.match')}
        value={phrase.m}
        onChange={(m) => onPhrase({ ...phrase, m })}
        options={matchChoices.map((value) => ({ value, label: t(`moderation.filter.${value}`) }))}
      />
      <div>
        <p className="mb-1 text-13 font-semibold">{t('moderation.filter.then')}</p>
        <ChipRow label={t('moderation.filter.then')} isWrapping>
          {filterChoices.map((action) => (
            <Chip key={action} isOn={phrase.do === action} onClick={() => onPhrase({ ...phrase, do: action })}>
              {t(`moderation.action.${action}`)}
            </Chip>
          ))}
        </ChipRow>
      </div>
      <AllowList allow={allow} onAllow={onAllow} />
      <Button type="submit" kind="tonal" isBusy={isBusy} isDisabled={phrase.x.trim() === '' || wrong !== undefined}>
        {t('moderation.filter.try')}
      </Button>
    </form>
  );
}

function AllowList({ allow, onAllow }: Pick<PhraseFormProps, 'allow' | 'onAllow'>) {
  const { t } = useTranslation();
  const [value, setValue] = useState('');
  const add = () => {
    const text = value.trim();
    if (text === '') return;
    if (!allow.includes(text)) onAllow([...allow, text]);
    setValue('');
  };
  return (
    <div className="grid gap-2">
      <TextField
        label={t('moderation.filter.allow')}
        placeholder={t('moderation.filter.allowAdd')}
        value={value}
        onChange={setValue}
        maxLength={moderationLimits.allowRaw}
        autoComplete="off"
        end={<IconButton icon={Plus} size="small" label={t('moderation.filter.add')} onClick={add} />}
      />
      {allow.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {allow.map((text) => (
            <li
              key={text}
              className="inline-flex max-w-full items-center gap-1 rounded-full bg-surface-raised ps-3 text-13 shadow-edge"
            >
              <span className="truncate" dir="auto">
                {text}
              </span>
              <IconButton
                icon={X}
                size="small"
                look="round"
                label={t('moderation.filter.remove', { text })}
                onClick={() => onAllow(allow.filter((other) => other !== text))}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
