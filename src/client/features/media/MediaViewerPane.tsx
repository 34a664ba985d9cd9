import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useServices } from '#client/context.ts';
import { monthOf } from '#client/stores/gallery/monthOf.ts';
import { toItems, toMonths, type GalleryItem } from '#client/stores/gallery/toMonths.ts';
import { isPlace } from '#domain/chatTraits.ts';
import type { ChatId } from '#protocol/ids.ts';
import { useChatNames, useWantedPeople } from './gallery/useChatNames.ts';
import { useGallery } from './gallery/useGallery.ts';
import { MediaViewer } from './MediaViewer.tsx';
import { indexOfItem, viewerItems, type ViewedMessage } from './viewer/viewerItems.ts';
import { useBackCloses } from './viewer/useBackCloses.ts';

/** What is asked for beyond the one that is looked at, so that nobody waits when they go on. */
const aheadCount = 12;

export type MediaViewerPaneProps = {
  c: ChatId;
  message: ViewedMessage;
  /** which of its parts is shown first */
  index: number;
  /** each gets a seq; the viewer is to be closed */
  onReply?: ((seq: number) => void) | undefined;
  onForward?: ((seq: number) => void) | undefined;
  onJump?: ((seq: number) => void) | undefined;
  onClose: () => void;
};

/** The viewer over the gallery of a chat: it begins with one message, and goes on through all that was sent. */
export function MediaViewerPane({ c, message, index, onReply, onForward, onJump, onClose }: MediaViewerPaneProps) {
  const { t } = useTranslation();
  const { stores, serverNow, loadMedia } = useServices();
  const kit = useStore(stores.media, (state) => state.kit);
  const { chat, nameOf } = useChatNames(c);
  const { gallery, state } = useGallery(c, 'pictures');
  const hidden = useStore(stores.hidden, ({ seqs }) => seqs.get(c));
  const [first] = useState(message);
  const items = useMemo(
    () => viewerItems(first, state.entries).filter(({ s }) => s === undefined || hidden?.has(s) !== true),
    [first, state.entries, hidden],
  );
  const [current, setCurrent] = useState<GalleryItem>(() => startItem(message, index));
  const [isSaving, setSaving] = useState(false);
  const [said, say] = useState('');
  const found = indexOfItem(items, current);
  const at = found >= 0 ? found : Math.min(items.length - 1, items.findLastIndex((one) => one.at <= current.at) + 1);
  const shown = items[at];
  const months = useMemo(() => toMonths(state), [state]);
  useBackCloses(onClose);
  useWantedPeople(shown && chat && !isPlace(chat.kind) ? [shown.u] : []);
  useEffect(() => {
    if (!kit) loadMedia().catch(() => undefined);
  }, [kit, loadMedia]);
  const seq = shown?.s;
  const time = shown?.at;
  useEffect(() => {
    if (!gallery || seq === undefined || time === undefined) return;
    // Its own month down to it and a little further, and the months beside it where it stands near their ends.
    gallery.reach(seq, time);
    const here = months.findIndex(({ month }) => month === monthOf(time));
    const box = months[here];
    const place = box?.items.findIndex((one) => one.s === seq) ?? -1;
    if (!box || place < 0) return;
    gallery.want(box.month, place + aheadCount);
    const older = months[here + 1];
    const newer = months[here - 1];
    if (older && place + aheadCount >= box.count) gallery.want(older.month, aheadCount);
    if (newer && place < aheadCount) gallery.want(newer.month, newer.count);
  }, [gallery, seq, time, months]);
  useEffect(() => {
    if (items.length === 0) onClose();
  }, [items, onClose]);
  const save = async ({ part }: GalleryItem): Promise<void> => {
    if (!part) return;
    setSaving(true);
    const isSaved = await kit?.save(part);
    setSaving(false);
    say(isSaved === true ? '' : t('media.notSaved'));
  };
  const withSeq = (act: ((seq: number) => void) | undefined) =>
    act && ((item: GalleryItem) => item.s !== undefined && act(item.s));
  return (
    <MediaViewer
      {...{ items, at, nameOf, isSaving, said, onClose }}
      onGo={(next) => {
        say('');
        setCurrent(items[next] ?? current);
      }}
      source={kit?.files}
      isOwn={(item) =>
        item.s === undefined || (first.s === undefined && first.f.some(({ id }) => id === item.part?.id))
      }
      now={serverNow()}
      onSave={(item) => void save(item)}
      onReply={withSeq(onReply)}
      onForward={withSeq(onForward)}
      onJump={withSeq(onJump)}
    />
  );
}

function startItem(message: ViewedMessage, index: number): GalleryItem {
  const items = toItems(message);
  return (items[index] ?? items[0]) as GalleryItem;
}
