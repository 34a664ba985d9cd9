import { useTranslation } from 'react-i18next';
import { faceColours } from '#domain/faceId.ts';
import { Avatar } from '#client/ui/Avatar.tsx';

export type ColourChoiceProps = {
  name: string;
  /** decides the colour while none is chosen */
  ownId: string;
  /** `c0`…`c11`, or undefined: by itself */
  value: string | undefined;
  onChange: (colour: string | undefined) => void;
};

/** The ground of one's initials: by itself, or one of twelve colours. Native radios: arrows move, one tab stop. */
export function ColourChoice({ name, ownId, value, onChange }: ColourChoiceProps) {
  const { t } = useTranslation();
  const options = [undefined, ...faceColours];
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-13 font-semibold">{t('settings.profile.colour')}</legend>
      <div className="flex flex-wrap gap-1">
        {options.map((colour, index) => (
          <label
            key={colour ?? 'own'}
            className="relative grid size-11 place-items-center rounded-full has-checked:shadow-[inset_0_0_0_2px_var(--brand)] has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              name="colour"
              checked={value === colour}
              onChange={() => onChange(colour)}
              aria-label={
                colour === undefined
                  ? t('settings.profile.colourOwn')
                  : t('settings.profile.colourNumber', { number: index })
              }
              className="absolute inset-0 m-0 cursor-pointer appearance-none rounded-full outline-none"
            />
            <Avatar id={colour ?? ownId} name={name || '?'} size={36} className="pointer-events-none" />
          </label>
        ))}
      </div>
      <p className="mt-1.5 text-12 text-ink-faint">{t('settings.profile.colourHint')}</p>
    </fieldset>
  );
}
