import {
  isMediaMessage,
  isPersonMessage,
  isPlaceMessage,
  isPollMessage,
  isStickerMessage,
} from '#domain/chatTraits.ts';
import { durationText } from './media/durationText.ts';
import type { Translate } from './systemText.ts';

/** What of a message tells it in words: its kind, and of its body as much as there is; a preview has less of it, with the words in `x`. */
export interface Told {
  k: number;
  x?: string | undefined;
  b?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * A message in one line of words, for lists, alerts, quotes and screen readers. Undefined where there is nothing to tell, which is so for kinds of a newer version. Texts and cards
 * are their own words.
 */
export function contentText(t: Translate, { k, x, b }: Told): string | undefined {
  const words = (x ?? textIn(b, 'x') ?? '').replaceAll(/\s+/gu, ' ').trim();
  if (isStickerMessage(k)) return t('kinds.sticker');
  if (isMediaMessage(k)) {
    const what = mediaText(t, b);
    return words === '' ? what : t('kinds.withWords', { what, text: words });
  }
  if (isPollMessage(k)) return t('kinds.poll', { text: words });
  if (isPersonMessage(k)) return t('kinds.person', { name: words });
  if (isPlaceMessage(k)) return words === '' ? t('kinds.place') : t('kinds.placeNamed', { name: words });
  return words === '' ? undefined : words;
}

/** "3 photos", "File: plan.pdf". The parts are a list in a body, and a word with a letter each in a preview. */
function mediaText(t: Translate, b: Told['b']): string {
  const parts = b?.['f'];
  const types = Array.isArray(parts)
    ? parts.map((part: { t?: string }) => part.t ?? 'f')
    : Array.from(textIn(b, 'f') ?? 'f');
  const first = (Array.isArray(parts) ? (parts[0] as { n?: string } | undefined)?.n : textIn(b, 'n')) ?? '';
  const count = types.length;
  const isAll = (...wanted: string[]): boolean => types.every((type) => wanted.includes(type));
  if (isAll('i')) return t('kinds.photo', { count });
  if (isAll('v')) return t('kinds.video', { count });
  if (isAll('a')) {
    const ms = Array.isArray(parts) ? (parts[0] as { d?: unknown } | undefined)?.d : b?.['d'];
    return typeof ms === 'number' ? t('kinds.voiceOf', { time: durationText(ms) }) : t('kinds.voice');
  }
  if (isAll('f'))
    return count === 1 && first !== '' ? t('kinds.fileNamed', { name: first }) : t('kinds.file', { count });
  return isAll('i', 'v') ? t('kinds.mixed', { count }) : t('kinds.items', { count });
}

function textIn(b: Told['b'], key: string): string | undefined {
  const value = b?.[key];
  return typeof value === 'string' ? value : undefined;
}
