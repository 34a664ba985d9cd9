import { useTranslation } from 'react-i18next';
import { textLang } from '#client/parts/textLang.ts';

/** A line without the number or the dot that its writer gave it. Digits that belong to the words, as in "2.5 hours", stay. */
const withoutNumber = (line: string): string =>
  line.replace(/^\s*(?:[\d０-９]{1,2}(?:[.)](?![\d０-９])|[．、）])|[-•・](?!\d))\s*/u, '');

/** The rules of a community: one line, one rule; several lines are numbered. Numbers that stand there already are left to the list. */
export function RulesText({ rules }: { rules: string }) {
  const { i18n } = useTranslation();
  const lines = rules
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => withoutNumber(line) !== '');
  if (lines.length < 2) {
    return (
      <p lang={textLang(rules, i18n.language)} dir="auto" className="wrap-anywhere text-ink-soft">
        {rules.trim()}
      </p>
    );
  }
  return (
    <ol className="grid grid-cols-1 gap-2">
      {lines.map((line, index) => (
        // Two rules can say the same; their order never changes while they are shown.
        <li key={index} className="flex gap-3">
          <span
            aria-hidden
            className="grid size-6 flex-none place-items-center rounded-kabar bg-brand-soft text-12 font-semibold text-brand-text tabular-nums [--kabar-tight:3px] [--kabar:8px]"
          >
            {index + 1}
          </span>
          <span lang={textLang(line, i18n.language)} dir="auto" className="min-w-0 flex-1 wrap-anywhere">
            {withoutNumber(line)}
          </span>
        </li>
      ))}
    </ol>
  );
}
