import type { Translate } from '#client/parts/systemText.ts';
import { JumpButton } from '#client/ui/JumpButton.tsx';

export type JumpButtonsProps = {
  t: Translate;
  /** the newest message is out of sight */
  isFar: boolean;
  /** news out of sight */
  count: number;
  onDown: () => void;
  /** there is a place the reader was taken away from */
  canGoBack: boolean;
  onBack: () => void;
};

/** What floats above the composer: the way down, and the way back after a jump. */
export function JumpButtons({ t, isFar, count, onDown, canGoBack, onBack }: JumpButtonsProps) {
  if (!isFar && !canGoBack) return null;
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-4 z-4 mx-auto flex max-w-[calc(var(--column)+32px)] flex-wrap-reverse items-center justify-end gap-2 px-4 *:pointer-events-auto max-tablet:px-3">
      {canGoBack && <JumpButton look="back" text={t('jump.back')} onClick={onBack} />}
      {isFar && (
        <JumpButton
          {...(count > 0 ? { text: t('chat.jump.count', { count }) } : {})}
          label={t('chat.jump.end')}
          onClick={onDown}
        />
      )}
    </div>
  );
}
