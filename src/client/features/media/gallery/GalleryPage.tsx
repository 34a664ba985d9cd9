import { Check, Download, FolderPlus, Forward, MessageSquare, X } from 'lucide-react';
import { useCallback, type MouseEventHandler, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dateText } from '#client/parts/dateTexts.ts';
import { Face } from '#client/parts/Face.tsx';
import { durationText } from '#client/parts/media/durationText.ts';
import type { MediaSource } from '#client/parts/media/MediaSource.ts';
import type { Translate } from '#client/parts/systemText.ts';
import { galleryKinds, type GalleryKind } from '#client/stores/gallery/GalleryState.ts';
import type { GalleryItem, GalleryMonth } from '#client/stores/gallery/toMonths.ts';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { PaneHeader } from '#client/ui/PaneHeader.tsx';
import { SegmentedChoice } from '#client/ui/SegmentedChoice.tsx';
import { Skeleton } from '#client/ui/Skeleton.tsx';
import { GalleryRow } from './GalleryRow.tsx';
import { pictureMeasure, rowMeasure } from './galleryMeasures.ts';
import { MonthSections } from './MonthSections.tsx';
import { PictureCell } from './PictureCell.tsx';

export type GalleryPageProps = {
  title: string;
  lang?: string | undefined;
  face: { id: string; shape: 'person' | 'place' };
  kind: GalleryKind;
  onKind: (kind: GalleryKind) => void;
  state: 'loading' | 'ready' | 'unreadable';
  /** `offline`: only what this device has is shown; `failed`: the server said no */
  problem: 'offline' | 'failed' | undefined;
  months: readonly GalleryMonth[];
  /** "1,204 pictures, 86 videos" */
  summary: string | undefined;
  source: MediaSource | undefined;
  nameOf: (member: number) => string;
  /** server clock, ms */
  now: number;
  /** factor of the text size */
  textScale: number;
  /** keys of things that are chosen; undefined: nothing is being chosen */
  chosen: ReadonlyMap<string, GalleryItem> | undefined;
  /** keys of things that are being saved */
  saving: ReadonlySet<string>;
  back: { href: string; onClick: MouseEventHandler<HTMLAnchorElement> };
  /** plays a spoken message; absent until that can be done */
  player?: ((part: MediaPart, item: GalleryItem) => ReactNode) | undefined;
  onWant: (month: string, count: number) => void;
  onOpen: (item: GalleryItem) => void;
  onJump: (item: GalleryItem) => void;
  onSave: (items: readonly GalleryItem[]) => void;
  onForward: (items: readonly GalleryItem[]) => void;
  /** Puts pictures into an album; absent where there are none. */
  onAlbum?: ((items: readonly GalleryItem[]) => void) | undefined;
  onChoose: (item: GalleryItem) => void;
  /** begins or ends choosing */
  onChoosing: (isOn: boolean) => void;
  onRetry: () => void;
};

/** Everything that was sent in a chat: pictures, files, links and voice, by months. */
export function GalleryPage(props: GalleryPageProps) {
  const { title, lang, face, kind, onKind, chosen, back, summary, months, onChoosing } = props;
  const { t } = useTranslation();
  return (
    <section
      aria-label={t('gallery.of', { title })}
      className="flex size-full min-h-0 min-w-0 flex-col bg-surface-sunken [--plane:var(--surface-sunken)]"
    >
      {chosen ? (
        <ChoosingHead {...props} chosen={chosen} />
      ) : (
        <PaneHeader
          look="pane"
          title={t('gallery.title')}
          {...(lang === undefined ? {} : { lang })}
          subtitle={[title, summary].filter(Boolean).join(' · ')}
          lead={<Face face={face.id} name={title} size={40} shape={face.shape} />}
          back={{ href: back.href, label: t('common.back'), onClick: back.onClick }}
          actions={
            kind !== 'links' &&
            months.length > 0 && (
              <IconButton icon={Check} label={t('gallery.choose')} onClick={() => onChoosing(true)} />
            )
          }
        />
      )}
      <div className="flex-none px-6 pt-3 pb-1 max-tablet:px-4">
        <div className="max-w-[400px]">
          <SegmentedChoice
            label={t('gallery.kinds')}
            value={kind}
            onChange={onKind}
            options={galleryKinds.map((value) => ({ value, label: t(`gallery.kind.${value}`) }))}
          />
        </div>
      </div>
      <GalleryBody key={kind} {...props} />
    </section>
  );
}

function ChoosingHead(props: GalleryPageProps & { chosen: ReadonlyMap<string, GalleryItem> }) {
  const { chosen, kind, onChoosing, onSave, onForward, onAlbum, onJump } = props;
  const { t } = useTranslation();
  const items = [...chosen.values()];
  const isNone = items.length === 0;
  const [only] = items;
  return (
    <div
      role="toolbar"
      aria-label={t('gallery.chosenBar')}
      className="flex min-h-header flex-none items-center gap-1 border-b border-line bg-surface px-2 [--plane:var(--surface)]"
    >
      <IconButton icon={X} label={t('gallery.endChoosing')} onClick={() => onChoosing(false)} />
      <p role="status" className="min-w-0 flex-1 truncate text-15 font-semibold tabular-nums">
        {t('gallery.chosen', { count: items.length })}
      </p>
      <IconButton
        icon={MessageSquare}
        label={t('gallery.jump')}
        isDisabled={items.length !== 1}
        onClick={() => only && onJump(only)}
      />
      <IconButton icon={Download} label={t('gallery.save')} isDisabled={isNone} onClick={() => onSave(items)} />
      <IconButton
        icon={Forward}
        isMirrored
        label={t('gallery.forward')}
        isDisabled={isNone}
        onClick={() => onForward(items)}
      />
      {onAlbum && kind === 'pictures' && (
        <IconButton
          icon={FolderPlus}
          label={t('shelf.to.action')}
          isDisabled={isNone}
          onClick={() => {
            onAlbum(items);
            onChoosing(false);
          }}
        />
      )}
    </div>
  );
}

