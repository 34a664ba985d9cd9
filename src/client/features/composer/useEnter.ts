import { useEffect, useMemo, useRef } from 'react';
import type { CompositionEvent, KeyboardEvent } from 'react';
import { decideEnter } from './model/decideEnter.ts';
import type { EnterSignal } from './model/decideEnter.ts';

/** Watches the textarea's events and calls `send` exactly once for each Enter that means it; see {@link decideEnter}. */
export function useEnter(enterSends: boolean, send: () => void) {
  const latest = useRef({ enterSends, send });
  useEffect(() => {
    latest.current = { enterSends, send };
  });
  return useMemo(() => {
    const memory = { isInComposition: false, compositionEnd: Number.NEGATIVE_INFINITY, isShiftDown: false };
    const decide = (signal: EnterSignal, event: Event): void => {
      const decision = decideEnter(signal, { ...memory, enterSends: latest.current.enterSends });
      if (decision === 'pass') return;
      event.preventDefault();
      if (decision === 'send') latest.current.send();
    };
    return {
      isInComposition: () => memory.isInComposition,
      handleCompositionStart() {
        memory.isInComposition = true;
      },
      handleCompositionEnd(event: CompositionEvent) {
        memory.isInComposition = false;
        memory.compositionEnd = event.timeStamp;
      },
      handleKeyDown(event: KeyboardEvent) {
        memory.isShiftDown = event.shiftKey;
        // An input method may call the key "Process" or "Unidentified"; then only its line break can mean Enter.
        if (event.key !== 'Enter') return;
        const { keyCode, shiftKey, ctrlKey, metaKey, altKey, timeStamp } = event;
        const { isComposing } = event.nativeEvent;
        decide(
          { type: 'keydown', keyCode, isComposing, shiftKey, ctrlKey, metaKey, altKey, timeStamp },
          event.nativeEvent,
        );
      },
      handleLineBreak(event: InputEvent) {
        if (event.inputType !== 'insertLineBreak' && event.inputType !== 'insertParagraph') return;
        decide({ type: 'lineBreak', isComposing: event.isComposing }, event);
      },
    };
  }, []);
}
