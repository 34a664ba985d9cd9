import { ChevronDown, ChevronUp, CircleQuestionMark, AtSign, Heart, Megaphone, X } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textLang } from '#client/parts/textLang.ts';
import { Icon, type IconType } from '#client/ui/Icon.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { SectionLabel } from '#client/ui/SectionLabel.tsx';
import type { SinceEntry, SinceSummary } from './collectSince.ts';

export type SinceBarProps = {
  summary: SinceSummary;
  /** unread messages when the chat was opened */
  unread: number;
  nameOf: (mid: number) => string;
  onJump: (seq: number) => void;
  onClose: () => void;
};

const ICONS: Record<keyof SinceSummary, IconType> = {
  announcements: Megaphone,
  mentions: AtSign,
  reacted: Heart,
  questions: CircleQuestionMark,
};
const ORDER = ['announcements', 'mentions', 'reacted', 'questions'] as const;

/** What happened since somebody left, below the chat's head: a line that unfolds, and goes away when it is not wanted. */
export function SinceBar({ summary, unread, nameOf, onJump, onClose }: SinceBarProps) {
  const { t, i18n } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const kinds = ORDER.filter((kind) => summary[kind].length > 0);
  return (
    <section
      aria-label={t('since.title')}
      className="flex-none border-b border-line bg-surface [--plane:var(--surface)]"
    >
      <div className="flex min-h-11 items-center gap-1 ps-4 pe-2">
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
          className="flex min-h-11 min-w-0 flex-1 items-center gap-3 text-start"
        >
          <span className="min-w-0 flex-1">
            <span className="block truncate text-13 font-semibold">{t('since.title')}</span>
            <span className="flex flex-wrap gap-x-3 text-12 text-ink-soft">
              <span>{t('since.unread', { count: unread })}</span>
              {kinds.map((kind) => (
                <span key={kind}>{t(`since.count.${kind}`, { count: summary[kind].length })}</span>
              ))}
            </span>
          </span>
          <Icon icon={isOpen ? ChevronUp : ChevronDown} className="text-ink-soft" />
        </button>
        <IconButton icon={X} label={t('since.close')} onClick={onClose} />
      </div>
      {isOpen && (
        <div id={id} className="scroll-pane max-h-[min(46dvh,420px)] px-2 pb-3">
          {kinds.map((kind) => (
            <div key={kind}>
              <div className="px-2">
                <SectionLabel>{t(`since.kind.${kind}`)}</SectionLabel>
              </div>
              <ul>
                {summary[kind].map((entry) => (
                  <li key={entry.seq}>
                    <Entry
                      entry={entry}
                      icon={ICONS[kind]}
                      name={nameOf(entry.sender)}
                      lang={i18n.language}
                      onClick={() => onJump(entry.seq)}
                    />
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
      )}
    </section>
  );
}

type EntryProps = { entry: SinceEntry; icon: IconType; name: string; lang: string; onClick: () => void };

function Entry({ entry, icon, name, lang, onClick }: EntryProps) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      onClick={onClick}
      className="flex min-h-11 w-full items-center gap-3 rounded-card px-2 py-1.5 text-start -outline-offset-2 hover:bg-hover"
    >
      <Icon icon={icon} size={16} className="flex-none text-brand-text" />
      <span className="min-w-0 flex-1">
        <bdi lang={textLang(name, lang)} className="block truncate text-12 text-ink-soft">
          {name}
        </bdi>
        <span lang={textLang(entry.text, lang)} dir="auto" className="line-clamp-2 text-13 wrap-anywhere">
          {entry.text}
        </span>
      </span>
      {entry.reactions !== undefined && (
        <span className="flex-none text-12 text-ink-soft tabular-nums">
          {t('since.reactions', { count: entry.reactions })}
        </span>
      )}
    </button>
  );
}
