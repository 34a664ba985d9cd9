import { Upload } from 'lucide-react';
import { createPortal } from 'react-dom';
import { useLayoutEffect, useRef, useState } from 'react';
import { Icon } from '#client/ui/Icon.tsx';

/** Lies over the whole chat while something is held above it that can be dropped. It takes no pointer: the drop goes to the chat. */
export function DropOverlay({ text }: { text: string }) {
  const here = useRef<HTMLSpanElement>(null);
  const [box, setBox] = useState<DOMRect>();
  useLayoutEffect(() => setBox(here.current?.closest('section')?.getBoundingClientRect()), []);
  return (
    <>
      <span ref={here} hidden />
      {box &&
        createPortal(
          <div
            role="status"
            className="pointer-events-none fixed z-50 grid place-items-center bg-[color-mix(in_oklab,var(--surface)_82%,transparent)] p-3"
            style={{ left: box.left, top: box.top, width: box.width, height: box.height }}
          >
            <p className="grid size-full place-content-center justify-items-center gap-3 rounded-card border-2 border-dashed border-brand px-6 text-center text-17 font-semibold text-brand-text">
              <Icon icon={Upload} size={32} />
              {text}
            </p>
          </div>,
          document.body,
        )}
    </>
  );
}
