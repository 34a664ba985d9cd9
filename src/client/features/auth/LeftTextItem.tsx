import { textLang } from '#client/parts/textLang.ts';
import { useCopied } from '#client/parts/useCopied.ts';
import { Button } from '#client/ui/Button.tsx';

export type LeftTextItemProps = {
  text: string;
  /** where it was to go; undefined where nobody knows any more */
  line: string | undefined;
  readerLang: string;
  labels: { copy: string; copied: string; notCopied: string };
  /** Answers whether it worked. */
  onCopy: () => Promise<boolean>;
};

/** A text that was not sent, to take away. */
export function LeftTextItem({ text, line, readerLang, labels, onCopy }: LeftTextItemProps) {
  const [isCopied, tell] = useCopied();
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
        <Button kind="tonal" size="small" onClick={() => void onCopy().then(tell)}>
          {isCopied ? labels.copied : labels.copy}
        </Button>
      </div>
      <p role="alert" className="text-13 text-danger empty:hidden">
        {isCopied === false && labels.notCopied}
      </p>
    </li>
  );
}
