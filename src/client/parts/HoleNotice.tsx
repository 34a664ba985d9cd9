import { RefreshCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from '#client/ui/Icon.tsx';
import { ProgressBar } from '#client/ui/ProgressBar.tsx';

export type HoleNoticeProps = {
  /** "37 messages are missing here." */
  title: string;
  /** from when, how far, what the reader can do ("They come when you are online. You can read on.") */
  text: string;
  /** 0–1, while it fills */
  progress?: { value: number; label: string };
  /** such as "Try now" */
  action?: ReactNode;
};

/** A gap in the history, drawn as a gap. It fills by itself and never blocks reading. */
export function HoleNotice({ title, text, progress, action }: HoleNoticeProps) {
  return (
    <div role="status" className="pt-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-card border-[1.5px] border-dashed border-line-strong px-3.5 py-2.5 text-13 text-ink-soft">
        <Icon icon={RefreshCw} />
        <p className="min-w-0 flex-1 basis-48">
          <b className="font-semibold text-ink">{title}</b> {text}
        </p>
        {progress && (
          <span className="w-24 flex-none">
            <ProgressBar value={progress.value} label={progress.label} look="thin" />
          </span>
        )}
        {action}
      </div>
    </div>
  );
}
