import { Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Handle } from '#client/parts/Handle.tsx';
import { textLang } from '#client/parts/textLang.ts';
import { Face } from '#client/parts/Face.tsx';
import { cx } from '#client/ui/cx.ts';
import { Icon } from '#client/ui/Icon.tsx';
import type { Nameable } from './model/matchMembers.ts';

export type MentionListProps = {
  id: string;
  label: string;
  people: readonly Nameable[];
  activeIndex: number;
  readerLang: string;
  onPick: (person: Nameable) => void;
  onHover: (index: number) => void;
};

/** People to name, above the composer. The focus stays in the text: `aria-activedescendant` there names `<id>-<index>`. */
export function MentionList({ id, label, people, activeIndex, readerLang, onPick, onHover }: MentionListProps) {
  const { t } = useTranslation();
  return (
    <div
      id={id}
      role="listbox"
      aria-label={label}
      className="absolute inset-x-0 bottom-full z-5 mb-2 max-h-[280px] max-w-[360px] animate-rise overflow-y-auto rounded-layer bg-surface-raised p-1.5 shadow-[var(--shadow-layer),inset_0_0_0_1px_var(--line)] [--plane:var(--surface-raised)]"
    >
      {people.map((person, index) => (
        <button
          key={person.mid}
          id={`${id}-${index}`}
          type="button"
          role="option"
          tabIndex={-1}
          aria-selected={index === activeIndex}
          // The press must not take the focus out of the text: on phones the keyboard would fold.
          onPointerDown={(event) => event.preventDefault()}
          onPointerMove={() => onHover(index)}
          onClick={() => onPick(person)}
          className={cx(
            'flex min-h-11 w-full items-center gap-3 rounded-control px-2.5 text-start',
            index === activeIndex && 'bg-hover',
          )}
        >
          {person.isAll ? (
            <span className="grid size-8 flex-none place-items-center rounded-full bg-brand-soft text-brand-text">
              <Icon icon={Users} size={16} />
            </span>
          ) : (
            <Face face={person.face} name={person.name} size={32} />
          )}
          <span lang={textLang(person.name, readerLang)} className="min-w-0 truncate font-semibold">
            {person.name}
          </span>
          {person.isAll && <span className="ms-auto truncate text-12 text-ink-faint">{t('quotes.everyoneText')}</span>}
          {person.handle && (
            <span className="ms-auto truncate text-12 text-ink-faint">
              <Handle handle={person.handle} />
            </span>
          )}
        </button>
      ))}
    </div>
  );
}
