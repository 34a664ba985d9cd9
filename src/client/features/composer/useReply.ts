import { useEffect, useRef } from 'react';
import type { ComposerHandle } from './Composer.tsx';
import type { ComposerText } from './ComposerText.ts';

/** Whoever begins to answer a message wants to write; what is answered belongs to the draft from then on, with a text or without. */
export function useReply(
  reply: number | undefined,
  composer: { current: ComposerHandle | null },
  hear: { isKept: (reply: number) => boolean; onChange: (text: ComposerText) => void },
): void {
  const before = useRef(reply);
  const latest = useRef(hear);
  useEffect(() => {
    latest.current = hear;
  });
  useEffect(() => {
    if (reply === before.current) return;
    before.current = reply;
    const box = composer.current;
    if (!box) return;
    // The draft of another day asks for nothing.
    if (reply !== undefined && latest.current.isKept(reply)) return;
    if (reply !== undefined) box.focus();
    latest.current.onChange(box.read());
  }, [reply, composer]);
}
