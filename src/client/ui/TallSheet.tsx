import { X } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { cx } from './cx.ts';
import { IconButton } from './IconButton.tsx';
import { ModalFrame } from './ModalFrame.tsx';

export type TallSheetProps = {
  title: string;
  /** one line below the title, which also describes the window */
  subtitle?: string | undefined;
  closeLabel: string;
  /** `large`: for long lists with something above or below them */
  size?: 'usual' | 'large';
  onClose: () => void;
  /** fills the height: what scrolls, and what stands below it */
  children: ReactNode;
};

/** A window for choosing from a list, as tall as there is room: from below on phones. */
export function TallSheet({ title, subtitle, closeLabel, size = 'usual', onClose, children }: TallSheetProps) {
  const id = useId();
  return (
    <ModalFrame
      isOpen
      onClose={onClose}
      labelledBy={id}
      {...(subtitle === undefined ? {} : { describedBy: `${id}-sub` })}
      className={cx(
        'inset-x-0 bottom-0 mb-0! h-[calc(100dvh-40px)]! w-full animate-rise rounded-t-sheet bg-surface [--plane:var(--surface)] tablet:inset-0 tablet:m-auto! tablet:rounded-sheet',
        size === 'large'
          ? 'tablet:h-[min(720px,calc(100dvh-48px))]! tablet:w-[min(480px,calc(100vw-32px))]'
          : 'tablet:h-[min(640px,calc(100dvh-48px))]! tablet:w-[min(440px,calc(100vw-32px))]',
      )}
    >
      <div className="flex h-full flex-col">
        <header className="flex min-h-header flex-none items-center gap-2 border-b border-line ps-2 pe-4">
          <IconButton icon={X} label={closeLabel} onClick={onClose} />
          <div className="min-w-0 flex-1 py-2">
            {/* On a phone a field with the focus would bring up the keyboard over half of the list. */}
            <h2 id={id} tabIndex={-1} data-autofocus className="text-15 font-[650] wrap-anywhere outline-none">
              {title}
            </h2>
            {subtitle !== undefined && (
              <p id={`${id}-sub`} dir="auto" className="truncate text-12 text-ink-soft">
                {subtitle}
              </p>
            )}
          </div>
        </header>
        {children}
      </div>
    </ModalFrame>
  );
}
