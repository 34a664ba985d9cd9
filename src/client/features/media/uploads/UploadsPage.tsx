import { ChevronRight, Pause, Play } from 'lucide-react';
import type { MouseEvent, MouseEventHandler, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { byteText } from '#client/parts/byteText.ts';
import type { OnUpload } from '#client/parts/media/PartLook.ts';
import type { MediaSource } from '#client/parts/media/MediaSource.ts';
import type { Translate } from '#client/parts/systemText.ts';
import { clockTime } from '#client/parts/timeTexts.ts';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import type { ChatId } from '#protocol/ids.ts';
import { Button } from '#client/ui/Button.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { PaneHeader } from '#client/ui/PaneHeader.tsx';
import { ProgressRing } from '#client/ui/ProgressRing.tsx';
import { SectionLabel } from '#client/ui/SectionLabel.tsx';
import { nameOfPart } from './nameOfPart.ts';
import { totalsOf, type UploadItem } from './toUploadRows.ts';
import { UploadRow } from './UploadRow.tsx';
import { UploadThumb } from './UploadThumb.tsx';

/** A file that has arrived. `s`: seq of its message, as far as it is known; `at`: ms. */
export interface SentItem {
  part: MediaPart;
  c: ChatId;
  s?: number | undefined;
  at: number;
}

export type UploadsPageProps = {
  items: readonly UploadItem[];
  /** the newest first */
  sent: readonly SentItem[];
  source: MediaSource | undefined;
  /** bytes a second; undefined: not known yet */
  rate: number | undefined;
  isOffline: boolean;
  titleOf: (c: ChatId) => string;
  onUpload: OnUpload;
  /** all that can be are to stand still, or to go on */
  onAll: (to: 'pause' | 'resume') => void;
  onBack: MouseEventHandler<HTMLAnchorElement>;
  onOpen: (href: string, event: MouseEvent) => void;
};

/** Everything that is on its way from this device, how far it is and what can be done with it; below it what has arrived today. */
export function UploadsPage(props: UploadsPageProps) {
  const { items, sent, source, isOffline, titleOf, onUpload, onBack, onOpen } = props;
  const { t, i18n } = useTranslation();
  const { count, bytes, sent: up } = totalsOf(items);
  const files = t('uploads.files', { count });
  return (
    <div className="flex size-full min-h-0 min-w-0 flex-col bg-surface-sunken [--plane:var(--surface-sunken)]">
      <PaneHeader
        look="pane"
        title={t('uploads.title')}
        subtitle={
          count > 0
            ? [t('uploads.left', { files, size: byteText(bytes - up, i18n.language) }), timeLeft(t, props)]
                .filter(Boolean)
                .join(' · ')
            : undefined
        }
        back={{ href: '/settings', label: t('common.back'), onClick: onBack }}
      />
      {items.length === 0 && sent.length === 0 ? (
        <EmptyState isCentred title={t('uploads.empty.title')} text={t('uploads.empty.text')} />
      ) : (
        <div className="scroll-pane flex-1">
          <div className="mx-auto max-w-180 px-6 pb-8 max-tablet:px-4">
            {count > 0 && <Summary {...props} />}
            {items.length > 0 && (
              <ul aria-label={t('uploads.list')}>
                {items.map((item) => (
                  <UploadRow key={item.part.id} {...{ item, source, isOffline, onUpload }} chat={titleOf(item.c)} />
                ))}
              </ul>
            )}
            {items.length === 0 && <p className="py-6 text-center text-ink-soft">{t('uploads.empty.title')}</p>}
            {sent.length > 0 && (
              <section>
                <SectionLabel>
                  {t('uploads.sentToday')} · {new Intl.NumberFormat(i18n.language).format(sent.length)}
                </SectionLabel>
                <ul>
                  {sent.map((one) => (
                    <SentRow key={`${one.part.id} ${one.at}`} {...{ one, source, onOpen }} />
                  ))}
                </ul>
              </section>
            )}
          </div>
        </div>
      )}
    </div>
  );
}

/** In words; undefined while nobody knows. */
function timeLeft(t: Translate, { items, rate = 0, isOffline }: UploadsPageProps): string | undefined {
  const { bytes, sent, canPause } = totalsOf(items);
  if (rate <= 0 || !canPause || isOffline) return undefined;
  const minutes = Math.round((bytes - sent) / rate / 60);
  return minutes > 0 ? t('uploads.about', { count: minutes }) : t('uploads.soon');
}

function Summary({ items, rate, isOffline, onAll }: UploadsPageProps) {
  const { t, i18n } = useTranslation();
  const { bytes, sent, canPause, canResume } = totalsOf(items);
  const share = bytes === 0 ? 0 : sent / bytes;
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' }).format(Math.floor(share * 100) / 100);
  const isGoing = rate !== undefined && rate > 0 && canPause && !isOffline;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-3 border-b border-line py-4">
      <ProgressRing value={share} label={t('uploads.progress')} size={56} text={String(Math.floor(share * 100))} />
      <div className="min-w-40 flex-1">
        <p className="font-semibold tabular-nums">
          {isGoing
            ? t('uploads.rate', { percent, size: byteText(rate, i18n.language) })
            : t('uploads.share', { percent })}
        </p>
        <p className="text-13 text-ink-soft">{t(isOffline ? 'uploads.offline' : 'uploads.safe')}</p>
      </div>
      {canPause ? (
        <Button kind="tonal" icon={Pause} onClick={() => onAll('pause')}>
          {t('uploads.pauseAll')}
        </Button>
      ) : (
        canResume && (
          <Button kind="tonal" icon={Play} onClick={() => onAll('resume')}>
            {t('uploads.resumeAll')}
          </Button>
        )
      )}
    </div>
  );
}

type SentRowProps = { one: SentItem; source: MediaSource | undefined; onOpen: UploadsPageProps['onOpen'] };

function SentRow({ one: { part, c, s, at }, source, onOpen }: SentRowProps): ReactNode {
  const { t, i18n } = useTranslation();
  const name = nameOfPart(t, part);
  const href = s === undefined ? `/chats/${c}` : `/chats/${c}/m/${s}`;
  return (
    <li className="relative flex min-h-16 items-center gap-3 py-2">
      <UploadThumb part={part} source={source} isOwn={false} />
      <div className="grid min-w-0 flex-1 grid-cols-1">
        <p className="flex items-baseline gap-3">
          <a
            href={href}
            aria-label={t('uploads.openMessage', { name })}
            onClick={(event) => onOpen(href, event)}
            className="min-w-0 flex-1 truncate font-semibold outline-none after:absolute after:inset-0 after:rounded-card focus-visible:after:outline-2 focus-visible:after:outline-focus"
          >
            <bdi>{name}</bdi>
          </a>
          <span className="flex-none text-13 text-ink-soft tabular-nums">{byteText(part.z, i18n.language)}</span>
        </p>
        <p className="text-13 text-ok">{t('uploads.sentAt', { time: clockTime(at, i18n.language) })}</p>
      </div>
      <Icon icon={ChevronRight} isMirrored className="text-ink-faint" />
    </li>
  );
}
