import { ChevronDown } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ManifestProblem } from '#domain/checkManifest.ts';
import { makerChoices, type TextForm } from '#domain/manifestForms.ts';
import { languageNames } from '#client/locales/languageNames.ts';
import { cx } from '#client/ui/cx.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { TextField } from '#client/ui/TextField.tsx';

type Language = keyof TextForm;
/** What is wrong with the text of each language. */
export type TextsProblems = { readonly [Name in Language]?: ManifestProblem | undefined };

export type TextsFieldProps = {
  label: string;
  hint?: string;
  value: TextForm;
  /** characters at most, in each language */
  most: number;
  problems: TextsProblems;
  onChange: (value: TextForm) => void;
};

const [first, ...others] = makerChoices.languages;
const nameOf = (language: Language) => languageNames.find(({ tag }) => tag === language)?.name ?? language;

/** A line in English, and under a fold in the other languages. What is wrong there opens the fold. */
export function TextsField({ label, hint, value, most, problems, onChange }: TextsFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const [isWanted, setWanted] = useState(false);
  const isOpen = isWanted || others.some((language) => problems[language] !== undefined);
  const count = others.filter((language) => value[language].trim() !== '').length;
  const field = (language: Language, text: string, more: { hint?: string }) => {
    const problem = problems[language];
    return (
      <TextField
        key={language}
        label={text}
        {...more}
        value={value[language]}
        onChange={(next) => onChange({ ...value, [language]: next })}
        autoComplete="off"
        {...(problem ? { error: t(`makers.problem.${problem}`, { count: most }) } : {})}
      />
    );
  };
  return (
    <div className="grid gap-2">
      {field(first, t('makers.edit.inEnglish', { label }), hint === undefined ? {} : { hint })}
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setWanted(!isOpen)}
        className="hit-44 -ms-1 inline-flex min-h-8 items-center gap-1 justify-self-start rounded-control px-1 text-13 font-semibold text-brand-text"
      >
        <Icon icon={ChevronDown} size={16} className={cx('transition-transform', isOpen && 'rotate-180')} />
        <span>
          {t('makers.edit.others', { done: count, all: others.length })}
          <span className="sr-only"> · {label}</span>
        </span>
      </button>
      <div id={id} hidden={!isOpen} className="grid gap-3 border-s-2 border-line ps-4">
        {isOpen && others.map((language) => field(language, `${label} · ${nameOf(language)}`, {}))}
      </div>
    </div>
  );
}
