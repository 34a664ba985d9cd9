import type { StickerName } from './stickerPacks.ts';
import { suggestStickers } from './suggestStickers.ts';

/** While the next word is being written, what was offered stays for so many characters. */
const KEPT_FOR = 24;

/** What happens to a text while it is written; `before`: what stands before the caret. */
export type WritingEvent =
  | { type: 'compositionStart' }
  /** a composition was taken over into the text, or given up */
  | { type: 'compositionEnd'; before: string }
  | { type: 'edit'; before: string }
  /** the offered ones have served, or the text was taken away */
  | { type: 'done' };

/** What is offered, and for which text. */
export interface StickerOffer {
  isComposing: boolean;
  names: readonly StickerName[];
  /** what stood before the caret when it was decided */
  before: string;
}

export const noOffer: StickerOffer = { isComposing: false, names: [], before: '' };

/**
 * What is offered after an event. Something new is offered only when a word is over: after a space, a sign or a line break, or with the end of a composition. Within a composition nothing comes and
 * nothing goes, because whatever moves there can disturb the input method.
 */
export function nextOffer(offer: StickerOffer, event: WritingEvent): StickerOffer {
  switch (event.type) {
    case 'compositionStart':
      return { ...offer, isComposing: true };
    case 'compositionEnd':
      return { isComposing: false, names: suggestStickers(event.before), before: event.before };
    case 'done':
      return { ...offer, names: [], before: '' };
    case 'edit': {
      const { before } = event;
      if (offer.isComposing) return offer;
      if (isWordOver(before)) return { isComposing: false, names: suggestStickers(before), before };
      const isGoingOn = before.startsWith(offer.before) && before.length <= offer.before.length + KEPT_FOR;
      return isGoingOn ? offer : { isComposing: false, names: [], before: '' };
    }
  }
}

const isWordOver = (text: string): boolean => /[^\p{L}\p{N}\p{M}'’]$/u.test(text);
