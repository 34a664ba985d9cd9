import { Forward } from 'lucide-react';
import { cx } from '#client/ui/cx.ts';
import { Icon } from '#client/ui/Icon.tsx';

export type ForwardedLineProps = {
  /** "Forwarded from Minori" */
  text: string;
  /** it stands in an own bubble */
  isOwn: boolean;
};

/** Says above a message that somebody else wrote it, or that it was sent elsewhere before. */
export function ForwardedLine({ text, isOwn }: ForwardedLineProps) {
  return (
    <span
      dir="auto"
      className={cx(
        'flex items-center gap-1 text-12 leading-[calc(1.125rem*var(--text-scale))] whitespace-normal',
        isOwn ? 'text-bubble-own-soft' : 'text-ink-soft',
      )}
    >
      <Icon icon={Forward} size={14} isMirrored className="flex-none" />
      <span className="min-w-0 truncate">{text}</span>
    </span>
  );
}
