import { isStickerMessage } from '#domain/chatTraits.ts';
import { toSticker } from '#domain/stickerPacks.ts';
import { contentText, type Told } from './contentText.ts';
import type { Translate } from './systemText.ts';

/**
 * A message in words for whoever does not see it: {@link contentText}, and of a sticker also what is on it. Those words come with the first drawing; before that it is only called a sticker. One that
 * this version does not have is told as that.
 */
export function spokenText(t: Translate, told: Told): string | undefined {
  if (!isStickerMessage(told.k)) return contentText(t, told);
  const sticker = toSticker(told.b ?? {});
  if (!sticker) return t('chat.unsupported');
  const alt: string = t(`stickers.alt.${sticker.s}`, { defaultValue: '' });
  return alt === '' ? contentText(t, told) : t('kinds.stickerLabel', { alt });
}
