/** A key press, or the line break that the browser is about to make (`beforeinput`). Times are the events' own, ms. */
export type EnterSignal =
  | {
      type: 'keydown';
      /** 229: the key belongs to an input method */
      keyCode: number;
      isComposing: boolean;
      shiftKey: boolean;
      ctrlKey: boolean;
      metaKey: boolean;
      altKey: boolean;
      timeStamp: number;
    }
  | { type: 'lineBreak'; isComposing: boolean };

export interface EnterContext {
  enterSends: boolean;
  /** between `compositionstart` and `compositionend` */
  isInComposition: boolean;
  /** time of the last `compositionend`, −∞ before the first */
  compositionEnd: number;
  /** Shift was down at the last key press */
  isShiftDown: boolean;
}

/**
 * `send`: send and swallow the event · `swallow`: nothing may come of it · `pass`: leave it to the browser.
 */
export type EnterDecision = 'send' | 'swallow' | 'pass';

/**
 * What an Enter means. A key press sends only when no input method can have had a hand in it; in every doubtful case it is left alone, and the line break
 * that the browser then makes (or does not) decides: an input method that used the key to commit makes none, while Korean, which commits and passes the
 * key on, makes exactly one.
 *
 *   Chrome, Japanese:  keydown(composing, 229) → compositionend                         nothing is sent
 *   Safari, Japanese:  compositionend → keydown(229, or older than compositionend)      nothing is sent
 *   Korean:            keydown(composing, 229) → compositionend → keydown(13)/lineBreak  sent once
 */
export function decideEnter(signal: EnterSignal, context: EnterContext): EnterDecision {
  const isComposing = signal.isComposing || context.isInComposition;
  if (signal.type === 'lineBreak') {
    if (isComposing || !context.enterSends || context.isShiftDown) return 'pass';
    return 'send';
  }
  if (isComposing) {
    // 229 is the input method's own. A plain 13 in a composition would break the line in the middle of a word.
    return signal.keyCode === 229 ? 'pass' : 'swallow';
  }
  if (signal.keyCode === 229 || signal.timeStamp <= context.compositionEnd) return 'pass';
  if (signal.altKey) return 'pass';
  if (signal.ctrlKey || signal.metaKey) return 'send';
  if (signal.shiftKey || !context.enterSends) return 'pass';
  return 'send';
}
