import { toSticker } from '#domain/stickerPacks.ts';
import { MovingSticker } from '#client/parts/stickers/MovingSticker.tsx';
import type { ContentViewProps } from './contentViews.ts';

/** A sticker in the conversation, without a bubble. One that only a newer version has says so. */
export function StickerView({ content, look: { t } }: ContentViewProps) {
  const sticker = toSticker(content.b);
  if (!sticker) {
    return (
      <p className="max-w-80 rounded-bubble bg-bubble-other px-[13px] py-[7px] text-13 text-ink-soft shadow-bubble">
        {t('chat.unsupported')}
      </p>
    );
  }
  return (
    <MovingSticker
      sticker={sticker}
      alt={t(`stickers.alt.${sticker.s}`)}
      className="-my-1 size-40 max-tablet:size-33"
    />
  );
}
