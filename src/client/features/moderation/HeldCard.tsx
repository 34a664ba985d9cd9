import { EyeOff, Flag } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Held } from '#protocol/entities/moderation.ts';
import { textLang } from '#client/parts/textLang.ts';
import { momentText } from '#client/parts/timeTexts.ts';
import { Avatar } from '#client/ui/Avatar.tsx';
import { Button } from '#client/ui/Button.tsx';
import { cx } from '#client/ui/cx.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { MarkedText } from './MarkedText.tsx';
import { reasonText } from './reasonText.ts';
import type { Names } from './useNames.ts';

export type HeldCardProps = {
  item: Held;
  names: Names;
  isBusy: boolean;
  onDecide: (isFine: boolean) => void;
  /** absent: not allowed */
  onMute: (() => void) | undefined;
};

/** A message that waits or is marked, the caught words marked, with why and what can be done. */
export function HeldCard({ item, names, isBusy, onDecide, onMute }: HeldCardProps) {
  const { t, i18n } = useTranslation();
  const name = names.nameOf(item.u);
  const isWaiting = item.s === undefined;
  return (
    <article
      aria-label={name}
      className={cx(
        'grid gap-3 rounded-card p-4',
        isWaiting ? 'border border-dashed border-warn bg-warn-soft' : 'bg-surface-raised shadow-edge',
      )}
    >
      <p className={cx('flex flex-wrap items-center gap-2 text-13', isWaiting ? 'text-warn' : 'text-ink-soft')}>
        <Icon icon={isWaiting ? EyeOff : Flag} size={16} />
        <b className="font-semibold">{t(isWaiting ? 'moderation.held.waiting' : 'moderation.held.marked')}</b>
        <time dateTime={new Date(item.at).toISOString()} className="ms-auto text-12 tabular-nums">
          {momentText(item.at, i18n.language)}
        </time>
      </p>
      <div className="flex gap-3">
        <Avatar id={names.faceOf(item.u)} name={name} size={36} />
        <div className="min-w-0 flex-1">
          <b className="text-13 font-semibold">{name}</b>
          <MarkedText text={item.x} spans={item.spans} lang={textLang(item.x, i18n.language)} />
          <p className="mt-1 text-13 text-ink-soft">
            {new Intl.ListFormat(i18n.language, { type: 'unit' }).format(item.why.map((why) => reasonText(t, why)))}
          </p>
        </div>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button kind="tonal" size="small" isDisabled={isBusy} onClick={() => onDecide(true)}>
          {t(isWaiting ? 'moderation.held.letIn' : 'moderation.held.fine')}
        </Button>
        <Button kind="quiet" size="small" isDisabled={isBusy} onClick={() => onDecide(false)}>
          {t(isWaiting ? 'moderation.held.refuse' : 'moderation.held.remove')}
        </Button>
        {isWaiting && onMute && (
          <Button kind="dangerQuiet" size="small" isDisabled={isBusy} onClick={onMute}>
            {t('moderation.held.mute')}
          </Button>
        )}
      </div>
    </article>
  );
}
