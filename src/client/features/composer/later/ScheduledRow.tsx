import { Clock, Copy, Ellipsis, Pencil, SendHorizontal, Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Face } from '#client/parts/Face.tsx';
import { textLang } from '#client/parts/textLang.ts';
import { Button } from '#client/ui/Button.tsx';
import { cx } from '#client/ui/cx.ts';
import { IconButton } from '#client/ui/IconButton.tsx';
import { Tag } from '#client/ui/Tag.tsx';

/** What a person may do with a message that waits; absent: it cannot be done. */
export interface ScheduledActs {
  onSend?: (() => void) | undefined;
  onEdit?: (() => void) | undefined;
  onTime?: (() => void) | undefined;
  onDrop?: (() => void) | undefined;
  onCopy?: (() => void) | undefined;
}

/** A message that waits, as the list shows it. */
export interface ShownScheduled {
  key: string;
  /** "06:30", "Tomorrow", and both as the machine says it */
  time: string;
  day: string;
  dateTime: string;
  face: string;
  /** name of the chat */
  title: string;
  isSilent: boolean;
  text: string;
  /** why it did not leave, or where it is */
  note?: { text: string; tone: 'warn' | 'plain' } | undefined;
  acts: ScheduledActs;
}

const acts = [
  { act: 'onSend', icon: SendHorizontal, text: 'later.sendNow', isMirrored: true },
  { act: 'onEdit', icon: Pencil, text: 'later.edit', isMirrored: false },
  { act: 'onTime', icon: Clock, text: 'later.change', isMirrored: false },
  { act: 'onCopy', icon: Copy, text: 'tray.copy', isMirrored: false },
  { act: 'onDrop', icon: Trash2, text: 'later.drop', isMirrored: false },
] as const;

/** One message of the list; what can be done with it unfolds below. */
export function ScheduledRow({ row, readerLang }: { row: ShownScheduled; readerLang: string }) {
  const { t } = useTranslation();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <li className="border-b border-line px-2 py-2.5 last:border-0">
      <div className="flex items-start gap-3">
        <time dateTime={row.dateTime} className="w-20 flex-none pt-1">
          <b className="block text-15 font-[650] tabular-nums">{row.time}</b>
          <span className="block text-12 text-ink-soft">{row.day}</span>
        </time>
        <div className="min-w-0 flex-1 pt-1">
          <p className="flex min-w-0 items-center gap-1.5 text-12 text-ink-soft">
            <Face face={row.face} name={row.title} size={20} />
            <span className="min-w-0 truncate">{t('tray.to', { title: row.title })}</span>
            {row.isSilent && <Tag>{t('later.silent')}</Tag>}
          </p>
          <p lang={textLang(row.text, readerLang)} dir="auto" className="mt-0.5 line-clamp-3 text-15 break-words">
            {row.text}
          </p>
          {row.note && (
            <p className={cx('mt-0.5 text-13', row.note.tone === 'warn' ? 'text-warn' : 'text-ink-soft')}>
              {row.note.text}
            </p>
          )}
        </div>
        <IconButton
          icon={Ellipsis}
          label={t('later.actions', { time: `${row.day} ${row.time}` })}
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => setOpen(!isOpen)}
        />
      </div>
      {isOpen && (
        <div id={id} className="flex flex-wrap gap-2 pt-2">
          {acts.map(({ act, icon, text, isMirrored }) => {
            const onClick = row.acts[act];
            return (
              onClick && (
                <Button
                  key={act}
                  kind="quiet"
                  size="small"
                  icon={icon}
                  isIconMirrored={isMirrored}
                  onClick={() => {
                    setOpen(false);
                    onClick();
                  }}
                >
                  {t(text)}
                </Button>
              )
            );
          })}
        </div>
      )}
    </li>
  );
}
