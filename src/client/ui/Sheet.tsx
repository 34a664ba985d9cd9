import { X } from 'lucide-react';
import { useId } from 'react';
import type { ReactNode } from 'react';
import { IconButton } from './IconButton.tsx';
import { ModalFrame } from './ModalFrame.tsx';

export type SheetProps = {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  isTitleHidden?: boolean;
  closeLabel: string;
  children: ReactNode;
};

/** From below on phones, a panel of 340 at the inline end otherwise; both over a scrim. For what belongs to the page beneath it. */
export function Sheet({ isOpen, onClose, title, isTitleHidden = false, closeLabel, children }: SheetProps) {
  const id = useId();
  return (
    <ModalFrame
      isOpen={isOpen}
      onClose={onClose}
      labelledBy={id}
      className="inset-x-0 bottom-0 mb-0! max-h-[calc(100dvh-40px)]! w-full animate-rise rounded-t-sheet bg-surface-raised [--plane:var(--surface-raised)] tablet:inset-y-0 tablet:start-auto tablet:end-0 tablet:me-0! tablet:mt-0! tablet:h-dvh tablet:max-h-none! tablet:w-panel tablet:animate-slide tablet:rounded-none tablet:bg-surface tablet:[--plane:var(--surface)]"
    >
      <div className="flex max-h-[inherit] flex-col tablet:h-full">
        <span
          aria-hidden
          className="mx-auto mt-2 h-1 w-9 flex-none rounded-full bg-line-strong opacity-60 tablet:hidden"
        />
        <header className={isTitleHidden ? 'sr-only' : 'flex min-h-header flex-none items-center gap-2 ps-4 pe-2'}>
          <h2 id={id} className="min-w-0 flex-1 text-15 font-[650]">
            {title}
          </h2>
          <IconButton icon={X} label={closeLabel} onClick={onClose} />
        </header>
        <div
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the arrows must scroll it where nothing inside takes the focus
          tabIndex={0}
          className="scroll-pane -outline-offset-2 flex-1 px-2 pt-1 pb-[calc(12px+env(safe-area-inset-bottom))]"
        >
          {children}
        </div>
      </div>
    </ModalFrame>
  );
}
