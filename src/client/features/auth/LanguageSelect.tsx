import { ChevronDown, Globe } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { languageNames, type LanguageTag } from '#client/locales/languageNames.ts';
import { Icon } from '#client/ui/Icon.tsx';

export type LanguageSelectProps = {
  value: LanguageTag;
  onChange: (language: LanguageTag) => void;
};

/** The language at the door: the browser's own list in the look of a small quiet button, as wide as its word. */
export function LanguageSelect({ value, onChange }: LanguageSelectProps) {
  const { t } = useTranslation();
  return (
    <div className="hit-44 relative flex min-w-0 items-center text-ink-soft">
      <Icon icon={Globe} size={16} className="pointer-events-none absolute start-2.5" />
      <select
        aria-label={t('auth.language')}
        value={value}
        lang={value}
        onChange={(event) => onChange(event.currentTarget.value as LanguageTag)}
        className="min-h-9 max-w-full appearance-none truncate rounded-control bg-transparent ps-8 pe-8 text-13 font-semibold text-ink-soft shadow-edge [field-sizing:content] hover:bg-hover hover:text-ink max-tablet:min-h-11 pointer-coarse:min-h-11"
      >
        {languageNames.map(({ tag, name }) => (
          <option key={tag} value={tag} lang={tag} className="bg-surface-raised text-ink">
            {name}
          </option>
        ))}
      </select>
      <Icon icon={ChevronDown} size={16} className="pointer-events-none absolute end-2.5" />
    </div>
  );
}
