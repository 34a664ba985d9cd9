import { X } from 'lucide-react';
import { useId } from 'react';
import type { ReactNode } from 'react';
import { IconButton } from './IconButton.tsx';
import { ModalFrame } from './ModalFrame.tsx';

export type DialogProps = {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  closeLabel: string;
  children: ReactNode;
  /** buttons at the foot, the main one last */
  actions?: ReactNode;
};

/** A modal window with a title, at most 480 wide and as high as it needs. Its middle scrolls. */
export function Dialog({ isOpen, onClose, title, closeLabel, children, actions }: DialogProps) {
  const id = useId();
  return (
    <ModalFrame
      isOpen={isOpen}
      onClose={onClose}
      labelledBy={id}
      className="inset-0 h-fit max-h-[min(680px,calc(100dvh-48px))]! w-[min(480px,calc(100vw-32px))] animate-rise rounded-sheet bg-surface [--plane:var(--surface)]"
    >
      <div className="flex max-h-[inherit] flex-col">
        <header className="flex min-h-header flex-none items-center gap-2 py-2.5 ps-5 pe-3">
          <h2 id={id} className="min-w-0 flex-1 text-17 font-[650]">
            {title}
          </h2>
          <IconButton icon={X} label={closeLabel} onClick={onClose} />
        </header>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the arrows must scroll it where nothing inside takes the focus */}
        <div tabIndex={0} className="scroll-pane -outline-offset-2 px-5 pb-5">
          {children}
        </div>
        {actions && (
          <footer className="flex flex-none flex-wrap justify-end gap-2 border-t border-line px-5 pt-3 pb-[calc(12px+env(safe-area-inset-bottom))]">
            {actions}
          </footer>
        )}
      </div>
    </ModalFrame>
  );
}
