import { useEffect, useState } from 'react';
import { textLang } from '#client/parts/textLang.ts';
import { Button } from '#client/ui/Button.tsx';

export type LeftTextItemProps = {
  text: string;
  /** where it was to go; undefined where nobody knows any more */
  line: string | undefined;
  readerLang: string;
  labels: { copy: string; copied: string };
  onCopy: () => void;
};

/** How long the button says that it has copied, ms. */
const COPIED_MS = 2000;

/** A text that was not sent, to take away. */
export function LeftTextItem({ text, line, readerLang, labels, onCopy }: LeftTextItemProps) {
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => setCopied(false), COPIED_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);
  return (
    <li className="grid gap-2 rounded-card bg-surface-raised p-3 shadow-edge [--plane:var(--surface-raised)]">
      {line !== undefined && <p className="truncate text-12 font-semibold text-ink-soft">{line}</p>}
      <p
        dir="auto"
        lang={textLang(text, readerLang)}
        className="line-clamp-6 text-15 break-words whitespace-pre-wrap select-text"
      >
        {text}
      </p>
      <div>
        <Button
          kind="tonal"
          size="small"
          onClick={() => {
            onCopy();
            setCopied(true);
          }}
        >
          {isCopied ? labels.copied : labels.copy}
        </Button>
      </div>
    </li>
  );
}
