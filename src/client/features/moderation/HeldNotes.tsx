import { EyeOff, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { textLang } from '#client/parts/textLang.ts';
import { momentText } from '#client/parts/timeTexts.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';

/** A message of mine that another device has sent. */
export interface HeldNote {
  i: string;
  x: string;
  /** server clock, ms */
  at: number;
  isRefused: boolean;
}
export type HeldNotesProps = { notes: readonly HeldNote[]; onHide: (note: HeldNote) => void };

/** My messages that wait for a moderator, or were refused, where this device has not sent them itself: they stand above the composer. */
export function HeldNotes({ notes, onHide }: HeldNotesProps) {
  const { t, i18n } = useTranslation();
  if (notes.length === 0) return null;
  return (
    <ul
      aria-label={t('moderation.mine.label')}
      className="scroll-pane mx-auto grid max-h-40 w-full max-w-[calc(var(--column)+32px)] flex-none gap-1.5 px-4 pt-2"
    >
      {notes.map((note) => (
        <li key={note.i} className="flex items-start gap-2.5 rounded-card bg-warn-soft py-2 ps-3 pe-1 text-13">
          <Icon icon={EyeOff} size={16} className="mt-0.5 flex-none text-warn" />
          <span className="min-w-0 flex-1">
            <span className="block font-semibold">
              {t(note.isRefused ? 'moderation.mine.refused' : 'moderation.mine.waiting')}
            </span>
            <span lang={textLang(note.x, i18n.language)} dir="auto" className="line-clamp-2 wrap-anywhere">
              {note.x}
            </span>
            <span className="block text-12 text-ink-soft">{momentText(note.at, i18n.language)}</span>
          </span>
          {note.isRefused && <IconButton icon={X} label={t('moderation.mine.hide')} onClick={() => onHide(note)} />}
        </li>
      ))}
    </ul>
  );
}
