import { Ellipsis } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { BubbleText } from '#client/parts/BubbleText.tsx';
import { ClampedText } from '#client/parts/ClampedText.tsx';
import { textLang } from '#client/parts/textLang.ts';
import { isoTime, momentName } from '#client/parts/timeTexts.ts';
import { IconButton } from '#client/ui/IconButton.tsx';

export type NoteCardProps = {
  text: string;
  /** who wrote it */
  by: string;
  /** newest change, server clock, ms */
  changed: number;
  isChanged: boolean;
  /** server clock, ms */
  now: number;
  onMore: (anchor: Element) => void;
};

/** One note of a chat: who wrote it, when, and what it says; a long one can be opened out. */
export function NoteCard({ text, by, changed, isChanged, now, onMore }: NoteCardProps) {
  const { t, i18n } = useTranslation();
  const when = momentName(changed, now, i18n.language);
  return (
    <article
      aria-label={t('shelf.note.by', { name: by, when })}
      className="grid gap-1 rounded-card bg-surface-raised p-3 ps-4 shadow-edge [--plane:var(--surface-raised)]"
    >
      <header className="flex min-w-0 items-center gap-2.5">
        <h2 dir="auto" className="min-w-0 truncate text-start text-13 font-semibold">
          {by}
        </h2>
        <p className="min-w-0 flex-1 truncate text-12 text-ink-faint">
          <time dateTime={isoTime(changed)}>{when}</time>
          {isChanged && ` · ${t('shelf.note.changed')}`}
        </p>
        <IconButton
          icon={Ellipsis}
          label={t('shelf.note.actions', { name: by })}
          aria-haspopup="menu"
          onClick={({ currentTarget }) => onMore(currentTarget)}
        />
      </header>
      <div
        lang={textLang(text, i18n.language)}
        dir="auto"
        className="pe-1 pb-1 text-15 wrap-anywhere whitespace-pre-wrap"
      >
        <ClampedText
          text={text}
          lines={12}
          tabIndex={0}
          showAll={(count) => (count > 0 ? t('chat.showAll', { count }) : t('chat.showRest'))}
        >
          <BubbleText text={text} mentions={[]} tabIndex={0} />
        </ClampedText>
      </div>
    </article>
  );
}
