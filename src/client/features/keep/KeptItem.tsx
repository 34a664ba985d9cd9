import { Ellipsis, StickyNote } from 'lucide-react';
import type { MouseEventHandler } from 'react';
import { useTranslation } from 'react-i18next';
import { BubbleText } from '#client/parts/BubbleText.tsx';
import { ClampedText } from '#client/parts/ClampedText.tsx';
import { Face } from '#client/parts/Face.tsx';
import { textLang } from '#client/parts/textLang.ts';
import { isoTime, momentName } from '#client/parts/timeTexts.ts';
import { Button } from '#client/ui/Button.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { LinkButton } from '#client/ui/LinkButton.tsx';
import type { KeptRow } from './KeptRow.ts';

export type KeptItemProps = {
  row: KeptRow;
  /** server clock, ms */
  now: number;
  onOpen: MouseEventHandler<HTMLAnchorElement>;
  onNote: () => void;
  onMore: (anchor: Element) => void;
};

/** One kept thing: from whom, what it said, my note, and what can be done with it. */
export function KeptItem({ row, now, onOpen, onNote, onMore }: KeptItemProps) {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const title = row.from ?? t('keep.own');
  const hasMessage = row.from !== undefined;
  return (
    <article
      aria-label={`${title}, ${momentName(row.at, now, language)}`}
      className="grid gap-2 rounded-card bg-surface-raised p-3 shadow-edge [--plane:var(--surface-raised)]"
    >
      <header className="flex min-w-0 items-center gap-2.5">
        {row.face ? (
          <Face face={row.face.id} name={row.face.name} size={32} />
        ) : (
          <span className="grid size-8 flex-none place-items-center rounded-full bg-brand-soft text-brand-text">
            <Icon icon={StickyNote} size={16} />
          </span>
        )}
        <div className="grid min-w-0 flex-1 grid-cols-1">
          <h2 dir="auto" className="truncate text-start text-13 font-semibold">
            {title}
          </h2>
          <p className="truncate text-12 text-ink-faint">
            <time dateTime={isoTime(row.at)}>{momentName(row.at, now, language)}</time>
            {row.isWaiting && ` · ${t('keep.waiting')}`}
          </p>
        </div>
        <IconButton
          icon={Ellipsis}
          label={t('keep.actions')}
          aria-haspopup="menu"
          onClick={({ currentTarget }) => onMore(currentTarget)}
        />
      </header>
      {row.isUnsent && <p className="text-13 text-ink-faint">{t('keep.unsent')}</p>}
      {row.text !== undefined && <Words text={row.text} />}
      {row.note !== undefined && (
        <div className={hasMessage ? 'rounded-control bg-surface-sunken px-3 py-2' : undefined}>
          <Words text={row.note} />
        </div>
      )}
      <footer className="flex flex-wrap gap-2">
        {row.href !== undefined && (
          <LinkButton kind="quiet" size="small" href={row.href} onClick={onOpen}>
            {t('keep.open')}
          </LinkButton>
        )}
        <Button kind="ghost" size="small" aria-haspopup="dialog" onClick={onNote}>
          {t(row.note === undefined ? 'keep.addNote' : 'keep.editNote')}
        </Button>
      </footer>
    </article>
  );
}

function Words({ text }: { text: string }) {
  const { t, i18n } = useTranslation();
  return (
    <div lang={textLang(text, i18n.language)} dir="auto" className="text-15 wrap-anywhere whitespace-pre-wrap">
      <ClampedText
        text={text}
        lines={8}
        tabIndex={0}
        showAll={(count) => (count > 0 ? t('chat.showAll', { count }) : t('chat.showRest'))}
      >
        <BubbleText text={text} mentions={[]} tabIndex={0} />
      </ClampedText>
    </div>
  );
}