function GalleryBody(props: GalleryPageProps) {
  const { state, problem, months, kind, onRetry } = props;
  const { t } = useTranslation();
  const retry = (
    <Button kind="quiet" onClick={onRetry}>
      {t('common.tryAgain')}
    </Button>
  );
  if (state === 'loading') return <LoadingGrid kind={kind} />;
  if (state === 'unreadable') return <EmptyState isCentred title={t('gallery.unreadable')} action={retry} />;
  if (months.length === 0) {
    if (problem === 'offline')
      return (
        <EmptyState isCentred title={t('gallery.offline.title')} text={t('gallery.offline.none')} action={retry} />
      );
    if (problem === 'failed') return <EmptyState isCentred title={t('gallery.failed')} pose="none" action={retry} />;
    return <EmptyState isCentred title={t(`gallery.empty.${kind}`)} text={t('gallery.empty.text')} />;
  }
  return (
    <>
      {problem && (
        <div className="flex-none px-6 pt-2 max-tablet:px-4">
          <Banner role="status">{t(problem === 'offline' ? 'gallery.offline.some' : 'gallery.failed')}</Banner>
        </div>
      )}
      <Sections {...props} />
    </>
  );
}

function Sections(props: GalleryPageProps) {
  const { kind, months, source, nameOf, now, textScale, chosen, saving, problem, player } = props;
  const { onWant, onOpen, onChoose, onJump, onSave } = props;
  const { t, i18n } = useTranslation();
  const isGrid = kind === 'pictures';
  const measureOf = useCallback(
    (width: number) => (isGrid ? pictureMeasure(width, textScale) : rowMeasure(textScale, kind === 'voice')),
    [isGrid, kind, textScale],
  );
  const metaOf = ({ u, at }: GalleryItem): string =>
    t('gallery.meta', { name: nameOf(u), date: dateText(at, now, i18n.language) });
  // What the network has to bring does not keep its place while there is none.
  const shown = problem === undefined ? months : months.filter(({ items }) => items.length > 0).map(known);
  return (
    <MonthSections
      months={shown}
      label={t(`gallery.kind.${kind}`)}
      measureOf={measureOf}
      isFramed={isGrid}
      onWant={onWant}
      placeholder={isGrid ? <span className="block size-full bg-press" /> : <RowSkeleton />}
      renderItem={(item, tabIndex) => {
        const isChosen = chosen?.has(item.key);
        if (isGrid && item.part)
          return (
            <PictureCell
              id={item.key}
              part={item.part}
              source={source}
              label={cellLabel(t, item.part, metaOf(item))}
              tabIndex={tabIndex}
              isChosen={isChosen}
              onOpen={() => onOpen(item)}
              onChoose={() => onChoose(item)}
            />
          );
        return (
          <GalleryRow
            item={item}
            meta={metaOf(item)}
            tabIndex={tabIndex}
            isChosen={kind === 'links' ? undefined : isChosen}
            isSaving={saving.has(item.key)}
            player={item.part?.t === 'a' && player ? player(item.part, item) : undefined}
            onOpen={() => onJump(item)}
            onChoose={() => onChoose(item)}
            onSave={() => onSave([item])}
          />
        );
      }}
    />
  );
}

/** What is seen on the cell is part of its name. */
function cellLabel(t: Translate, { t: type, d }: MediaPart, meta: string): string {
  if (type !== 'v') return t('gallery.photoBy', { meta });
  const name = t('gallery.videoBy', { meta });
  return d === undefined ? name : `${name}, ${durationText(d)}`;
}

const known = (month: GalleryMonth): GalleryMonth => ({ ...month, count: month.items.length });

function RowSkeleton() {
  return (
    <div className="flex h-full items-center gap-3 px-2">
      <Skeleton width="44px" height={44} />
      <div className="grid flex-1 grid-cols-1 gap-2.5">
        <Skeleton width="48%" height={13} />
        <Skeleton width="32%" height={11} />
      </div>
    </div>
  );
}

function LoadingGrid({ kind }: { kind: GalleryKind }) {
  const { t } = useTranslation();
  return (
    <div
      role="status"
      aria-label={t('gallery.loading')}
      className="min-h-0 flex-1 overflow-hidden px-6 pt-12 max-tablet:px-0"
    >
      {kind === 'pictures' ? (
        <div className="grid grid-cols-[repeat(auto-fill,minmax(112px,1fr))] gap-[3px]">
          {Array.from({ length: 12 }, (_, at) => (
            <span key={at} className="block aspect-square animate-pulse bg-press motion-reduce:animate-none" />
          ))}
        </div>
      ) : (
        Array.from({ length: 6 }, (_, at) => (
          <div key={at} className="h-17">
            <RowSkeleton />
          </div>
        ))
      )}
    </div>
  );
}
