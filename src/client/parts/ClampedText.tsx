import { useLayoutEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';

export type ClampedTextProps = {
  children: ReactNode;
  /** the plain text: says cheaply whether measuring is worth it */
  text: string;
  /** lines that show before the button */
  lines?: number;
  /** the words of the button; it gets how many paragraphs are out of sight */
  showAll: (hiddenParagraphs: number) => string;
  tabIndex: 0 | -1;
  isInitiallyOpen?: boolean;
  onOpen?: () => void;
};

/** A long text shows its first 12 lines and a button for the rest. It opens at once, without animation: the reader's place must not move. */
export function ClampedText({
  children,
  text,
  lines = 12,
  showAll,
  tabIndex,
  isInitiallyOpen = false,
  onOpen,
}: ClampedTextProps) {
  const box = useRef<HTMLDivElement>(null);
  const [hidden, setHidden] = useState<number | null>(null);
  const [isOpen, setOpen] = useState(isInitiallyOpen);
  // Fewer than 200 characters and 12 breaks cannot make 13 lines in a bubble of a phone's width; fewer lines hold fewer characters.
  const mayBeLong = !isOpen && (text.length > (lines / 12) * 200 || text.split('\n', lines + 1).length > lines);
  useLayoutEffect(() => {
    const element = box.current;
    if (!mayBeLong || !element) return;
    const measure = () =>
      setHidden(element.scrollHeight > element.clientHeight + 1 ? countHiddenParagraphs(element) : null);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [mayBeLong, text, lines]);
  if (!mayBeLong) return children;
  return (
    <>
      <div ref={box} className="overflow-hidden" style={{ maxHeight: `${lines}lh` }}>
        {children}
      </div>
      {hidden !== null && (
        <button
          type="button"
          tabIndex={tabIndex}
          className="hit-44 mt-1 block rounded-[4px] text-13 font-semibold text-brand-text hover:underline"
          onClick={() => {
            setOpen(true);
            onOpen?.();
          }}
        >
          {showAll(hidden)}
        </button>
      )}
    </>
  );
}

/** Paragraphs whose first character lies below the visible part. Characters would not do: lines of CJK are far denser. */
function countHiddenParagraphs(element: HTMLElement): number {
  const bottom = element.getBoundingClientRect().bottom;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let count = 0;
  let isAfterBreak = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    for (let index = 0; index < text.length; index += 1) {
      if (text[index] === '\n') isAfterBreak = true;
      else if (isAfterBreak) {
        isAfterBreak = false;
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        if (range.getBoundingClientRect().top >= bottom - 1) count += 1;
      }
    }
  }
  return count;
}
