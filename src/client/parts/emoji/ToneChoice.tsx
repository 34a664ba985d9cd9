import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { emojiTones, withTone, type EmojiTone } from '#domain/withTone.ts';

export type ToneChoiceProps = { tone: EmojiTone; onTone: (tone: EmojiTone) => void };

/** The skin tone in which people and hands stand in the list. Native radios below. */
export function ToneChoice({ tone, onTone }: ToneChoiceProps) {
  const { t } = useTranslation();
  const name = useId();
  return (
    <fieldset className="flex flex-none items-center gap-1 border-t border-line px-3 py-1 max-tablet:justify-around max-tablet:px-2">
      <legend className="sr-only">{t('emoji.tone')}</legend>
      {emojiTones.map((each) => (
        <label
          key={each}
          title={t(`emoji.tones.${each}`)}
          className="relative grid size-hit place-items-center rounded-control font-emoji text-[20px] leading-none hover:bg-hover has-checked:bg-brand-soft has-focus-visible:outline-2 has-focus-visible:outline-focus"
        >
          <input
            type="radio"
            name={name}
            aria-label={t(`emoji.tones.${each}`)}
            checked={each === tone}
            onChange={() => onTone(each)}
            className="absolute inset-0 m-0 appearance-none rounded-control outline-none"
          />
          <span aria-hidden className="pointer-events-none">
            {withTone('✋', each)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
