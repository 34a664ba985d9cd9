import { useCallback, useEffect, useMemo, useState, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useIsLive, useServices } from '#client/context.ts';
import { VoicePart } from '#client/parts/media/VoicePart.tsx';
import { textLang } from '#client/parts/textLang.ts';
import type { Translate } from '#client/parts/systemText.ts';
import { galleryTypes, type GalleryKind, type GalleryState } from '#client/stores/gallery/GalleryState.ts';
import { toMonths, type GalleryItem } from '#client/stores/gallery/toMonths.ts';
import { Toast } from '#client/ui/Toast.tsx';
import { ToastRegion } from '#client/ui/ToastRegion.tsx';
import { isPlace } from '#domain/chatTraits.ts';
import type { ChatId } from '#protocol/ids.ts';
import { GalleryPage } from './GalleryPage.tsx';
import { useChatNames, useWantedPeople } from './useChatNames.ts';
import { useGallery } from './useGallery.ts';

export type GalleryPaneProps = {
  c: ChatId;
  kind: GalleryKind;
  onKind: (kind: GalleryKind) => void;
  backHref: string;
  onBack: () => void;
  /** Shows a picture or film over the whole screen. */
  onOpen: (item: GalleryItem) => void;
  /** Goes to a message of the chat. */
  onJump: (seq: number) => void;
  /** Forwards messages of the chat. */
  onForward: (seqs: readonly number[]) => void;
  /** Puts pictures of the chat into an album. */
  onAlbum?: ((items: readonly GalleryItem[]) => void) | undefined;
  /** something was done that was not done here */
  said?: string | undefined;
  onSaidEnd?: () => void;
};

/** What was sent in a chat. What this device has is shown at once; the rest comes as far as somebody looks. */
export function GalleryPane(props: GalleryPaneProps) {
  const { c, kind, onKind, backHref, onBack, onOpen, onJump, onForward } = props;
  const { t, i18n } = useTranslation();
  const { me, stores, loadMedia, serverNow } = useServices();
  const { gallery, state, isMissing } = useGallery(c, kind);
  const { chat, title, face, nameOf } = useChatNames(c);
  const months = useMemo(() => toMonths(state), [state]);
  const kit = useStore(stores.media, (media) => media.kit);
  const textScale = useStore(stores.prefs, (prefs) => prefs.textScale);
  const isLive = useIsLive();
  const saves = useSaves();
  const [chosen, setChosen] = useState<ReadonlyMap<string, GalleryItem>>();
  const senders = useMemo(() => [...new Set(state.entries.map(({ u }) => u))], [state.entries]);
  useWantedPeople(chat && !isPlace(chat.kind) ? senders : []);
  useEffect(() => {
    // Without a network and never loaded, the blurs stay.
    if (!kit) loadMedia().catch(() => undefined);
  }, [kit, loadMedia]);
  const want = useCallback((month: string, count: number) => gallery?.want(month, count), [gallery]);
  const isSettled = state.isRead && (state.isAsked || months.length > 0);
  const said = saves.said ?? props.said;
  return (
    <>
      <GalleryPage
        {...{ title, face, kind, months, nameOf, chosen, textScale }}
        lang={textLang(title, i18n.language)}
        summary={summaryOf(t, i18n.language, state)}
        state={isMissing ? 'unreadable' : isSettled ? 'ready' : 'loading'}
        problem={state.problem === undefined ? undefined : isLive ? 'failed' : 'offline'}
        source={kit?.files}
        now={serverNow()}
        saving={saves.saving}
        player={
          kit &&
          ((part, { s, u }) => (
            <VoicePart
              part={part}
              track={{ id: part.id, c, s, u, ms: part.d ?? 0, name: nameOf(u) }}
              player={kit.voice.player}
              isOwn={u === (chat?.me.mid ?? me.userId)}
              tabIndex={0}
            />
          ))
        }
        back={{
          href: backHref,
          onClick(event: MouseEvent) {
            event.preventDefault();
            onBack();
          },
        }}
        onKind={(next) => {
          setChosen(undefined);
          onKind(next);
        }}
        onWant={want}
        onOpen={onOpen}
        onJump={({ s }) => s !== undefined && onJump(s)}
        onSave={(items) => void saves.save(items)}
        onAlbum={props.onAlbum}
        onForward={(items) => onForward([...new Set(items.flatMap(({ s }) => s ?? []))])}
        onChoosing={(isOn) => setChosen(isOn ? new Map() : undefined)}
        onChoose={(item) => setChosen((before) => withToggled(before, item))}
        onRetry={() => gallery?.retry()}
      />
      <ToastRegion label={t('gallery.title')}>
        {said !== undefined && (
          <Toast
            text={said}
            closeLabel={t('common.close')}
            onClose={() => {
              saves.end();
              props.onSaidEnd?.();
            }}
          />
        )}
      </ToastRegion>
    </>
  );
}

function withToggled(
  before: ReadonlyMap<string, GalleryItem> | undefined,
  item: GalleryItem,
): ReadonlyMap<string, GalleryItem> {
  const next = new Map(before);
  if (!next.delete(item.key)) next.set(item.key, item);
  return next;
}

/** Saves files one after the other, and says what came of it. */
function useSaves() {
  const { t } = useTranslation();
  const { loadMedia } = useServices();
  const [saving, setSaving] = useState<ReadonlySet<string>>(new Set());
  const [said, say] = useState<string>();
  const save = async (items: readonly GalleryItem[]): Promise<void> => {
    setSaving(new Set(items.map(({ key }) => key)));
    const kit = await loadMedia().catch(() => undefined);
    let missing = 0;
    for (const { part } of items) {
      // oxlint-disable-next-line no-await-in-loop -- a browser takes one download at a time from a page
      if (part && !(await kit?.save(part))) missing += 1;
    }
    setSaving(new Set());
    say(missing === 0 ? t('gallery.saved', { count: items.length }) : t('gallery.notSaved', { count: missing }));
  };
  return { saving, said, save, end: () => say(undefined) };
}

/** "1,204 pictures, 86 videos", as the server counted them. */
function summaryOf(t: Translate, language: string, { kind, counts }: GalleryState): string | undefined {
  const totals = galleryTypes[kind].map((_, at) => [...counts.values()].reduce((sum, n) => sum + (n[at] ?? 0), 0));
  const words = galleryTypes[kind].flatMap((type, at) => {
    const count = totals[at] ?? 0;
    return count > 0
      ? [t(`gallery.count.${type}`, { count, number: new Intl.NumberFormat(language).format(count) })]
      : [];
  });
  return words.length === 0 ? undefined : new Intl.ListFormat(language, { type: 'unit', style: 'short' }).format(words);
}
