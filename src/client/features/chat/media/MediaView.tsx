import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useServices } from '#client/context.ts';
import { BubbleText } from '#client/parts/BubbleText.tsx';
import { ClampedText } from '#client/parts/ClampedText.tsx';
import { FileRow } from '#client/parts/media/FileRow.tsx';
import { isVisual } from '#client/parts/media/isVisual.ts';
import { MediaGrid } from '#client/parts/media/MediaGrid.tsx';
import type { OnUpload, PartLook } from '#client/parts/media/PartLook.ts';
import { VoicePart } from '#client/parts/media/VoicePart.tsx';
import type { VoiceTrack } from '#client/parts/media/VoiceSource.ts';
import { textLang } from '#client/parts/textLang.ts';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import { mayBeUseful, UsefulSlot } from '../useful/UsefulSlot.tsx';
import type { ContentViewProps } from '../lines/contentViews.ts';
import type { LineLook } from '../lines/LineLook.ts';
import { canRetry } from '../model/canRetry.ts';
import type { FeedItem } from '../model/FeedItem.ts';
import { toDelivery } from '../model/toDelivery.ts';
import { toPartLooks } from './toPartLooks.ts';

/** The pictures, films, files and voice of a message, and its words below them. */
export function MediaView({ content, item, look, tabIndex }: ContentViewProps) {
  const { t } = look;
  const { commands, stores, loadMedia } = useServices();
  const kit = useStore(stores.media, (state) => state.kit);
  const files = useStore(stores.uploads, (state) => (item.entry ? state.files : undefined));
  const looks = useMemo(() => toPartLooks(content, files), [content, files]);
  const [saving, setSaving] = useState<string>();
  useEffect(() => {
    // Without a network and never loaded, the blurs stay; the next message that is drawn tries again.
    if (!kit) loadMedia().catch(() => undefined);
  }, [kit, loadMedia]);
  const visuals = looks.filter(({ part }) => isVisual(part));
  const rows = looks.filter(({ part }) => !isVisual(part));
  const shared = { source: kit?.files, isOwn: item.entry !== undefined, tabIndex };
  const isRepeatable = canRetry(toDelivery(item, look, look.isDm), content.k);
  const onUpload: OnUpload = (id, to) => void commands.changeUpload({ id, to });
  const save = async ({ part }: PartLook): Promise<void> => {
    setSaving(part.id);
    const isSaved = await kit?.save(part);
    setSaving(undefined);
    if (isSaved !== true) look.on.say(t('media.notSaved'), true);
  };
  return (
    <>
      {visuals.length > 0 && (
        <MediaGrid
          {...shared}
          parts={visuals}
          canRetry={isRepeatable}
          onOpen={(index) => look.on.openMedia?.(item, looks.indexOf(visuals[index] as PartLook))}
          onUpload={onUpload}
        />
      )}
      {rows.length > 0 && (
        <div className="px-2.5 py-1">
          {rows.map((row) =>
            row.part.t === 'a' ? (
              <VoicePart
                key={row.part.id}
                part={row.part}
                track={toTrack(row.part, item, look)}
                player={kit?.voice.player}
                isOwn={item.isOwn}
                tabIndex={tabIndex}
                sending={{ progress: row.progress, canRetry: isRepeatable, onUpload }}
              />
            ) : (
              <FileRow
                key={row.part.id}
                look={row}
                tabIndex={tabIndex}
                canRetry={isRepeatable}
                isSaving={saving === row.part.id}
                onSave={() => void save(row)}
                onUpload={onUpload}
              />
            ),
          )}
        </div>
      )}
      {item.text !== '' && <Caption {...{ item, look, tabIndex }} />}
    </>
  );
}

/** A voice message as it is played: who speaks is told where it plays on without its chat. */
const toTrack = ({ id, d = 0 }: MediaPart, { seq, sender, isOwn }: FeedItem, look: LineLook): VoiceTrack => ({
  id,
  c: look.c,
  s: seq,
  u: sender,
  ms: d,
  name: isOwn ? look.t('chat.you') : look.nameOf(sender),
});

function Caption({ item, look, tabIndex }: Pick<ContentViewProps, 'item' | 'look' | 'tabIndex'>) {
  const { t, language, me } = look;
  const { text } = item;
  const mentions = useMemo(
    () =>
      item.mentions.map(([start, length, mid]) => ({
        name: text.slice(start, start + length).replace(/^@/, ''),
        isMe: mid === me,
      })),
    [item.mentions, text, me],
  );
  return (
    <div
      lang={textLang(text, language)}
      dir="auto"
      className="px-[13px] py-[7px] text-15 wrap-anywhere whitespace-pre-wrap pointer-coarse:select-none"
    >
      <ClampedText
        text={text}
        showAll={(count) => (count > 0 ? t('chat.showAll', { count }) : t('chat.showRest'))}
        tabIndex={tabIndex}
      >
        <BubbleText
          text={text}
          mentions={mentions}
          tabIndex={tabIndex}
          plain={
            mayBeUseful(text)
              ? (words, index) => <UsefulSlot text={words} tabIndex={index} {...{ item, look }} />
              : undefined
          }
        />
      </ClampedText>
    </div>
  );
}
