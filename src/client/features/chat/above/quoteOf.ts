import { isCardMessage } from '#domain/chatTraits.ts';
import { plainLine } from '#domain/readCardHead.ts';
import { contentText } from '#client/parts/contentText.ts';
import type { Translate } from '#client/parts/systemText.ts';
import type { FeedItem } from '../model/FeedItem.ts';
import type { LineLook } from '../lines/LineLook.ts';

/** What a reply shows of the message it answers. `name` and `sender` are absent, and nothing can be pressed, where the message cannot be seen. */
export interface Quote {
  sender?: number | undefined;
  name?: string | undefined;
  text: string;
  /** these words are the app's, not the writer's */
  isQuiet: boolean;
  canJump: boolean;
}

/** A message as far as a quote needs it. */
export type Original = Pick<NonNullable<FeedItem['row']>, 's' | 'u' | 'k' | 'b' | 'del'>;

/** One line about a message: who, and what. `original`: null where it is not for this person's eyes, undefined where it is not known yet. `text`: what an edit under way makes of it. */
export function quoteOf(
  t: Translate,
  original: Original | null | undefined,
  {
    look,
    isGone,
    text,
  }: { look: Pick<LineLook, 'me' | 'nameOf' | 'hidden'>; isGone?: boolean; text?: string | undefined },
): Quote {
  if (original === undefined) return { text: t('quotes.earlier'), isQuiet: true, canJump: true };
  if (original === null) return { text: t('quotes.gone'), isQuiet: true, canJump: false };
  const isOwn = original.u === look.me;
  const who = { sender: original.u as number, name: isOwn ? t('chat.you') : look.nameOf(original.u) };
  if (look.hidden?.has(original.s)) return { ...who, text: t('quotes.hidden'), isQuiet: true, canJump: false };
  if (isGone || original.del !== undefined)
    return { ...who, text: isOwn ? t('chat.unsentOwn') : t('chat.unsent'), isQuiet: true, canJump: true };
  const words = text ?? wordsIn(t, original);
  return { ...who, text: words ?? t('chat.unsupported'), isQuiet: words === undefined, canJump: true };
}

function wordsIn(t: Translate, { k, b }: Original): string | undefined {
  // Words of an app cannot turn the reading direction of what stands beside them.
  if (isCardMessage(k)) return typeof b?.['x'] === 'string' ? plainLine(b['x']) : undefined;
  return contentText(t, { k, b });
}
